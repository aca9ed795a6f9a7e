import type { JobSummary, Publish } from '@contract/api';
import { describeThrown, errorToJson, StudioError } from '@core/errors/studio-error';
import type { Projects } from '../projects/projects';
import type { Studio } from '../studio';
import { createThrottle } from '../timing/throttle';
import type { JobQueue } from '../workspace';
import { readJobFile, writeJobFile } from './job-file';
import { RemainingTime } from './remaining-time';
import { runJob } from './run-job';

export interface JobQueueOptions {
  /** Where jobs are kept from one run of the studio to the next. */
  readonly path: string;
  readonly studio: Pick<Studio, 'requireEngine' | 'openRecording' | 'transcribe'>;
  readonly projects: Projects;
  readonly publish: Publish;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
}

const publishIntervalMs = 100;
const saveIntervalMs = 1_000;
/** Ended jobs beyond it leave the list, the oldest first. */
const mostEndedJobs = 50;

/**
 * The jobs of the last run and those to come. One that had not ended when the studio did has
 * failed with `job/interrupted`: what it had recognised is in its project, and it can be tried again.
 */
export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const before = await readJobFile(options.path, options.log);
  const error = errorToJson(new StudioError('job/interrupted', 'the studio ended during the job'));
  return new LocalJobQueue(
    options,
    before.map((job) =>
      isEnded(job) ? job : { ...job, state: 'failed', endedAtMs: options.now(), error },
    ),
  );
}

class LocalJobQueue implements JobQueue {
  private readonly options: JobQueueOptions;
  /** By id, in the order in which they run. */
  private readonly jobs: Map<string, JobSummary>;
  private readonly saving: ReturnType<typeof createThrottle>;
  private lastSave: Promise<void> = Promise.resolve();
  private running: { readonly jobId: string; readonly abort: AbortController } | undefined;
  private lastRun: Promise<void> = Promise.resolve();
  private isDisposed = false;

  constructor(options: JobQueueOptions, jobs: readonly JobSummary[]) {
    this.options = options;
    this.jobs = new Map(jobs.map((job) => [job.id, job]));
    this.saving = createThrottle(saveIntervalMs, () => this.save());
  }

  list(): readonly JobSummary[] {
    return [...this.jobs.values()];
  }

  start(input: Parameters<JobQueue['start']>[0]): Promise<JobSummary> {
    return this.enqueue(this.options.newId(), input);
  }

  async retry(jobId: string): Promise<JobSummary> {
    const job = this.getJob(jobId);
    if (!isEnded(job)) throw busy();
    return this.enqueue(jobId, job);
  }

  async cancel(jobId: string): Promise<void> {
    const job = this.getJob(jobId);
    if (job.state === 'queued') this.end(job, 'cancelled');
    if (this.running?.jobId !== jobId) return;
    this.running.abort.abort();
    await this.lastRun;
  }

  dismiss(jobId: string): void {
    const job = this.getJob(jobId);
    if (!isEnded(job)) throw busy();
    this.remove(jobId);
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    for (const job of this.jobs.values()) if (job.state === 'queued') this.end(job, 'cancelled');
    this.running?.abort.abort();
    await this.lastRun;
    this.saving.cancel();
    this.save();
    await this.lastSave;
  }

  /**
   * @throws StudioError `engine/*`, `model/*`, `usage/invalid`, `project/not-found`, `project/busy`
   *   where a job of the project waits or runs
   */
  private async enqueue(
    id: string,
    { projectId, engine, language, model }: Parameters<JobQueue['start']>[0],
  ): Promise<JobSummary> {
    const { studio, projects, now } = this.options;
    const readiness = await studio.requireEngine(engine, language).check(model);
    if (readiness.state === 'unavailable') throw readiness.error;
    const { title } = await projects.read(projectId);
    // Looked at last, so that two requests at once cannot both find the project free.
    if (this.list().some((job) => job.projectId === projectId && !isEnded(job))) throw busy();
    // Behind all others, also where it was tried before.
    this.jobs.delete(id);
    const job: JobSummary = {
      id,
      projectId,
      title,
      engine,
      language,
      ...(model === undefined ? {} : { model }),
      state: 'queued',
      fraction: 0,
      queuedAtMs: now(),
      sentenceCount: 0,
      notices: [],
    };
    this.tell(job);
    this.runNext();
    return job;
  }

  private runNext(): void {
    if (this.running !== undefined || this.isDisposed) return;
    const job = this.list().find(({ state }) => state === 'queued');
    if (job === undefined) return;
    const abort = new AbortController();
    this.running = { jobId: job.id, abort };
    this.lastRun = this.run(job.id, abort.signal).then(() => {
      this.running = undefined;
      this.runNext();
    });
  }

  private async run(jobId: string, signal: AbortSignal): Promise<void> {
    const { studio, projects, publish, now, newId } = this.options;
    const remaining = new RemainingTime();
    const pace = createThrottle(publishIntervalMs, () =>
      publish('job.changed', this.getJob(jobId)),
    );
    /** What many reports a second change is told at a pace. */
    const change = (changes: Partial<JobSummary>): void => {
      this.jobs.set(jobId, { ...this.getJob(jobId), ...changes });
      pace.request();
      this.saving.request();
    };
    this.tell({ ...this.getJob(jobId), state: 'running', stage: 'loading', startedAtMs: now() });
    const end = await runJob({
      job: this.getJob(jobId),
      runId: newId(),
      studio,
      projects,
      signal,
      onProgress: ({ stage, notices, ...step }) => {
        const job = this.getJob(jobId);
        const fraction = Math.max(job.fraction, step.fraction);
        const remainingMs = remaining.update(performance.now(), fraction);
        change({
          stage,
          fraction,
          notices: [...job.notices, ...notices],
          ...(remainingMs === undefined ? {} : { remainingMs }),
        });
      },
      onWritten: (sentenceCount) => change({ sentenceCount }),
    });
    pace.cancel();
    this.end(this.getJob(jobId), end.state, end.state === 'failed' ? end.error : undefined);
  }

  private end(job: JobSummary, state: 'done' | 'failed' | 'cancelled', error?: StudioError): void {
    // Where it stood says what a failure came from; what remains is of no use any more.
    const ended: { -readonly [Key in keyof JobSummary]: JobSummary[Key] } = { ...job, state };
    delete ended.remainingMs;
    if (state === 'done') {
      delete ended.stage;
      ended.fraction = 1;
    }
    this.tell({
      ...ended,
      endedAtMs: this.options.now(),
      ...(error === undefined ? {} : { error: errorToJson(error) }),
    });
    const old = this.list().filter(isEnded).slice(0, -mostEndedJobs);
    for (const { id } of old) this.remove(id);
  }

  private remove(jobId: string): void {
    this.jobs.delete(jobId);
    this.options.publish('job.removed', { jobId });
    this.save();
  }

  /** A change of state: told and kept at once. */
  private tell(job: JobSummary): void {
    this.jobs.set(job.id, job);
    this.options.publish('job.changed', job);
    this.save();
  }

  private save(): void {
    const { path, log } = this.options;
    // One after the other; each writes what holds when its turn comes.
    this.lastSave = this.lastSave
      .then(() => writeJobFile(path, this.list()))
      .catch((thrown: unknown) => log(`jobs: ${describeThrown(thrown)}`));
  }

  private getJob(jobId: string): JobSummary {
    const job = this.jobs.get(jobId);
    if (job !== undefined) return job;
    throw new StudioError('job/not-found', 'there is no such job');
  }
}

function isEnded({ state }: JobSummary): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function busy(): StudioError {
  return new StudioError('project/busy', 'a job of this project has not ended');
}
