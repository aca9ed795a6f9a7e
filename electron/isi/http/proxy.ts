import type { ProxyReason } from '@core/errors/explain-reason';
import { StudioError } from '@core/errors/studio-error';

/** A proxy as a person sets it. */
export interface ProxySetting {
  /** `http://host:port` or `https://host:port`. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  /** Hosts that are reached without it, as in NO_PROXY. */
  readonly noProxy?: string;
}

/** A proxy that one request goes through. */
export interface Proxy {
  readonly origin: string;
  /** Host and port, for people. */
  readonly host: string;
  /** Value of `Proxy-Authorization`: a secret. */
  readonly authorization?: string;
}

export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Which proxy an address is reached through: the setting, else HTTP_PROXY or HTTPS_PROXY; never
 * one for this computer itself.
 * @throws StudioError `network/proxy` as `createProxyError` where the proxy's address is none
 */
export function chooseProxy(
  target: URL,
  setting: ProxySetting | 'none' | undefined,
  environment: ProxyEnvironment,
): Proxy | undefined {
  if (setting === 'none' || isLoopback(target.hostname)) return undefined;
  if (setting !== undefined) {
    return isExcepted(target, setting.noProxy) ? undefined : readProxy(setting);
  }
  const read = (name: string): string | undefined => {
    // The lower case wins, as with curl.
    const value = (environment[name.toLowerCase()] ?? environment[name])?.trim();
    return value === '' ? undefined : value;
  };
  const url = read(target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (url === undefined || isExcepted(target, read('NO_PROXY'))) return undefined;
  return readProxy({ url });
}

/** Whether a host is this computer, by its name or number (`[::1]` with or without brackets). */
export function isLoopback(hostname: string): boolean {
  const name = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name.startsWith('::ffff:7f') ||
    /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(name)
  );
}

/** Names, endings of names (with or without `.` or `*.`) and ports, parted by commas or blanks. */
function isExcepted(target: URL, list: string | undefined): boolean {
  const host = target.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  const port = target.port === '' ? (target.protocol === 'https:' ? '443' : '80') : target.port;
  return (list ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, bracketed, plain, entryPort] =
        /^(?:\[([^\]]+)\]|(.*?))(?::(\d+))?$/.exec(entry) ?? [];
      // More than one colon and no brackets: an IPv6 number without a port.
      const isBareNumber = entry.split(':').length > 2 && bracketed === undefined;
      const name = isBareNumber ? entry : (bracketed ?? plain ?? '').replace(/^\*?\./, '');
      if (!isBareNumber && entryPort !== undefined && entryPort !== port) return false;
      return host === name || host.endsWith(`.${name}`);
    });
}

function readProxy(setting: ProxySetting): Proxy {
  const text = setting.url.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') {
    throw createProxyError(
      findHost(text),
      scheme === undefined ? { reason: 'no-scheme' } : { reason: 'scheme', scheme },
    );
  }
  if (!URL.canParse(text)) throw createProxyError(findHost(text), { reason: 'unreadable' });
  const url = new URL(text);
  const username = setting.username ?? decode(url.username);
  const password = setting.password ?? decode(url.password);
  return {
    origin: url.origin,
    host: url.host,
    ...(username === ''
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`,
        }),
  };
}

/** Host and port of an address that is none, for people: never its user name or password. */
function findHost(text: string): string {
  return (
    text
      .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
      .replace(/^.*@/, '')
      .split(/[/?#]/)[0] ?? ''
  );
}

/** What is wrong with a proxy; one that is not reached has the system's own code as its reason. */
export type ProxyProblem =
  | { readonly reason: Exclude<ProxyReason, 'scheme' | 'status'> }
  | { readonly reason: 'scheme'; readonly scheme: string }
  | { readonly reason: 'status'; readonly status: number }
  | { readonly reason: 'unreached'; readonly systemCode: string };

/**
 * `network/proxy`, with data `host`, `reason` and, by reason, `scheme` or `status`.
 * @param host of the proxy, never with its user name or password
 */
export function createProxyError(host: string, problem: ProxyProblem): StudioError {
  const data =
    problem.reason === 'unreached' ? { host, reason: problem.systemCode } : { host, ...problem };
  return new StudioError('network/proxy', `proxy ${host}: ${Object.values(problem).join(' ')}`, {
    data,
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
