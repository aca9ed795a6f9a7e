import type { JobInLine } from './job-state';

/** A job, and which of the two lines it stands in. */
export interface JobToStart extends JobInLine {
  /** Done by a service of the cloud; otherwise by this computer. */
  readonly isOnline: boolean;
  /** The service has all it needs and works by itself: nothing is sent any more. */
  readonly isAtService: boolean;
}

/**
 * Which queued jobs may begin now, in their order: one of this computer at a time, and beside it
 * those of the cloud up to a limit, for which a job does not count that only waits [JO3].
 * @param onlineLimit how many of the cloud may send at once; never less than one
 * @returns their ids
 */
export function chooseJobsToStart(
  jobs: readonly JobToStart[],
  onlineLimit: number,
): readonly string[] {
  const countRunning = (isOnline: boolean): number =>
    jobs.filter((job) => job.state === 'running' && job.isOnline === isOnline && !job.isAtService)
      .length;
  let onlineRoom = Math.max(1, onlineLimit) - countRunning(true);
  let localRoom = 1 - countRunning(false);
  return jobs
    .filter(({ state }) => state === 'queued')
    .filter(({ isOnline }) => (isOnline ? onlineRoom-- : localRoom--) > 0)
    .map(({ id }) => id);
}
