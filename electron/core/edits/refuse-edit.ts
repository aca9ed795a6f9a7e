import { StudioError } from '../errors/studio-error';

/** Why an edit is refused; each has its texts under `reason.edit.…` of the catalogue. */
export const editRefusals = [
  'times-not-whole',
  'begin-before-zero',
  'end-before-begin',
  'channel',
  'no-such-word',
  'split-place',
  'merge-alone',
  'merge-apart',
  'merge-channels',
  'other-text',
  'broken',
] as const;

export type EditRefusal = (typeof editRefusals)[number];

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
