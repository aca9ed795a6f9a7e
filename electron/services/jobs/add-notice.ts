import type { JobNotice } from '@core/jobs/job-record';
import type { JobListener } from '../studio';
import type { JobOutcome } from './transcribe-recording';

/** Tells of something that is known only once all was heard, and keeps it with the outcome. */
export function addNotice(
  outcome: JobOutcome,
  notice: JobNotice,
  { report }: Pick<JobListener, 'report'>,
): JobOutcome {
  const step = { kind: 'progress', stage: 'transcribing', fraction: 1 } as const;
  report({ ...step, notices: [notice], sentences: [] });
  return { ...outcome, notices: [...outcome.notices, notice] };
}
