import type { HttpReply } from './http/http-client';

/** The text of a reply, and what it is as JSON. */
export interface ReadReply {
  readonly text: string;
  /** Undefined where it is no JSON. */
  readonly parsed: unknown;
}

/** Reads a reply as far as it can be read; what its head says of it counts only where that helps. */
export function readReply({ headers, body }: Pick<HttpReply, 'headers' | 'body'>): ReadReply {
  const text = decodeText(body, headers['content-type'] ?? '');
  try {
    return { text, parsed: JSON.parse(text) };
  } catch {
    return { text, parsed: undefined };
  }
}

/**
 * JSON is UTF-8, whatever charset a gateway writes beside it; only what is no UTF-8 is read as its
 * head says. A byte order mark is taken off.
 */
function decodeText(body: Uint8Array, contentType: string): string {
  const [first, second] = body;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return decodeAs(body, /charset="?([\w-]+)/i.exec(contentType)?.[1]);
  }
}

/** Where nobody knows the charset, what is not readable is shown as such. */
function decodeAs(body: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
