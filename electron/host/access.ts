import type { IncomingMessage } from 'node:http';
import { findRefusal, isSameSecret } from './request-guard';
import type { Tickets } from './tickets';

/** What lets a request in. */
export interface Keys {
  /**
   * The name the host has for this start, under `localhost`, which every browser takes for this
   * computer. Cookies go to every port of a name: no other program knows this one.
   */
  readonly name: string;
  /** Opens the page and everything behind it; in the address at first, then in the cookie. */
  readonly token: string;
  /** Each opens the page once, for the file that a browser is started with. */
  readonly tickets: Pick<Tickets, 'redeem'>;
  /** Lets another start of the program hand a file over; no page ever learns it. */
  readonly handoverToken: string;
}

/** The path another start of the program posts to. */
export const handoverPath = '/handover';

/** By no name of a host does a cookie go to another port, so its own may be the same always. */
const cookieName = 'zimu';

/**
 * Judges a request before anything of it is answered [HG2] [HG3].
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
  const isHandover = url.pathname === handoverPath;
  const page = new URL(formatOrigin(keys.name, port));
  const hosts = [page.host, ...(isHandover ? [new URL(formatOrigin('127.0.0.1', port)).host] : [])];
  // Who comes by the address that all ports share is told to come by the name, whatever they bring.
  const bare = ['127.0.0.1', 'localhost'].map((name) => new URL(formatOrigin(name, port)).host);
  const isBare = !isHandover && bare.includes(host ?? '');
  const refusal = findRefusal(
    { host, origin },
    { hosts: [...hosts, ...(isBare ? bare : [])], origin: page.origin },
  );
  if (refusal !== undefined) return refusal;
  if (isBare) return 401;
  if (isHandover) {
    const given = request.headers[handoverHeader];
    return typeof given === 'string' && isSameSecret(given, keys.handoverToken) ? undefined : 401;
  }
  const ticket = url.searchParams.get('ticket');
  if (ticket !== null) return keys.tickets.redeem(ticket) ? undefined : 401;
  const token = url.searchParams.get('token') ?? readCookie(cookie, cookieName);
  return isSameSecret(token, keys.token) ? undefined : 401;
}

/** The address of a host, as a browser asks for it. */
export function formatOrigin(name: string, port: number): string {
  return `http://${name}:${port}`;
}

/** Whether the address of a page holds what opens it, and so is to be left for the bare one. */
export function isOpening(url: URL): boolean {
  return url.searchParams.has('token') || url.searchParams.has('ticket');
}

/** The cookie that opens the host to the page from now on, until the browser is closed. */
export function formatCookie(token: string): string {
  return `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`;
}

function readCookie(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
}
