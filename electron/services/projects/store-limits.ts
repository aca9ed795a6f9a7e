import type { ProjectLimits } from './live-project';

/** When a store writes and tells, and how much it keeps. */
export interface StoreLimits extends ProjectLimits {
  readonly summaryDelayMs: number;
  /** `projects.changed` is published at most once in this time. */
  readonly announceDelayMs: number;
  /** Projects that stay in memory. */
  readonly loadedProjects: number;
}

export const usualStoreLimits: StoreLimits = {
  snapshotIdleMs: 3000,
  snapshotLatestMs: 60_000,
  draftDelayMs: 150,
  viewDelayMs: 500,
  summaryDelayMs: 1000,
  announceDelayMs: 300,
  segmentBytes: 4_000_000,
  keptBytes: 32_000_000,
  loadedProjects: 4,
};
