import { findWordTimesPath } from '../services/formats/word-times-beside';
import type { ParsedArguments } from './parse-arguments';
import { standardOutput } from './standard-output';
import { type OutputPolicy, prepareOutput } from './write-output';

/** Whether the times of words are written beside the result [FM84]. */
export function asksForWordTimes({ flags }: ParsedArguments): boolean {
  return flags.has('word-times');
}

/** Where they go; undefined where nobody asked, and beside standard output there is no place. */
export function findWordTimesTarget(path: string, isAsked: boolean): string | undefined {
  return isAsked && path !== standardOutput ? findWordTimesPath(path) : undefined;
}

/**
 * Makes sure that a result and the times beside it can be written, before the work begins.
 * @throws StudioError `output/*`
 */
export async function prepareResult(
  path: string,
  { hasWordTimes, ...policy }: OutputPolicy & { readonly hasWordTimes: boolean },
): Promise<void> {
  for (const one of [path, findWordTimesTarget(path, hasWordTimes)]) {
    if (one !== undefined && one !== standardOutput) await prepareOutput(one, policy);
  }
}
