import { createHash, timingSafeEqual } from 'node:crypto';

/** What of a request tells where it comes from. */
export interface RequestFacts {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/** What these have to be. */
export interface ExpectedFacts {
  readonly hosts: readonly string[];
  readonly origin: string;
}

/**
 * The status a request from elsewhere is refused with; undefined for one of ours. The Host must be
 * the name made for this start (a page of another site could reach us by a DNS name of its own that
 * resolves to 127.0.0.1, and one of another port by that address), and an Origin must be ours (or
 * such a page could post here) [HG2].
 */
export function findRefusal(
  { host, origin }: RequestFacts,
  expected: ExpectedFacts,
): 403 | undefined {
  if (host === undefined || !expected.hosts.includes(host)) return 403;
  if (origin !== undefined && origin !== expected.origin) return 403;
  return undefined;
}

/** Compares without telling by its duration how much was right. */
export function isSameSecret(given: string | null | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}
