import type { JobSummary } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { hasEnded } from '@core/jobs/job-state';
import type { JobsStore } from '../state/jobs-store';
import type { CommandContext, SomeCommands } from './command';

/** Commands of the menu “File” for all jobs at once. */
export function createJobCommands({ connection, jobs, notices }: CommandContext) {
  /** One after the other, whatever becomes of each. */
  const each = async (
    name: 'jobs.pause' | 'jobs.resume',
    chosen: readonly JobSummary[],
  ): Promise<void> => {
    for (const { id: jobId, title } of chosen) {
      try {
        await connection.client.call(name, { jobId });
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (!isOver(error)) notices.getState().tellProblem(error, title);
      }
    }
  };

  return {
    'file.pauseJobs': () => {
      const going = listGoingJobs(jobs);
      // Those that wait first: none of them is to begin in the place of one that was stopped.
      const isQueued = ({ state }: JobSummary): boolean => state === 'queued';
      void each('jobs.pause', [
        ...going.filter(isQueued),
        ...going.filter((job) => !isQueued(job)),
      ]);
    },
    'file.resumeJobs': () => void each('jobs.resume', listPausedJobs(jobs)),
  } satisfies SomeCommands;
}

/** Jobs that wait or run. */
export function listGoingJobs(jobs: JobsStore): readonly JobSummary[] {
  return jobs.getState().jobs.filter((job) => !hasEnded(job) && !isPaused(job));
}

export function listPausedJobs(jobs: JobsStore): readonly JobSummary[] {
  return jobs.getState().jobs.filter(isPaused);
}

function isPaused({ state }: JobSummary): boolean {
  return state === 'paused';
}

/** It ended, or was taken off the list, before it was its turn: there is nothing left to do. */
function isOver({ code }: StudioError): boolean {
  return code === 'job/ended' || code === 'job/not-found';
}
