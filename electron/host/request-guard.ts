import { createHash, timingSafeEqual } from 'node:crypto';

/** What of a request tells where it comes from. */
export interface RequestFacts {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * The status a request from elsewhere is refused with; undefined for one of ours. The Host must be
 * this computer's loopback name (or a page of another site could reach us by a DNS name of its own
 * that resolves to 127.0.0.1), and an Origin must be ours (or such a page could post here).
 */
export function findRefusal({ host, origin }: RequestFacts, port: number): 403 | undefined {
  const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  if (host === undefined || !names.includes(host)) return 403;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return 403;
  return undefined;
}

/** Compares without telling by its duration how much was right. */
export function isSameSecret(given: string | null | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}
