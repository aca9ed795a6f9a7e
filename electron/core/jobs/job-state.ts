/** Every state of a job, in the order in which it may pass through them [JO1]. */
export const jobStates = ['queued', 'paused', 'running', 'done', 'failed', 'cancelled'] as const;

export type JobState = (typeof jobStates)[number];

/** What the order of jobs is made from. */
export interface JobInLine {
  readonly id: string;
  readonly state: JobState;
}

/** Whether a job is over [JO1]; it may still be tried again. */
export function hasEnded({ state }: Pick<JobInLine, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Whether a job has a place among those that are still to run [JO1]. */
export function isWaiting({ state }: Pick<JobInLine, 'state'>): boolean {
  return state === 'queued' || state === 'paused';
}
