import { StudioError } from '../errors/studio-error';
import { isWaiting, type JobInLine } from './job-state';

/**
 * Puts a waiting job directly before another one that waits [JO2].
 * @param beforeId the other one; undefined: behind all that wait
 * @returns the jobs in their new order; those that do not wait stand where they stood
 * @throws StudioError `job/not-found`, or `job/not-waiting` where one of the two has begun or ended
 */
export function moveWaitingJob<Job extends JobInLine>(
  jobs: readonly Job[],
  jobId: string,
  beforeId?: string,
): readonly Job[] {
  const moved = requireWaiting(jobs, jobId);
  if (beforeId !== undefined) requireWaiting(jobs, beforeId);
  if (beforeId === jobId) return jobs;
  const waiting = jobs.filter((job) => isWaiting(job) && job.id !== jobId);
  const index = waiting.findIndex(({ id }) => id === beforeId);
  const inOrder = waiting.toSpliced(index === -1 ? waiting.length : index, 0, moved).values();
  return jobs.map((job) => (isWaiting(job) ? (inOrder.next().value ?? job) : job));
}

function requireWaiting<Job extends JobInLine>(jobs: readonly Job[], jobId: string): Job {
  const job = jobs.find(({ id }) => id === jobId);
  if (job === undefined) throw new StudioError('job/not-found', 'there is no such job');
  if (!isWaiting(job)) throw new StudioError('job/not-waiting', 'the job has begun or ended');
  return job;
}
