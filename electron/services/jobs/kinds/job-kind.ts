import type { JobOrder, JobSummary } from '@contract/api';
import type { JsonValue, StudioError } from '@core/errors/studio-error';
import type { JobLane } from '@core/jobs/choose-jobs-to-start';
import type { WorkEvent } from '@core/jobs/job-event';
import type { JobRecord } from '@core/jobs/job-record';
import type { JobScope } from '@core/jobs/job-scope';
import type { Projects } from '../../projects/projects';
import type { Studio } from '../../studio';

/** What jobs work with. */
export interface JobServices {
  readonly studio: Pick<
    Studio,
    'requireEngine' | 'requireAligner' | 'findPlace' | 'openRecording' | 'transcribe'
  >;
  readonly projects: Projects;
  readonly newId: () => string;
}

/** One run of a job. */
export interface JobRun<Job extends JobSummary> extends JobServices {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly report: (event: WorkEvent) => void;
  /** What its engine was last given to {@link keep} in an earlier run. */
  readonly kept?: JsonValue;
  readonly keep: (state: JsonValue) => Promise<void>;
  /** What the job itself goes on from, by {@link keepResumption} in an earlier run. */
  readonly resumption?: JsonValue;
  /** Fulfilled when it is in the file; never rejects. */
  readonly keepResumption: (state: JsonValue) => Promise<void>;
}

/** How a run ended; what it has done until then is in the project, whatever the end. */
export type JobEnd =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly error: StudioError };

/** What a job of a kind is beyond what every job is. */
export type JobDetails<Job extends JobSummary> = Job extends unknown
  ? Omit<Job, keyof JobRecord>
  : never;

/** One kind of job: all that the queue and the list know of it. */
export interface JobKindRow<Order extends JobOrder, Job extends JobSummary> {
  /**
   * Looks before a job is queued at what it needs: an engine, a recording, a person's consent.
   * @throws StudioError where it could not be done
   */
  readonly prepare: (order: Order, services: JobServices) => Promise<JobDetails<Job>>;
  /** Whether it would do nothing but what another one, which has not ended, does. */
  readonly isRepetition: (details: JobDetails<Job>, other: Job) => boolean;
  readonly laneOf: (job: Job, studio: JobServices['studio']) => JobLane;
  /** What it may change; undefined: no sentence. */
  readonly scopeOf: (job: Job) => JobScope | undefined;
  /** Never rejects for the job's own failure. */
  readonly run: (run: JobRun<Job>) => Promise<JobEnd>;
}
