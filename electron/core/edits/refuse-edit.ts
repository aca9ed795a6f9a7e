import { StudioError } from '../errors/studio-error';
import { editReasonTexts } from '../messages/texts/edit-texts';

type ReasonKey = keyof typeof editReasonTexts;

/** Why an edit is refused: what `messages/texts/edit-texts.ts` has a reason for. */
export type EditRefusal = Exclude<
  ReasonKey extends `reason.edit.${infer Reason}` ? Reason : never,
  'next'
>;

const prefix = 'reason.edit.';

/** All of them. */
export const editRefusals = Object.keys(editReasonTexts)
  .map((key) => key.slice(prefix.length))
  .filter((reason): reason is EditRefusal => reason !== 'next');

/**
 * The error of an edit that makes no sense: `usage/invalid`.
 * @param reason what is wrong with it; becomes `data.reason`, by which people read it
 * @param problem the same in English, for logs; becomes `data.problem`
 */
export function refuseEdit(reason: EditRefusal, problem: string): StudioError {
  return new StudioError('usage/invalid', `edit refused: ${problem}`, {
    data: { problem, reason },
  });
}

/** The error of a diff that contradicts itself or breaks a rule, which is no person's doing. */
export function refuseDiff(problem: string): StudioError {
  return refuseEdit('broken', problem);
}

/** @throws StudioError `usage/invalid` unless the times are whole, not negative and in order */
export function assertSpan(beginMs: number, endMs: number): void {
  assertWholeMs(beginMs);
  assertWholeMs(endMs);
  if (beginMs < 0) throw refuseEdit('begin-before-zero', 'the begin lies before the recording');
  if (endMs < beginMs) throw refuseEdit('end-before-begin', 'the end lies before the begin');
}

/** @throws StudioError `usage/invalid` unless a time or a distance is whole milliseconds */
export function assertWholeMs(ms: number): void {
  if (Number.isSafeInteger(ms)) return;
  throw refuseEdit('times-not-whole', 'times are whole milliseconds');
}
