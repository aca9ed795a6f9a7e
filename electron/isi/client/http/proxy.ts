import type { ProxyReason } from '@core/errors/explain-reason';
import { StudioError } from '@core/errors/studio-error';
import { isExcepted } from './no-proxy';
import { isLoopback } from './plain-host';

/** A proxy as a person sets it. */
export interface ProxySetting {
  /** `http://host:port` or `https://host:port`; without a scheme `http` is meant, as with curl. */
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
 * The variables that name a proxy, the first that has a value counts; each in lower case before
 * upper case, as with curl. Unlike curl, HTTP_PROXY in upper case counts too: it is left out where a
 * web server could have set it from a request, which this is none.
 */
const variablesOf = (protocol: string): readonly string[] => [
  protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY',
  'ALL_PROXY',
];

/** Whether the environment names a proxy for anything. */
export function hasProxyVariables(environment: ProxyEnvironment): boolean {
  return ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].some(
    (name) => readVariable(environment, name) !== undefined,
  );
}

/**
 * Which proxy an address is reached through: the setting, else HTTP_PROXY or HTTPS_PROXY, else
 * ALL_PROXY, unless NO_PROXY names its host; never one for this computer itself.
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
  const url = variablesOf(target.protocol)
    .map((name) => readVariable(environment, name))
    .find((value) => value !== undefined);
  if (url === undefined || isExcepted(target, readVariable(environment, 'NO_PROXY'))) {
    return undefined;
  }
  return readProxy({ url });
}

/** An empty variable is none. */
function readVariable(environment: ProxyEnvironment, name: string): string | undefined {
  return [name.toLowerCase(), name]
    .map((spelling) => environment[spelling]?.trim())
    .find((value) => value !== undefined && value !== '');
}

function readProxy(setting: ProxySetting): Proxy {
  const given = setting.url.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw createProxyError(findHost(given), { reason: 'scheme', scheme });
  }
  const text = scheme === undefined ? `http://${given}` : given;
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
