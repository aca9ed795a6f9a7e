import type { ProjectProperties } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';

/** One sentence before and after a change; both have the same id. */
export interface SentenceChange {
  readonly before: Sentence;
  readonly after: Sentence;
}

/**
 * What an edit did, record by record, and so what its undoing takes. Records carry what was there
 * before: a diff is applied only where each of them still is as it says, so that two diffs on
 * different sentences pass each other in any order and two on the same one do not [ED2].
 */
export interface ProjectDiff {
  readonly added: readonly Sentence[];
  readonly updated: readonly SentenceChange[];
  readonly removed: readonly Sentence[];
  readonly properties?: {
    readonly before: Partial<ProjectProperties>;
    readonly after: Partial<ProjectProperties>;
  };
}
