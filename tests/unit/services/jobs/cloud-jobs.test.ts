import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobState, JobSummary } from '@contract/api';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  EngineContext,
  EngineResult,
  TranscriptionEngine,
} from '../../../../electron/engines/engine';
import { createJobQueue } from '../../../../electron/services/jobs/job-queue';
import { transcribeRecording } from '../../../../electron/services/jobs/transcribe-recording';
import type { JobQueue } from '../../../../electron/services/workspace';
import { MemoryProjects } from '../../../helpers/memory-projects';

let folder = '';
let queues: JobQueue[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-cloud-jobs-'));
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.dispose()));
  queues = [];
  await rm(folder, { recursive: true, force: true });
});
const path = (): string => join(folder, 'jobs.json');

/** A run of an engine, in the hands of the test. */
interface HeldRun {
  readonly engine: string;
  readonly context: EngineContext;
  finish(): void;
  fail(error: StudioError): void;
}

/** A studio whose engines do nothing but what the test says. */
async function createScene(projects = ['p1', 'p2', 'p3', 'p4', 'p5']) {
  const memory = new MemoryProjects();
  for (const id of projects) memory.add(id);
  const runs: HeldRun[] = [];
  const discarded: JsonValue[] = [];
  const waiting = new Set<() => void>();
  const events: JobSummary[] = [];
  const wantedNames: boolean[] = [];
  const settings = { limit: 2 };
  const leaveBehind: { error?: StudioError } = {};
  const makeEngine = (id: string): TranscriptionEngine => ({
    describe: () => ({
      id,
      languages: ['en'],
      models: [],
      givesWordTimes: true,
      needsNetwork: id !== 'local',
      canAlign: false,
      takesAddresses: false,
    }),
    check: () => Promise.resolve({ state: 'ready' }),
    transcribe: (_request, context) =>
      new Promise<EngineResult>((fulfil, reject) => {
        const end = (error: StudioError): void => reject(error);
        context.signal.addEventListener('abort', () =>
          end(new StudioError('job/cancelled', 'as told')),
        );
        runs.push({
          engine: id,
          context,
          finish: () => fulfil({ language: 'en', durationMs: 1, segments: [], notices: [] }),
          fail: end,
        });
        for (const check of [...waiting]) check();
      }),
    align: () => Promise.reject(new Error('never')),
    dispose: () => Promise.resolve(),
  });
  let ids = 0;
  const queue = await createJobQueue({
    path: path(),
    studio: {
      findPlace: () => 'file',
      requireEngine: (id) => makeEngine(id),
      openRecording: () =>
        Promise.resolve({
          info: undefined as never,
          audio: { path: '/x.wav', durationMs: 10_000, read: async function* () {} },
          warning: () => undefined,
        }),
      transcribe: (recording, { engine, ...options }, listener) =>
        transcribeRecording(
          { ...options, audio: recording.audio, engine: makeEngine(engine) },
          { ...listener, log: () => undefined },
        ),
      discard: (_job, kept, onRemark) => {
        discarded.push(kept);
        if (leaveBehind.error !== undefined) onRemark?.(leaveBehind.error);
        return Promise.resolve();
      },
      removeLeftovers: (isWanted) => {
        wantedNames.push(isWanted('77.made-of-it'), isWanted('78.other'));
        return Promise.resolve();
      },
    },
    projects: memory.asProjects(),
    publish: (name, payload) => {
      if (name === 'job.changed') events.push(payload as JobSummary);
      for (const check of [...waiting]) check();
    },
    readCloudJobLimit: () => settings.limit,
    now: () => 1_700_000_000_000,
    newId: () => `${String(runs.length)}-${(ids += 1)}-${folder.slice(-6)}`,
    log: () => undefined,
  });
  queues.push(queue);
  const until = (isIt: () => boolean): Promise<void> =>
    new Promise((fulfil) => {
      const check = (): void => {
        if (!isIt()) return;
        waiting.delete(check);
        fulfil();
      };
      waiting.add(check);
      check();
    });
  const find = (id: string): JobSummary => queue.list().find((job) => job.id === id)!;
  return {
    ...{ queue, runs, discarded, events, settings, until, find, wantedNames, leaveBehind },
    start: (projectId: string, engine: string) =>
      queue.start({ projectId, engine, language: 'en' }),
    untilState: (id: string, state: JobState) => until(() => find(id).state === state),
    untilRuns: (count: number) => until(() => runs.length >= count),
  };
}
const readFileKept = async (): Promise<Record<string, unknown>> =>
  (JSON.parse(await readFile(path(), 'utf8')) as { kept: Record<string, unknown> }).kept;
const states = (queue: JobQueue): string[] => queue.list().map(({ state }) => state);

describe('jobs of the cloud', () => {
  it('run beside one local job, so many at once as the setting says', async () => {
    const { start, queue, untilRuns, runs, settings, untilState } = await createScene();
    await start('p1', 'local');
    await start('p2', 'file');
    const third = await start('p3', 'flash');
    await start('p4', 'file');
    await untilRuns(3);
    expect(states(queue)).toEqual(['running', 'running', 'running', 'queued']);
    settings.limit = 3;
    // Looked at when something changes.
    await start('p5', 'local');
    await untilRuns(4);
    expect(states(queue)).toEqual(['running', 'running', 'running', 'running', 'queued']);
    runs.find(({ engine }) => engine === 'flash')!.finish();
    await untilState(third.id, 'done');
    expect(states(queue).at(-1)).toBe('queued');
  });

  it('show that a request is made again, until it went well', async () => {
    const { start, untilRuns, runs, find, until } = await createScene();
    const job = await start('p1', 'file');
    await untilRuns(1);
    const { context } = runs[0]!;
    context.onRetry?.(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    expect(find(job.id).retrying).toMatchObject({ code: 'network/unreachable' });
    context.onProgress({ stage: 'waiting', fraction: 0.5, segments: [], notices: [] });
    expect(find(job.id).retrying).toBeUndefined();
    context.onRetry?.(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    runs[0]!.finish();
    await until(() => find(job.id).state === 'done');
    expect(find(job.id).retrying).toBeUndefined();
  });

  it('say what stays behind until they are dismissed, in the next run too', async () => {
    const first = await createScene();
    const job = await first.start('p1', 'file');
    await first.untilRuns(1);
    const data = { keys: 'isi/a.wav', reason: 'AccessDenied' };
    first.runs[0]!.context.onRemark?.(new StudioError('storage/not-deleted', 'left', { data }));
    first.runs[0]!.finish();
    await first.untilState(job.id, 'done');
    expect(first.find(job.id).remark).toMatchObject({ code: 'storage/not-deleted', data });
    await first.queue.dispose();
    const second = await createScene();
    expect(second.find(job.id).remark).toMatchObject({ code: 'storage/not-deleted', data });
  });

  it('say what could not be removed of one that was cancelled', async () => {
    const { start, untilRuns, runs, queue, find, leaveBehind } = await createScene();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'isi/a.wav' });
    leaveBehind.error = new StudioError('storage/not-deleted', 'left', {
      data: { keys: 'isi/a.wav', reason: 'AccessDenied' },
    });
    await queue.cancel(job.id);
    expect(find(job.id)).toMatchObject({
      state: 'cancelled',
      remark: { code: 'storage/not-deleted' },
    });
  });

  it('go on after the studio ended, the local ones do not', async () => {
    const first = await createScene();
    const local = await first.start('p1', 'local');
    const running = await first.start('p2', 'file');
    const other = await first.start('p3', 'flash');
    const queued = await first.start('p4', 'file');
    await first.untilRuns(3);
    const engineRun = first.runs.find(({ engine }) => engine === 'file')!;
    await engineRun.context.keep?.({ taskId: 'abc', encoded: { name: '77.made-of-it' } });
    await first.queue.dispose();
    expect(engineRun.context.signal.reason).toMatchObject({ code: 'job/interrupted' });
    expect(first.discarded).toEqual([]);
    expect(await readFileKept()).toEqual({
      [running.id]: { taskId: 'abc', encoded: { name: '77.made-of-it' } },
    });

    const second = await createScene();
    expect(second.wantedNames).toEqual([true, false]);
    await second.untilRuns(2);
    expect(second.find(local.id).state).toBe('cancelled');
    expect([running, other, queued].map(({ id }) => second.find(id).state)).toEqual([
      'running',
      'running',
      'queued',
    ]);
    const resumed = second.runs.find(({ engine }) => engine === 'file')!;
    expect(resumed.context.kept).toEqual({ taskId: 'abc', encoded: { name: '77.made-of-it' } });
    resumed.finish();
    await second.untilState(running.id, 'done');
    await expect.poll(readFileKept).toEqual({});
    await second.untilRuns(3);
    expect(second.find(queued.id).state).toBe('running');
  });

  it('go on after the studio was killed', async () => {
    const first = await createScene();
    const job = await first.start('p1', 'file');
    const local = await first.start('p2', 'local');
    await first.untilRuns(2);
    await first.runs[0]!.context.keep?.({ taskId: 'abc' });
    const text = await readFile(path(), 'utf8');
    await first.queue.dispose();
    await writeFile(path(), text);
    const second = await createScene();
    await second.untilRuns(1);
    expect(second.runs[0]!.context.kept).toEqual({ taskId: 'abc' });
    expect(second.find(job.id).state).toBe('running');
    expect(second.find(local.id)).toMatchObject({
      state: 'failed',
      error: { code: 'job/interrupted' },
    });
  });

  it('are cleared up when a person cancels them, wherever they are', async () => {
    const first = await createScene();
    const jobs = [await first.start('p1', 'file'), await first.start('p2', 'file')];
    await first.untilRuns(2);
    for (const [index, { context }] of first.runs.entries()) await context.keep?.({ index });
    await first.queue.dispose();
    const second = await createScene();
    second.settings.limit = 1;
    // Before the engine has heard of it again.
    await second.queue.cancel(jobs[1]!.id);
    expect(second.discarded).toEqual([{ index: 1 }]);
    await second.untilRuns(1);
    await second.runs[0]!.context.keep?.(null);
    await second.queue.cancel(jobs[0]!.id);
    // The engine had cleared up by itself.
    expect(second.discarded).toEqual([{ index: 1 }]);
    expect(states(second.queue)).toEqual(['cancelled', 'cancelled']);
    await second.queue.dispose();
    expect(await readFileKept()).toEqual({});
  });

  it('are tried again from where they failed, and cleared up when they are dismissed', async () => {
    const { start, untilRuns, runs, untilState, queue, discarded } = await createScene();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'x' });
    runs[0]!.fail(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    await untilState(job.id, 'failed');
    await queue.retry(job.id);
    await untilRuns(2);
    expect(runs[1]!.context.kept).toEqual({ uploadedKey: 'x' });
    runs[1]!.fail(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    await untilState(job.id, 'failed');
    queue.dismiss(job.id);
    expect(discarded).toEqual([{ uploadedKey: 'x' }]);
    await expect.poll(readFileKept).toEqual({});
  });

  it('are read from a file of a version that kept nothing', async () => {
    const job = {
      ...{ id: 'old', projectId: 'p1', title: 'x', engine: 'file', language: 'en' },
      ...{ state: 'running', fraction: 0.5, queuedAtMs: 1, sentenceCount: 0, notices: [] },
    };
    await writeFile(path(), JSON.stringify({ version: 1, jobs: [job] }));
    const { untilRuns, runs, find } = await createScene();
    await untilRuns(1);
    expect(find('old').state).toBe('running');
    expect(runs[0]!.context.kept).toBeUndefined();
  });
});
