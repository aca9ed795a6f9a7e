import type { JobOrder, JobSummary, Publish } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { chooseJobsToStart } from '@core/jobs/choose-jobs-to-start';
import { makeJob } from '@core/jobs/job-record';
import { hasEnded, isWaiting } from '@core/jobs/job-state';
import { moveWaitingJob } from '@core/jobs/move-waiting-job';
import { reduceJob } from '@core/jobs/reduce-job';
import type { Projects } from '../projects/projects';
import type { Studio } from '../studio';
import type { JobQueue } from '../workspace';
import { readJobFile } from './job-file';
import { JobList } from './job-list';
import type { JobEnd, JobServices } from './kinds/job-kind';
import { getJobKind } from './kinds/job-kinds';
import { Leftovers } from './leftovers';
import { runListedJob } from './run-listed-job';

export interface JobQueueOptions {
  /** Where jobs are kept from one run of the studio to the next. */
  readonly path: string;
  readonly studio: JobServices['studio'] & Pick<Studio, 'discard' | 'removeLeftovers'>;
  readonly projects: Projects;
  readonly publish: Publish;
  /** How many jobs of services of the cloud may send at once; asked each time one may begin. */
  readonly readCloudJobLimit: () => number;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
}

interface RunningJob {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  /** Whether it is paused where it is interrupted; else it waits for another run of the studio. */
  isPausing: boolean;
}

/** Ended jobs beyond it leave the list, the oldest first. */
const mostEndedJobs = 50;

/**
 * The jobs of the last run and those to come. Of those that had not ended when the studio did, one
 * of a service of the cloud goes on where it was, as does one that has kept what it goes on from,
 * and a paused one is still paused. Any other has failed with `job/interrupted`: what it had done is
 * in its project, and it can be tried again.
 */
export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const before = await readJobFile(options.path, options.log);
  const allKept = JSON.stringify(before.kept);
  await options.studio.removeLeftovers((name) => allKept.includes(name));
  const error = interruption('the studio ended during the job');
  const jobs = before.jobs.map((job): JobSummary => {
    if (hasEnded(job) || job.state === 'paused') return job;
    const canGoOn = before.resumptions[job.id] !== undefined;
    if (canGoOn || isOnline(options.studio, job)) return reduceJob(job, { kind: 'interrupted' });
    return reduceJob(job, { kind: 'ended', state: 'failed', atMs: options.now(), error });
  });
  const queue = new StudioJobQueue(options, new JobList(options, { ...before, jobs }));
  // The recordings they need are opened by services that are still being put together.
  setImmediate(() => queue.runNext());
  return queue;
}

class StudioJobQueue implements JobQueue {
  private readonly options: JobQueueOptions;
  private readonly jobs: JobList;
  private readonly running = new Map<string, RunningJob>();
  private readonly leftovers: Leftovers;
  private isDisposed = false;

  constructor(options: JobQueueOptions, jobs: JobList) {
    this.options = options;
    this.jobs = jobs;
    this.leftovers = new Leftovers(jobs, options.studio, options.log);
  }

  list(): readonly JobSummary[] {
    return this.jobs.list();
  }

  start(input: JobOrder): Promise<JobSummary> {
    return this.enqueue(this.options.newId(), input);
  }

  async retry(jobId: string): Promise<JobSummary> {
    const job = this.jobs.get(jobId);
    if (!hasEnded(job)) throw busy();
    return this.enqueue(jobId, job);
  }

  async pause(jobId: string): Promise<JobSummary> {
    const job = this.getUnended(jobId);
    const running = this.running.get(jobId);
    if (running !== undefined) {
      running.isPausing = true;
      running.abort.abort(interruption('the job was paused'));
      await running.ended;
    } else if (job.state === 'queued') {
      this.jobs.report(jobId, { kind: 'paused', beginsAnew: false });
    }
    // Who paused it and is told so finds it paused, even if the studio is killed now.
    await this.jobs.save();
    return this.jobs.get(jobId);
  }

  async resume(jobId: string): Promise<JobSummary> {
    const running = this.running.get(jobId);
    // Paused a moment ago, and not yet stopped.
    if (running?.isPausing === true) await running.ended;
    const job = this.getUnended(jobId);
    if (job.state === 'paused') {
      this.jobs.report(jobId, { kind: 'resumed' });
      this.runNext();
    }
    return this.jobs.get(jobId);
  }

  move(jobId: string, beforeId?: string): void {
    this.jobs.reorder(moveWaitingJob(this.list(), jobId, beforeId));
  }

  async cancel(jobId: string): Promise<void> {
    this.jobs.get(jobId);
    // Again where it was about to be paused, and then to go on.
    for (;;) {
      const running = this.running.get(jobId);
      if (running === undefined) break;
      running.abort.abort();
      await running.ended;
    }
    const job = this.list().find(({ id }) => id === jobId);
    if (job === undefined || !isWaiting(job) || this.isDisposed) return;
    this.jobs.dropResumption(jobId);
    this.end(jobId, { state: 'cancelled' });
    await this.leftovers.discard(job);
  }

  dismiss(jobId: string): void {
    if (!hasEnded(this.jobs.get(jobId))) throw busy();
    this.remove(jobId);
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    // Work of the cloud goes on in the next run of the studio, and so does what can go on from where
    // it was; other work has its partial text.
    const goesOn = (job: JobSummary): boolean =>
      isOnline(this.options.studio, job) || this.jobs.canGoOn(job.id);
    for (const job of this.list()) {
      if (job.state === 'queued' && !goesOn(job)) this.end(job.id, { state: 'cancelled' });
    }
    for (const [id, { abort }] of this.running) {
      if (goesOn(this.jobs.get(id))) abort.abort(interruption('the studio ends'));
      else abort.abort();
    }
    const ended = [...this.running.values()].map((running) => running.ended);
    await Promise.all([...ended, this.leftovers.settle()]);
    await this.jobs.close();
  }

  /**
   * @throws StudioError `job/kind-unavailable`, `project/not-found`, `project/busy` where the very
   *   same job has not ended, and what the kind of job lacks
   */
  private async enqueue(id: string, order: JobOrder): Promise<JobSummary> {
    const { projects, now } = this.options;
    const { projectId } = order;
    const kind = getJobKind(order.kind ?? 'transcribe');
    const { title } = await projects.read(projectId);
    const details = await kind.prepare(order, this.options);
    // Looked at last, so that two requests at once cannot both find that there is no such job.
    const going = this.list().filter((job) => job.projectId === projectId && !hasEnded(job));
    if (going.some((job) => job.kind === details.kind && kind.isRepetition(details, job))) {
      throw busy();
    }
    const job = makeJob({ id, projectId, title, queuedAtMs: now() }, details);
    // Behind all others, also where it was tried before.
    this.jobs.tellLast(job);
    this.runNext();
    return job;
  }

  /** Begins what may run now. */
  runNext(): void {
    if (this.isDisposed) return;
    const { studio, readCloudJobLimit } = this.options;
    const jobs = this.list().map((job) => ({
      id: job.id,
      state: job.state,
      lane: getJobKind(job.kind).laneOf(job, studio),
      isAtService: isAtService(studio, job),
      scope: getJobKind(job.kind).scopeOf(job),
    }));
    for (const id of chooseJobsToStart(jobs, readCloudJobLimit())) {
      const abort = new AbortController();
      const ended = this.run(id, abort.signal).then(() => {
        this.running.delete(id);
        this.runNext();
      });
      this.running.set(id, { abort, ended, isPausing: false });
    }
  }

  private async run(jobId: string, signal: AbortSignal): Promise<void> {
    const end = await runListedJob({
      ...this.options,
      ...{ list: this.jobs, jobId, signal },
      onStage: () => this.runNext(),
    });
    if (end.state !== 'done' && isInterruption(signal)) {
      if (this.running.get(jobId)?.isPausing === true) {
        this.jobs.report(jobId, { kind: 'paused', beginsAnew: !this.jobs.canGoOn(jobId) });
      } else {
        // As it was, so that it goes on.
        this.jobs.report(jobId, { kind: 'interrupted' });
      }
      return;
    }
    // A job that failed may be tried again from where it was. One that was cancelled before its
    // engine knew of it has left what an earlier run did.
    if (end.state === 'done') this.jobs.takeKept(jobId);
    if (end.state !== 'failed') this.jobs.dropResumption(jobId);
    if (end.state === 'cancelled') await this.leftovers.discard(this.jobs.get(jobId));
    this.end(jobId, end);
  }

  private end(jobId: string, end: JobEnd): void {
    this.jobs.report(jobId, { kind: 'ended', atMs: this.options.now(), ...end });
    const old = this.list().filter(hasEnded).slice(0, -mostEndedJobs);
    for (const { id } of old) this.remove(id);
  }

  private remove(jobId: string): void {
    void this.leftovers.discard(this.jobs.get(jobId));
    this.jobs.remove(jobId);
  }

  /** @throws StudioError `job/not-found`, `job/ended` */
  private getUnended(jobId: string): JobSummary {
    const job = this.jobs.get(jobId);
    if (hasEnded(job)) throw new StudioError('job/ended', 'the job has ended');
    return job;
  }
}

function isOnline(studio: JobQueueOptions['studio'], job: JobSummary): boolean {
  return getJobKind(job.kind).laneOf(job, studio) === 'service';
}

/** Whether its service works on by itself: of most the connection waits, and an account has few. */
function isAtService(
  studio: JobQueueOptions['studio'],
  { engine, language, stage }: Pick<JobSummary, 'engine' | 'language' | 'stage'>,
): boolean {
  try {
    const { taskStages = [] } = studio.requireEngine(engine, language).describe();
    return taskStages.some((taskStage) => taskStage === stage);
  } catch {
    // An engine of another version: no service has its job.
    return false;
  }
}

/** The reason by which an engine knows that the work will go on: it cleans nothing up. */
function interruption(message: string): StudioError {
  return new StudioError('job/interrupted', message);
}

function isInterruption({ reason }: AbortSignal): boolean {
  return reason instanceof StudioError && reason.code === 'job/interrupted';
}

function busy(): StudioError {
  return new StudioError('project/busy', 'the job has not ended');
}
