import { StudioError } from '@core/errors/studio-error';
import { isIpAddress } from './is-ip-address';

/** Where a service can fetch a recording. */
export interface WebAddress {
  /**
   * As it is sent: ASCII, without a fragment, otherwise as it was written. It may be signed: never
   * in an error, a log line or a file.
   */
  readonly link: string;
  /** For people and files: without the query [IS15]. */
  readonly shown: string;
  /** Last part of the path, decoded, or the host; not yet safe as the name of a file. */
  readonly fileName: string;
}

/** Whether a text is meant as a web address, right or wrong, and not as a file of this computer. */
export function isWebAddress(text: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/**
 * Checks how an address is written, as the service demands it: http or https, a domain name and no
 * IP address, no blanks (protocol §3.2) [IS14]. `localhost` counts as a domain name. Chinese, which
 * the vendor advises against, is sent percent-encoded.
 * @param text blanks around it are passed over
 * @throws StudioError `address/not-http`, `address/blanks`, `address/characters`,
 *   `address/password`, `address/unreadable`, `address/ip-address` (data: `address`, without its
 *   query; of `characters` also `character` and `escape`)
 */
export function readWebAddress(text: string): WebAddress {
  const given = text.trim();
  const refuse = (code: Refusal, data: Readonly<Record<string, string>> = {}): StudioError =>
    new StudioError(code, `the address cannot be used: ${code}`, {
      data: { address: maskAddress(given), ...data },
    });
  if (!/^https?:\/\//i.test(given)) throw refuse('address/not-http');
  if (/\s/u.test(given)) throw refuse('address/blanks');
  const whole = given.replace(/#.*$/s, '');
  const [, scheme = '', authority = '', rest = ''] =
    /^(https?):\/\/([^/?]*)(.*)$/is.exec(whole) ?? [];
  if (authority.includes('@')) throw refuse('address/password');
  const wrong = findUnescaped(authority, rest);
  if (wrong !== undefined) {
    throw refuse('address/characters', { character: wrong, escape: escapeText(wrong) });
  }
  const [host = '', port] = splitPort(authority);
  if (isIpAddress(host)) throw refuse('address/ip-address');
  if (!isDomainName(host) || !isPort(port)) throw refuse('address/unreadable');
  const link = `${scheme.toLowerCase()}://${authority}${escapeLetters(rest)}`;
  const [path = '', query] = splitOnce(escapeLetters(rest), '?');
  return {
    link,
    shown: `${scheme.toLowerCase()}://${authority}${decode(path, decodeURI)}${query === undefined ? '' : '?…'}`,
    fileName: decode(path.split('/').at(-1) ?? '', decodeURIComponent) || host,
  };
}

/** An address without what may be a secret: user, password, query and fragment. */
export function maskAddress(text: string): string {
  const [place = ''] = text.trim().split(/[?#]/, 1);
  const masked = place.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1…@');
  return place.length < text.trim().length ? `${masked}?…` : masked;
}

type Refusal =
  | 'address/not-http'
  | 'address/blanks'
  | 'address/characters'
  | 'address/password'
  | 'address/unreadable'
  | 'address/ip-address';

/**
 * A character that may not stand there as it is (RFC 3986 §2). Letters of other scripts may, in the
 * path and the query: nobody can mistake what they are to be escaped to.
 */
function findUnescaped(authority: string, rest: string): string | undefined {
  const inHost = /[^a-z0-9.:[\]_-]/iu.exec(authority)?.[0];
  if (inHost !== undefined) return inHost;
  // A lone half of a character cannot be sent at all.
  return /[\p{Control}\p{Surrogate}"<>\\^`{|}[\]]|%(?![0-9a-f]{2})/iu.exec(rest)?.[0];
}

function splitPort(authority: string): readonly string[] {
  const [, host = authority, port] = /^(\[[^\]]*\]|[^:]*):(.*)$/s.exec(authority) ?? [];
  return port === undefined ? [host] : [host, port];
}

function isDomainName(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i.test(label));
}

function isPort(port: string | undefined): boolean {
  return port === undefined || (/^\d{0,5}$/.test(port) && Number(port) <= 65_535);
}

function escapeLetters(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]+/gu, encodeURIComponent);
}

function escapeText(text: string): string {
  // Surrogates have no UTF-8; what cannot be escaped has to go.
  return /\p{Surrogate}/u.test(text) ? '' : encodeURIComponent(text);
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What a person reads; an escape that is no UTF-8 stays, and so does one of what is not seen. */
function decode(text: string, read: (escaped: string) => string): string {
  try {
    return read(text).replace(/[\p{Control}\p{Format}]/gu, encodeURIComponent);
  } catch {
    return text;
  }
}
