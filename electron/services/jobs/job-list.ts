import type { JobSummary, Publish } from '@contract/api';
import { describeThrown, type JsonValue, StudioError } from '@core/errors/studio-error';
import { isUrgent, type JobEvent } from '@core/jobs/job-event';
import { reduceJob } from '@core/jobs/reduce-job';
import { createThrottle, type Throttle } from '../timing/throttle';
import { type JobFile, writeJobFile } from './job-file';

export interface JobListOptions {
  /** Where jobs are kept from one run of the studio to the next. */
  readonly path: string;
  readonly publish: Publish;
  readonly log: (line: string) => void;
}

const saveIntervalMs = 1_000;
const publishIntervalMs = 100;

/** All jobs in their order, with what their engines go on from: told to windows, kept in a file. */
export class JobList {
  readonly #options: JobListOptions;
  #jobs: Map<string, JobSummary>;
  /** What engines go on from in another run, by job. */
  readonly #kept: Map<string, JsonValue>;
  /** What the jobs themselves go on from, by job. */
  readonly #resumptions: Map<string, JsonValue>;
  /** What many events a second change of a job is told at a pace. */
  readonly #paces = new Map<string, Throttle>();
  readonly #saving = createThrottle(saveIntervalMs, () => void this.save());
  #lastSave: Promise<void> = Promise.resolve();

  constructor(options: JobListOptions, { jobs, kept, resumptions }: JobFile) {
    this.#options = options;
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
    const ofJobs = (states: Readonly<Record<string, JsonValue>>): Map<string, JsonValue> =>
      new Map(Object.entries(states).filter(([id]) => this.#jobs.has(id)));
    this.#kept = ofJobs(kept);
    this.#resumptions = ofJobs(resumptions);
  }

  list(): readonly JobSummary[] {
    return [...this.#jobs.values()];
  }

  has(jobId: string): boolean {
    return this.#jobs.has(jobId);
  }

  /** @throws StudioError `job/not-found` */
  get(jobId: string): JobSummary {
    const job = this.#jobs.get(jobId);
    if (job !== undefined) return job;
    throw new StudioError('job/not-found', 'there is no such job');
  }

  /**
   * Something happened to a job: told and kept at once where it is urgent, else at a pace, and at
   * the end of the studio kept only.
   * @throws StudioError `job/not-found`
   */
  report(jobId: string, event: JobEvent): void {
    const job = reduceJob(this.get(jobId), event);
    if (isUrgent(event)) this.#tell(job);
    else {
      this.#jobs.set(jobId, job);
      this.#saving.request();
      if (event.kind !== 'interrupted') this.#paceOf(jobId).request();
    }
  }

  #paceOf(jobId: string): Throttle {
    const known = this.#paces.get(jobId);
    if (known !== undefined) return known;
    const pace = createThrottle(publishIntervalMs, () => this.#publish(jobId));
    this.#paces.set(jobId, pace);
    return pace;
  }

  /** Told and kept now, with all that was held back. */
  #tell(job: JobSummary): void {
    this.#paces.get(job.id)?.cancel();
    this.#paces.delete(job.id);
    this.#jobs.set(job.id, job);
    this.#publish(job.id);
    void this.save();
  }

  #publish(jobId: string): void {
    this.#options.publish('job.changed', this.get(jobId));
  }

  /** A new job, or one that is tried again: behind all others, told and kept at once. */
  tellLast(job: JobSummary): void {
    const isMoved = this.#jobs.delete(job.id);
    this.#tell(job);
    if (isMoved) this.reorder(this.list());
  }

  /** @param jobs the same jobs in another order */
  reorder(jobs: readonly JobSummary[]): void {
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
    this.#options.publish('jobs.reordered', { jobIds: jobs.map(({ id }) => id) });
    void this.save();
  }

  remove(jobId: string): void {
    this.#paces.get(jobId)?.cancel();
    this.#paces.delete(jobId);
    this.#jobs.delete(jobId);
    this.#resumptions.delete(jobId);
    this.#options.publish('job.removed', { jobId });
    void this.save();
  }

  getKept(jobId: string): JsonValue | undefined {
    return this.#kept.get(jobId);
  }

  /** Fulfilled when it is in the file. @param state null: nothing is left to go on from */
  keep(jobId: string, state: JsonValue): Promise<void> {
    if (state === null) this.#kept.delete(jobId);
    else this.#kept.set(jobId, state);
    return this.save();
  }

  /** Whoever takes what was kept has to see to it; it is written with the next change. */
  takeKept(jobId: string): JsonValue | undefined {
    const kept = this.#kept.get(jobId);
    this.#kept.delete(jobId);
    return kept;
  }

  getResumption(jobId: string): JsonValue | undefined {
    return this.#resumptions.get(jobId);
  }

  /** Fulfilled when it is in the file; never rejects. */
  keepResumption(jobId: string, state: JsonValue): Promise<void> {
    this.#resumptions.set(jobId, state);
    return this.save();
  }

  /** Written with the next change. */
  dropResumption(jobId: string): void {
    this.#resumptions.delete(jobId);
  }

  /** Whether a job has anything to go on from. */
  canGoOn(jobId: string): boolean {
    return this.#kept.has(jobId) || this.#resumptions.has(jobId);
  }

  /** Never rejects: a list that cannot be written is said in the log. */
  save(): Promise<void> {
    const { path, log } = this.#options;
    // One after the other; each writes what holds when its turn comes.
    this.#lastSave = this.#lastSave
      .then(() =>
        writeJobFile(path, {
          jobs: this.list(),
          kept: Object.fromEntries(this.#kept),
          resumptions: Object.fromEntries(this.#resumptions),
        }),
      )
      .catch((thrown: unknown) => log(`jobs: ${describeThrown(thrown)}`));
    return this.#lastSave;
  }

  /** Writes all there is; nothing is written later by itself. */
  close(): Promise<void> {
    this.#saving.cancel();
    for (const pace of this.#paces.values()) pace.cancel();
    return this.save();
  }
}
