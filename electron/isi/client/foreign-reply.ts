import { omitUndefined } from '@core/omit-undefined';
import type { ReplyReason } from '@core/errors/explain-reply';
import { StudioError } from '@core/errors/studio-error';
import { maskSecrets } from '@isi/mask-secrets';
import { dropHarmful } from '@core/messages/show-harmless';
import type { HttpReply } from './http/http-client';
import { isPassingStatus, readRetryAfterMs } from './http/retry-after';
import { readReply } from './read-reply';

/**
 * The error for a reply that the service itself did not give, or not as a whole: a login page, the
 * error page of a proxy, a reply that is cut off. Its status says whether the same may work later.
 * Data: `host`, `httpStatus`, `reason`, `answer` (the status, and what gave it as far as it says, for
 * people), `isRetryable`; `target` (host) of a redirection, `retryAfterMs` where it was asked for.
 * @param url of the request; only its host is named
 */
export function createForeignError(reply: HttpReply, url: string): StudioError {
  const { host } = new URL(url);
  const { status } = reply;
  const answer = [`HTTP ${status}`, ...describeAnswerer(reply)].join(', ');
  const target = findTarget(reply, url);
  const retryAfterMs = readRetryAfterMs(reply);
  return new StudioError('engine/reply-unreadable', `${host}: ${answer}, not understood`, {
    data: {
      host,
      httpStatus: status,
      reason: findReason(reply, target),
      answer,
      isRetryable: isPassingStatus(status),
      ...omitUndefined({ target, retryAfterMs }),
    },
  });
}

/** A network that wants a login, a proxy that wants one, a network that wants one (RFC 6585). */
const loginStatuses = [401, 403, 407, 511];

function findReason(reply: HttpReply, target: string | undefined): ReplyReason {
  const { status, body } = reply;
  if (loginStatuses.includes(status)) return 'login';
  if (target !== undefined) return 'redirect';
  if (isPassingStatus(status)) return 'gateway';
  if (status >= 300) return 'other-server';
  if (body.byteLength === 0) return 'empty';
  const { text, parsed } = readReply(reply);
  if (parsed !== undefined) return 'other-content';
  if (isWebPage(reply)) return 'web-page';
  return text.trimStart().startsWith('<') ? 'other-content' : 'broken';
}

/** Whether a reply says that it is HTML, or looks like it. */
export function isWebPage(reply: HttpReply): boolean {
  if (/\bx?html\b/i.test(reply.headers['content-type'] ?? '')) return true;
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(readReply(reply).text.slice(0, 200));
}

function findTarget({ status, headers }: HttpReply, url: string): string | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, url) ? plain(new URL(location, url).host) : undefined;
}

/** The program that answers and the title of its page, where they say. */
function describeAnswerer(reply: HttpReply): readonly string[] {
  const program = plain(reply.headers['via'] ?? reply.headers['server'] ?? '');
  const title = isWebPage(reply)
    ? plain(/<title[^>]*>([^<]*)/i.exec(readReply(reply).text)?.[1] ?? '')
    : '';
  // An error page may repeat the address that was asked for, which may be signed.
  const isTelling = /[?=&]|:\/\/|[0-9a-f]{16}/i.test(title);
  return [program, isTelling ? '' : title].filter((part) => part !== '');
}

const longestPart = 60;

/** Foreign words on their way to a terminal: in one line, visible and short. */
function plain(text: string): string {
  const shown = maskSecrets(dropHarmful(text, ' ').replaceAll(/\s+/gu, ' '));
  return shown.length > longestPart ? `${shown.slice(0, longestPart)}…` : shown;
}
