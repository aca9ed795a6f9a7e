import type { JobSummary, Publish } from '@contract/api';
import {
  describeThrown,
  errorToJson,
  type JsonValue,
  StudioError,
} from '@core/errors/studio-error';
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
  readonly studio: Pick<
    Studio,
    'requireEngine' | 'findPlace' | 'openRecording' | 'transcribe' | 'discard' | 'removeLeftovers'
  >;
  readonly projects: Projects;
  readonly publish: Publish;
  /** How many jobs of services of the cloud may run at once; asked each time one may begin. */
  readonly readCloudJobLimit: () => number;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
}

type JobOrder = Parameters<JobQueue['start']>[0];

interface RunningJob {
  readonly abort: AbortController;
  readonly isOnline: boolean;
  readonly ended: Promise<void>;
}

const publishIntervalMs = 100;
const saveIntervalMs = 1_000;
/** Ended jobs beyond it leave the list, the oldest first. */
const mostEndedJobs = 50;

/**
 * The jobs of the last run and those to come. Of those that had not ended when the studio did, one
 * of a service of the cloud goes on where it was. A local one has failed with `job/interrupted`:
 * what it had recognised is in its project, and it can be tried again.
 */
export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const before = await readJobFile(options.path, options.log);
  const allKept = JSON.stringify(before.kept);
  await options.studio.removeLeftovers((name) => allKept.includes(name));
  const error = errorToJson(interrupted());
  const jobs = before.jobs.map((job): JobSummary => {
    if (isEnded(job)) return job;
    return isOnline(options.studio, job)
      ? { ...job, state: 'queued' }
      : { ...job, state: 'failed', endedAtMs: options.now(), error };
  });
  const queue = new StudioJobQueue(options, jobs, before.kept);
  // The recordings they need are opened by services that are still being put together.
  setImmediate(() => queue.runNext());
  return queue;
}

function isOnline(studio: JobQueueOptions['studio'], { engine, language }: JobSummary): boolean {
  try {
    return studio.requireEngine(engine, language).describe().needsNetwork;
  } catch {
    // An engine of another version: its job cannot go on.
    return false;
  }
}

class StudioJobQueue implements JobQueue {
  private readonly options: JobQueueOptions;
  /** By id, in the order in which they run. */
  private readonly jobs: Map<string, JobSummary>;
  private readonly saving: ReturnType<typeof createThrottle>;
  private lastSave: Promise<void> = Promise.resolve();
  private readonly running = new Map<string, RunningJob>();
  /** What engines go on from in another run of the studio, by job. */
  private readonly kept: Map<string, JsonValue>;
  private readonly discards = new Set<Promise<void>>();
  private isDisposed = false;

  constructor(
    options: JobQueueOptions,
    jobs: readonly JobSummary[],
    kept: Readonly<Record<string, JsonValue>>,
  ) {
    this.options = options;
    this.jobs = new Map(jobs.map((job) => [job.id, job]));
    this.kept = new Map(Object.entries(kept).filter(([id]) => this.jobs.has(id)));
    this.saving = createThrottle(saveIntervalMs, () => void this.save());
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
    if (job.state === 'queued') {
      this.end(job, 'cancelled');
      await this.discard(job);
    }
    const running = this.running.get(jobId);
    running?.abort.abort();
    await running?.ended;
  }

  dismiss(jobId: string): void {
    const job = this.getJob(jobId);
    if (!isEnded(job)) throw busy();
    this.remove(jobId);
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    for (const job of this.jobs.values()) {
      if (job.state === 'queued' && !isOnline(this.options.studio, job)) this.end(job, 'cancelled');
    }
    const running = [...this.running.values()];
    // Work of the cloud goes on in the next run of the studio; local work has its partial text.
    for (const { abort, isOnline: goesOn } of running) {
      if (goesOn) abort.abort(interrupted());
      else abort.abort();
    }
    await Promise.all([...running.map(({ ended }) => ended), ...this.discards]);
    this.saving.cancel();
    await this.save();
  }

  /**
   * @throws StudioError `engine/*`, `model/*`, `usage/invalid`, `project/not-found`, `project/busy`
   *   where a job of the project waits or runs
   */
  private async enqueue(
    id: string,
    { projectId, engine, language, model, appkeyId, parameters }: JobOrder,
  ): Promise<JobSummary> {
    const { studio, projects, now } = this.options;
    const chosen = studio.requireEngine(engine, language);
    const { title, media } = await projects.read(projectId);
    const readiness = await chosen.check(model, studio.findPlace(media.path));
    if (readiness.state === 'unavailable') throw readiness.error;
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
      ...(appkeyId === undefined ? {} : { appkeyId }),
      ...(parameters === undefined ? {} : { parameters }),
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

  /** Begins what may run now: local jobs one at a time, those of the cloud beside them. */
  runNext(): void {
    if (this.isDisposed) return;
    const { studio, readCloudJobLimit } = this.options;
    for (const job of this.list().filter(({ state }) => state === 'queued')) {
      const online = isOnline(studio, job);
      const most = online ? Math.max(1, readCloudJobLimit()) : 1;
      const running = [...this.running.values()].filter((each) => each.isOnline === online);
      if (running.length >= most) continue;
      const abort = new AbortController();
      const ended = this.run(job.id, abort.signal).then(() => {
        this.running.delete(job.id);
        this.runNext();
      });
      this.running.set(job.id, { abort, isOnline: online, ended });
    }
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
    const kept = this.kept.get(jobId);
    const end = await runJob({
      job: this.getJob(jobId),
      ...(kept === undefined ? {} : { kept }),
      keep: (state) => {
        if (state === null) this.kept.delete(jobId);
        else this.kept.set(jobId, state);
        return this.save();
      },
      onRetry: (error) => change({ retrying: errorToJson(error) }),
      onRemark: (error) => change({ remark: errorToJson(error) }),
      runId: newId(),
      studio,
      projects,
      signal,
      onProgress: ({ stage, notices, ...step }) => {
        const job = this.getJob(jobId);
        const fraction = Math.max(job.fraction, step.fraction);
        const remainingMs = remaining.update(performance.now(), fraction);
        this.endRetrying(jobId);
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
    this.endRetrying(jobId);
    if (end.state !== 'done' && isInterruption(signal)) {
      // As it was, so that it goes on.
      this.jobs.set(jobId, { ...this.getJob(jobId), state: 'queued' });
      return;
    }
    // A job that failed may be tried again from where it was. One that was cancelled before its
    // engine knew of it has left what an earlier run did.
    if (end.state === 'done') this.kept.delete(jobId);
    if (end.state === 'cancelled') await this.discard(this.getJob(jobId));
    this.end(this.getJob(jobId), end.state, end.state === 'failed' ? end.error : undefined);
  }

  private end(job: JobSummary, state: 'done' | 'failed' | 'cancelled', error?: StudioError): void {
    // Where it stood says what a failure came from; what remains is of no use any more.
    const ended: { -readonly [Key in keyof JobSummary]: JobSummary[Key] } = { ...job, state };
    delete ended.remainingMs;
    delete ended.retrying;
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

  private endRetrying(jobId: string): void {
    const { retrying, ...job } = this.getJob(jobId);
    if (retrying !== undefined) this.jobs.set(jobId, job);
  }

  /** What a job that will not go on has left, on a server say, is removed. */
  private discard(job: JobSummary): Promise<void> {
    const kept = this.kept.get(job.id);
    if (kept === undefined) return Promise.resolve();
    this.kept.delete(job.id);
    const { studio, log } = this.options;
    const onRemark = (error: StudioError): void => {
      // One that was dismissed has nobody to tell any more; the engine's log has it.
      const listed = this.jobs.get(job.id);
      if (listed !== undefined) this.tell({ ...listed, remark: errorToJson(error) });
    };
    const work = studio.discard(job, kept, onRemark).catch((thrown: unknown) => {
      log(`jobs: ${describeThrown(thrown)}`);
    });
    this.discards.add(work);
    return work.finally(() => this.discards.delete(work));
  }

  private remove(jobId: string): void {
    void this.discard(this.getJob(jobId));
    this.jobs.delete(jobId);
    this.options.publish('job.removed', { jobId });
    void this.save();
  }

  /** A change of state: told and kept at once. */
  private tell(job: JobSummary): void {
    this.jobs.set(job.id, job);
    this.options.publish('job.changed', job);
    void this.save();
  }

  private save(): Promise<void> {
    const { path, log } = this.options;
    // One after the other; each writes what holds when its turn comes.
    this.lastSave = this.lastSave
      .then(() => writeJobFile(path, { jobs: this.list(), kept: Object.fromEntries(this.kept) }))
      .catch((thrown: unknown) => log(`jobs: ${describeThrown(thrown)}`));
    return this.lastSave;
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

function interrupted(): StudioError {
  return new StudioError('job/interrupted', 'the studio ended during the job');
}

function isInterruption({ reason }: AbortSignal): boolean {
  return reason instanceof StudioError && reason.code === 'job/interrupted';
}

function busy(): StudioError {
  return new StudioError('project/busy', 'a job of this project has not ended');
}
