import type { IncomingMessage } from 'node:http';
import { findRefusal, isSameSecret } from './request-guard';

/** What lets a request in. */
export interface Keys {
  /** Opens the page and everything behind it; in the address at first, then in the cookie. */
  readonly token: string;
  /**
   * Each opens the page once. Where an address has to stand on a command line, as that of a
   * browser does, everybody on the computer can read it.
   */
  readonly tickets: Set<string>;
  /** Lets another start of the program hand a file over; no page ever learns it. */
  readonly handoverToken: string;
}

/** The path another start of the program posts to. */
export const handoverPath = '/handover';

/**
 * Judges a request before anything of it is answered.
 * @returns the status it is refused with; undefined where it may pass
 */
export function refuse(
  request: IncomingMessage,
  url: URL,
  keys: Keys,
  handoverHeader: string,
): 401 | 403 | undefined {
  const port = request.socket.localPort ?? 0;
  const { host, origin, cookie } = request.headers;
  const refusal = findRefusal({ host, origin }, port);
  if (refusal !== undefined) return refusal;
  if (url.pathname === handoverPath) {
    const given = request.headers[handoverHeader];
    return typeof given === 'string' && isSameSecret(given, keys.handoverToken) ? undefined : 401;
  }
  const ticket = url.searchParams.get('ticket');
  if (ticket !== null) return keys.tickets.delete(ticket) ? undefined : 401;
  const token = url.searchParams.get('token') ?? readCookie(cookie, cookieName(port));
  return isSameSecret(token, keys.token) ? undefined : 401;
}

/** Whether the address of a page holds what opens it, and so is to be left for the bare one. */
export function isOpening(url: URL): boolean {
  return url.searchParams.has('token') || url.searchParams.has('ticket');
}

/** A cookie's name carries the port, because cookies of one computer are shared by all its ports. */
function cookieName(port: number): string {
  return `zimu-${port}`;
}

/** The cookie that opens the host to the page from now on, until the browser is closed. */
export function formatCookie(port: number, token: string): string {
  return `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;
}

function readCookie(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
}
