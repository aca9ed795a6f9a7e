/** Stands where a secret stood. */
const mask = '***';

/** Shorter ones would be found in any word; a signed request never holds one in clear. */
const leastSecretLength = 4;

const quoted = String.raw`\\?["']`;
/** Names of what must not be seen, as they stand in queries, headers, JSON and messages. */
const secretNames = [
  String.raw`[\w-]*signature`,
  String.raw`[\w-]*token`,
  String.raw`(?:access_?key_?|ak_?|client_?)?secret`,
  String.raw`[\w-]*password`,
].join('|');
/** `name=value`, `name: value`, `"name":"value"`; a value ends where a query or a text goes on. */
const named = new RegExp(
  String.raw`((?:${secretNames})(?:${quoted})?\s*(?:=|:|%3D)\s*(?:${quoted})?)[^\s"'&,;}\\]+`,
  'giu',
);
/** The rest of the header: schemes such as `acs` and `OSS4-HMAC-SHA256` have several parts. */
const authorization = /((?:proxy-)?authorization(?:["'])?\s*[:=]\s*["']?)[^\r\n"']+/giu;
/** `http://user:password@host`. */
const userInfo = /(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@"']+@/giu;

/**
 * A line for a log without secrets: the given values, also percent-encoded and as JSON text, and
 * whatever is named as signatures, tokens, secrets and passwords are (`Signature=`, `token=`,
 * `x-oss-signature=`, `AccessKeySecret`, `Authorization`, the user's part of an address).
 * @param secrets those known now; what is shorter than four characters is found by its name only
 */
export function redact(line: string, secrets: readonly string[] = []): string {
  const forms = secrets
    .filter((secret) => secret.length >= leastSecretLength)
    .flatMap((secret) => [secret, percentEncode(secret), JSON.stringify(secret).slice(1, -1)]);
  // The longest first: a shorter one may be a part of it.
  const byLength = [...new Set(forms)].sort((one, other) => other.length - one.length);
  const withoutValues = byLength.reduce((text, form) => text.replaceAll(form, mask), line);
  return withoutValues
    .replace(authorization, `$1${mask}`)
    .replace(named, `$1${mask}`)
    .replace(userInfo, `$1${mask}@`);
}

function percentEncode(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // Half a character has no such form, so it cannot stand anywhere in it.
    return secret;
  }
}
