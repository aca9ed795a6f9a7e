/** The query of an address that is signed (protocol §4), also where JSON has escaped its marks. */
const signedQuery =
  /\?(?:[^\s"'\\<>]|\\\/|\\u[0-9a-f]{4})*?(?:signature|security-?token|accesskeyid|credential)(?:=|\\u003d)(?:[^\s"'\\<>]|\\\/|\\u[0-9a-f]{4})*/gi;

/**
 * A reply of the vendor as it came, but for the signatures of links: a service may repeat a link it
 * was given, and what is kept beside a project must open nothing.
 */
export function maskSignedLinks(json: string): string {
  return json.replace(signedQuery, '?…');
}
