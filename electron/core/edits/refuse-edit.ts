import { StudioError } from '../errors/studio-error';

/**
 * The error of an edit that makes no sense: `usage/invalid`.
 * @param problem what is wrong with it, in English; becomes `data.problem`
 */
export function refuseEdit(problem: string): StudioError {
  return new StudioError('usage/invalid', `edit refused: ${problem}`, { data: { problem } });
}

/** @throws StudioError `usage/invalid` unless the times are whole, not negative and in order */
export function assertSpan(beginMs: number, endMs: number): void {
  if (!Number.isSafeInteger(beginMs) || !Number.isSafeInteger(endMs)) {
    throw refuseEdit('times are whole milliseconds');
  }
  if (beginMs < 0) throw refuseEdit('the begin lies before the recording');
  if (endMs < beginMs) throw refuseEdit('the end lies before the begin');
}
