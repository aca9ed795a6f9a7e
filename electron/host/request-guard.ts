import { timingSafeEqual } from 'node:crypto';

/** What of a request decides whether it is answered at all. */
export interface RequestFacts {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Token of the query or the cookie. */
  readonly token: string | null | undefined;
}

export interface GuardOptions {
  readonly port: number;
  readonly token: string;
}

/**
 * The status a request is refused with; undefined where it may pass. The Host must be this
 * computer's loopback name (or a page of another site could reach us by a DNS name of its own that
 * resolves to 127.0.0.1), an Origin must be ours (or such a page could post here), and the token
 * must be that of this start.
 */
export function refuseRequest(
  { host, origin, token }: RequestFacts,
  options: GuardOptions,
): 401 | 403 | undefined {
  const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${options.port}`);
  if (host === undefined || !names.includes(host)) return 403;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return 403;
  return isSame(token, options.token) ? undefined : 401;
}

/** Compares without telling by its duration how much was right. */
function isSame(given: string | null | undefined, token: string): boolean {
  const bytes = Buffer.from(given ?? '');
  const expected = Buffer.from(token);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
