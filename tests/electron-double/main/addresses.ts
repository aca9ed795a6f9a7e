/**
 * Chromium cannot be taught a scheme from outside, so `scheme://host/path` is shown to it as
 * `https://host.scheme.test/path`, and mapped back wherever the program sees an address.
 */
export const hostEnding = (scheme: string): string => `.${scheme}.test`;

/** The address Chromium is given for one of ours; others stay as they are. */
export function toHttp(url: string): string {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([^/?#]+)(.*)$/s.exec(url) ?? [];
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return url;
  return `https://${host}${hostEnding(scheme)}${rest}`;
}

/** The address that {@link toHttp} was given. */
export function fromHttp(url: string): string {
  const [, host, scheme, rest] = /^https:\/\/([^/?#]+)\.([a-z]+)\.test(.*)$/s.exec(url) ?? [];
  return scheme === undefined ? url : `${scheme}://${host}${rest}`;
}
