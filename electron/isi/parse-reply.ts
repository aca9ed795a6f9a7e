import { StudioError } from '@core/errors/studio-error';
import type { HttpReply } from './http/http-client';

/**
 * The JSON of a reply, text and value.
 * @param url of the request; only its host is named in an error
 * @throws StudioError `engine/reply-unreadable` (data: `host`, `httpStatus`) where it is no JSON
 */
export function parseReply(
  reply: HttpReply,
  url: string,
): { readonly text: string; readonly parsed: unknown } {
  const text = new TextDecoder().decode(reply.body);
  try {
    return { text, parsed: JSON.parse(text) };
  } catch {
    throw createUnreadableError(url, reply.status);
  }
}

/** For a reply that is JSON but not what the vendor describes, too. */
export function createUnreadableError(url: string, httpStatus: number): StudioError {
  const { host } = new URL(url);
  return new StudioError('engine/reply-unreadable', `${host}: HTTP ${httpStatus}, not understood`, {
    data: { host, httpStatus, isRetryable: httpStatus >= 500 },
  });
}
