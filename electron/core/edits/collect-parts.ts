import { StudioError } from '../errors/studio-error';
import type { ProjectDiff } from './project-diff';
import { squashDiffs } from './squash-diffs';

/** Which of the parts of an edit a diff is [ED14]. */
export interface EditPart {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * Takes the next part of an edit that is made as a whole once its last part has come. A part that comes
 * again, as its answer was lost, takes the place of what it was; a first one begins anew.
 *
 * @param before the parts so far
 * @returns the diff of all of them where this was the last, else the parts so far
 * @throws StudioError `project/conflict` where a part before it is missing
 */
export function collectParts(
  before: readonly ProjectDiff[],
  { index, count }: EditPart,
  diff: ProjectDiff,
): { readonly parts: readonly ProjectDiff[] } | { readonly whole: ProjectDiff } {
  if (index > before.length) {
    throw new StudioError(
      'project/conflict',
      `part ${index} of an edit comes after ${before.length}`,
    );
  }
  const parts = [...before.slice(0, index), diff];
  return parts.length < count ? { parts } : { whole: squashDiffs(parts) };
}
