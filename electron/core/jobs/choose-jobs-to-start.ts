import { doScopesMeet, type JobScope } from './job-scope';
import type { JobInLine } from './job-state';

/**
 * Where a job waits for room: for this computer's one place for long work, for its place for work
 * of moments, or for one of the places at services of the cloud.
 */
export type JobLane = 'computer' | 'moment' | 'service';

/** A job, where it waits, and what it would change. */
export interface JobToStart extends JobInLine {
  readonly lane: JobLane;
  /** The service has all it needs and works by itself: nothing is sent any more. */
  readonly isAtService: boolean;
  /** Undefined: it changes no sentence. */
  readonly scope: JobScope | undefined;
}

/**
 * Which queued jobs may begin now, in their order: one of each lane of this computer at a time, and
 * beside them those of the cloud up to a limit, for which a job does not count that only waits
 * [JO3]; none that would change sentences that another one changes, or will before it [JO4].
 * @param serviceLimit how many of the cloud may send at once; never less than one
 * @returns their ids
 */
export function chooseJobsToStart(
  jobs: readonly JobToStart[],
  serviceLimit: number,
): readonly string[] {
  const running = jobs.filter(({ state }) => state === 'running');
  const countRoom = (lane: JobLane, places: number): number =>
    places - running.filter((job) => job.lane === lane && !job.isAtService).length;
  const room: Record<JobLane, number> = {
    computer: countRoom('computer', 1),
    moment: countRoom('moment', 1),
    service: countRoom('service', Math.max(1, serviceLimit)),
  };
  const before = running.map(({ scope }) => scope);
  const chosen: string[] = [];
  for (const { id, state, lane, scope } of jobs) {
    if (state !== 'queued') continue;
    const isFree = !before.some((other) => doScopesMeet(other, scope));
    before.push(scope);
    if (!isFree || room[lane] <= 0) continue;
    room[lane] -= 1;
    chosen.push(id);
  }
  return chosen;
}
