import type { OddBody } from './odd-bodies';
import { type CallName, rightReplies } from './right-replies';

/** `result`; `again`: tried again, then the result; or what it is refused with or named as. */
export type Outcome = 'result' | 'again' | `refused ${string}` | `unreadable ${string}`;

export const statuses = [
  200, 204, 301, 302, 400, 401, 403, 404, 407, 408, 413, 429, 500, 502, 503, 504, 511,
] as const;

export const isPassing = (status: number): boolean =>
  status === 408 || status === 429 || status >= 500;

/**
 * The rules of the table, apart from the code that keeps them:
 * 1. What is the service's own word counts, whatever the status: a result is one, a refusal for good is
 *    one, a refusal that passes is tried again.
 * 2. Else 408, 429 and 5xx are tried again. A question about a task is always.
 * 3. Else it is named by what it is.
 *
 * Flash has two words without a body: 413 (too large), and 403, which is about the token: with another
 * one it is tried again. The storage goes by the status; its own word is an XML or the id of a request.
 */
export function findOutcome(call: CallName, status: number, body: OddBody): Outcome {
  // A reply with this status has no body.
  const { content, named } = status === 204 ? emptied(call, body) : body;
  if (call === 'upload') return findUploadOutcome(status, content, named);
  if (content === 'right') return 'result';
  if (content === 'refusal') return `refused ${rightReplies[call].refusal.code}`;
  if (content === 'busy') return 'again';
  if (call === 'poll' || isPassing(status)) return 'again';
  if (call === 'flash' && status === 403) return 'again';
  if (call === 'flash' && status === 413) return 'refused 413';
  return `unreadable ${nameForeign(status, named)}`;
}

function findUploadOutcome(
  status: number,
  content: OddBody['content'],
  named: OddBody['named'],
): Outcome {
  const isStored = status < 300;
  if (content === 'right') {
    return isStored ? 'result' : isPassing(status) ? 'again' : `refused ${status}`;
  }
  if (isPassing(status)) return 'again';
  if (content === 'foreign' && (named !== 'empty' || status < 400)) {
    return `unreadable ${nameForeign(status, named)}`;
  }
  if (content === 'foreign') return `refused ${status}`;
  // No word of the storage has this status: nothing was stored.
  if (isStored) return 'unreadable other-content';
  return content === 'busy' ? 'again' : `refused ${rightReplies.upload.refusal.code}`;
}

function nameForeign(status: number, named: OddBody['named']): string {
  if ([401, 403, 407, 511].includes(status)) return 'login';
  if (status < 300) return named ?? 'other-content';
  return status < 400 ? 'redirect' : 'other-server';
}

/** The head alone: of a stored object it is all there is. */
function emptied(call: CallName, body: OddBody): Pick<OddBody, 'content' | 'named'> {
  if (call === 'upload' && body.content === 'right') return body;
  return { content: 'foreign', named: 'empty' };
}
