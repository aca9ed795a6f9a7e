import type { JobOrder, JobSummary } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import type { JobKind } from '@core/jobs/job-kinds';
import { alignFields } from './align/align-fields';
import { alignKind } from './align/align-kind';
import type { JobKindRow } from './job-kind';
import { transcribeFields } from './transcribe/transcribe-fields';
import { transcribeKind } from './transcribe/transcribe-kind';

/** A row for whoever does not care which kind it is. */
export type AnyJobKindRow = JobKindRow<JobOrder, JobSummary>;

/** All kinds of job; undefined: without work yet. */
const rows = {
  transcribe: transcribeKind,
  align: alignKind,
  shots: undefined,
  export: undefined,
  'burn-in': undefined,
  import: undefined,
} as const satisfies Readonly<Record<JobKind, unknown>>;

/**
 * The row of a kind.
 * @throws StudioError `job/kind-unavailable` (data: `kind`) where it has no work yet
 */
export function getJobKind(kind: JobKind): AnyJobKindRow {
  // Whoever asks by a job's or an order's own kind gets the row for it; a union loses that link.
  const row = rows[kind] as AnyJobKindRow | undefined;
  if (row !== undefined) return row;
  throw new StudioError('job/kind-unavailable', 'this kind of job has no work yet', {
    data: { kind },
  });
}

/** Fields that jobs of a kind have in the job file beside those of every job. */
export const jobKindFields = { transcribe: transcribeFields, align: alignFields } as const;
