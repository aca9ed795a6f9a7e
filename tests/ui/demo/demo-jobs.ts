import type { JobSummary, MethodInput, Publish } from '@contract/api';
import { diffRecords } from '@core/edits/make-diff';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { isWaiting } from '@core/jobs/job-state';
import { moveWaitingJob } from '@core/jobs/move-waiting-job';
import type { Sentence } from '@core/transcript/sentence';
import type { DemoProjects } from './demo-projects';
import { makeSentences } from './make-project';

/** Jobs of the demo page: one at a time, by a timer, with made sentences. */
export class DemoJobs {
  #jobs: readonly JobSummary[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastNumber = 0;
  readonly #projects: DemoProjects;
  readonly #publish: Publish;
  readonly #stepMs: number;

  /** @param slowness 1: a job takes about eight seconds */
  constructor(projects: DemoProjects, publish: Publish, slowness: number) {
    this.#projects = projects;
    this.#publish = publish;
    this.#stepMs = 200 * slowness;
  }

  list(): readonly JobSummary[] {
    return this.#jobs;
  }

  start(order: MethodInput<'jobs.start'>): JobSummary {
    if (!('language' in order)) throw new StudioError('job/kind-unavailable', 'not shown here');
    const { projectId, engine, language, model } = order;
    this.#lastNumber += 1;
    const job: JobSummary = {
      kind: 'transcribe',
      id: `job-${this.#lastNumber}`,
      projectId,
      title: this.#projects.read(projectId).title,
      engine,
      language,
      ...(model === undefined ? {} : { model }),
      state: 'queued',
      fraction: 0,
      queuedAtMs: Date.now(),
      sentenceCount: 0,
      notices: [],
    };
    this.#put(job);
    this.#startNext();
    return this.#get(job.id);
  }

  cancel(jobId: string): void {
    const job = this.#get(jobId);
    if (job.state === 'running') {
      this.#end(jobId, { state: 'cancelled' });
    } else if (isWaiting(job)) {
      this.#put({ ...job, state: 'cancelled', endedAtMs: Date.now() });
    }
  }

  retry(jobId: string): JobSummary {
    const { projectId, engine, language, model } = this.#get(jobId);
    this.dismiss(jobId);
    return this.start({ projectId, engine, language, model });
  }

  /** Holds a job; one that ran begins anew, as with an engine that has nothing to go on from. */
  pause(jobId: string): JobSummary {
    const job = this.#get(jobId);
    if (job.state === 'running') {
      this.#stop();
      this.#put({ ...job, state: 'paused', beginsAnew: true });
      this.#startNext();
    } else if (job.state === 'queued') {
      this.#put({ ...job, state: 'paused' });
    }
    return this.#get(jobId);
  }

  resume(jobId: string): JobSummary {
    const job = this.#get(jobId);
    if (job.state === 'paused') {
      this.#put({ ...job, state: 'queued', fraction: 0, sentenceCount: 0 });
      this.#startNext();
    }
    return this.#get(jobId);
  }

  move(jobId: string, beforeId: string | undefined): void {
    this.#jobs = moveWaitingJob(this.#jobs, jobId, beforeId);
    this.#publish('jobs.reordered', { jobIds: this.#jobs.map(({ id }) => id) });
  }

  dismiss(jobId: string): void {
    this.#jobs = this.#jobs.filter(({ id }) => id !== jobId);
    this.#publish('job.removed', { jobId });
  }

  /** A job in any state, to look at. */
  show(job: JobSummary): void {
    this.#put(job);
  }

  #startNext(): void {
    if (this.#timer !== undefined) return;
    const next = this.#jobs.find(({ state }) => state === 'queued');
    if (next === undefined) return;
    const project = this.#projects.read(next.projectId);
    const fails = /broken/i.test(project.media.name);
    const found = makeSentences({
      id: next.id,
      sentenceCount: Math.max(1, Math.round(project.media.durationMs / 4_000)),
      durationMs: project.media.durationMs,
      seed: this.#lastNumber,
    });
    const startedAtMs = Date.now();
    let step = 0;
    this.#put({ ...next, state: 'running', stage: 'loading', startedAtMs });
    this.#timer = setInterval(() => {
      step += 1;
      const job = this.#get(next.id);
      const fraction = Math.max(0, Math.min(1, (step - 4) / 36));
      const sentenceCount = Math.floor(found.length * fraction);
      if (fails && fraction > 0.3) {
        const error = errorToJson(
          new StudioError('engine/worker-failed', 'the demo breaks off', {
            data: { reason: 'SIGKILL' },
          }),
        );
        this.#end(next.id, { state: 'failed', error });
        return;
      }
      this.#addSentences(job, found.slice(job.sentenceCount, sentenceCount));
      const elapsedMs = Date.now() - startedAtMs;
      this.#put({
        ...job,
        stage: step <= 4 ? 'loading' : 'transcribing',
        fraction,
        sentenceCount,
        ...(fraction > 0.1 ? { remainingMs: Math.round(elapsedMs / fraction - elapsedMs) } : {}),
      });
      if (fraction === 1) this.#end(next.id, { state: 'done' });
    }, this.#stepMs);
  }

  #addSentences({ id, projectId }: JobSummary, added: readonly Sentence[]): void {
    if (added.length === 0) return;
    this.#projects.edit({
      projectId,
      label: 'transcribe',
      group: id,
      diff: diffRecords('sentences', { added }),
    });
  }

  #end(jobId: string, outcome: Pick<JobSummary, 'state' | 'error'>): void {
    this.#stop();
    this.#put({ ...this.#get(jobId), ...outcome, endedAtMs: Date.now() });
    this.#startNext();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #put(job: JobSummary): void {
    const isKnown = this.#jobs.some(({ id }) => id === job.id);
    this.#jobs = isKnown
      ? this.#jobs.map((known) => (known.id === job.id ? job : known))
      : [...this.#jobs, job];
    this.#publish('job.changed', job);
  }

  #get(jobId: string): JobSummary {
    const found = this.#jobs.find(({ id }) => id === jobId);
    if (found !== undefined) return found;
    throw new StudioError('job/not-found', 'no such job', { data: { job: jobId } });
  }
}
