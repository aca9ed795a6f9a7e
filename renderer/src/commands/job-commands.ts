import type { JobSummary } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { hasEnded } from '@core/jobs/job-state';
import type { Command, CommandContext } from './command';

/** Commands of the menu “File” for all jobs at once. */
export function createJobCommands({ connection, jobs, notices }: CommandContext) {
  const list = (isIt: (job: JobSummary) => boolean): readonly JobSummary[] =>
    jobs.getState().jobs.filter(isIt);
  const isPaused = ({ state }: JobSummary): boolean => state === 'paused';
  const isGoing = (job: JobSummary): boolean => !hasEnded(job) && !isPaused(job);

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
    'file.pauseJobs': {
      isEnabled: () => list(isGoing).length > 0,
      run: () => {
        const going = list(isGoing);
        // Those that wait first: none of them is to begin in the place of one that was stopped.
        const isQueued = ({ state }: JobSummary): boolean => state === 'queued';
        void each('jobs.pause', [
          ...going.filter(isQueued),
          ...going.filter((job) => !isQueued(job)),
        ]);
      },
    },
    'file.resumeJobs': {
      isEnabled: () => list(isPaused).length > 0,
      run: () => void each('jobs.resume', list(isPaused)),
    },
  } satisfies Record<string, Command>;
}

/** It ended, or was taken off the list, before it was its turn: there is nothing left to do. */
function isOver({ code }: StudioError): boolean {
  return code === 'job/ended' || code === 'job/not-found';
}
