import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobState, JobSummary } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import { tokenise } from '@core/transcript/tokenise';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  AudioSource,
  EngineSegment,
  TranscriptionEngine,
} from '../../../../electron/engines/engine';
import { createEngines, type ScriptedStep } from '../../../../electron/engines/registry';
import { createJobQueue } from '../../../../electron/services/jobs/job-queue';
import { transcribeRecording } from '../../../../electron/services/jobs/transcribe-recording';
import type { Studio } from '../../../../electron/services/studio';
import type { JobQueue } from '../../../../electron/services/workspace';
import { MemoryProjects } from '../../../helpers/memory-projects';

let folder = '';
let queues: JobQueue[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-jobs-'));
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.dispose()));
  queues = [];
  await rm(folder, { recursive: true, force: true });
});

function segment(text: string, beginMs: number): EngineSegment {
  const words = tokenise(text).map((token, index) => ({
    ...token,
    beginMs: beginMs + index * 300,
    endMs: beginMs + index * 300 + 250,
    timing: 'measured' as const,
  }));
  return { beginMs, endMs: words.at(-1)!.endMs, channel: 0, words };
}
const first = segment('The market opens.', 500);
const second = segment('Bring bread.', 5_000);
const oldSentence: Sentence = {
  id: 'old',
  beginMs: 0,
  endMs: 900,
  text: 'Old text.',
  channel: 0,
  words: first.words.slice(0, 1).map((word) => ({ ...word, text: 'Old text', after: '.' })),
};

interface Scene {
  readonly steps?: readonly ScriptedStep[];
  readonly openRecording?: Studio['openRecording'];
  readonly engine?: TranscriptionEngine;
}

async function createScene({ steps = [], openRecording, ...scene }: Scene = {}) {
  const memory = new MemoryProjects();
  memory.add('p1', [oldSentence]);
  memory.add('p2');
  memory.add('p3');
  let script = steps;
  const scripted = (): TranscriptionEngine =>
    scene.engine ??
    createEngines({ local: { modelsDirectory: '/none' }, scripted: { steps: script } }).get(
      'scripted',
    );
  const audio: AudioSource = { path: '/x.wav', durationMs: 10_000, read: async function* () {} };
  const started: string[] = [];
  const jobEvents: JobSummary[] = [];
  const removed: string[] = [];
  const waiting = new Set<() => void>();
  const lines: string[] = [];
  let idCount = 0;
  const queue = await createJobQueue({
    path: join(folder, 'home', 'jobs.json'),
    studio: {
      findPlace: () => 'file',
      requireAligner: () => scripted(),
      requireEngine: (engine, language) => {
        if (engine !== 'scripted') {
          throw new StudioError('engine/unavailable', 'none', { data: { engine } });
        }
        if (language !== 'en') throw new StudioError('engine/unsupported-language', 'not known');
        return scripted();
      },
      openRecording:
        openRecording ??
        ((path) => {
          started.push(path);
          for (const check of [...waiting]) check();
          return Promise.resolve({ info: undefined as never, audio, warning: () => undefined });
        }),
      transcribe: (recording, options, listener) =>
        transcribeRecording(
          { ...options, audio: recording.audio, engine: scripted() },
          { ...listener, log: () => undefined },
        ),
      discard: () => Promise.resolve(),
      removeLeftovers: () => Promise.resolve(),
    },
    projects: memory.asProjects(),
    publish: (name, payload) => {
      if (name === 'job.changed') jobEvents.push(payload as JobSummary);
      if (name === 'job.removed') removed.push((payload as { jobId: string }).jobId);
      for (const check of [...waiting]) check();
    },
    readCloudJobLimit: () => 2,
    now: () => 1_700_000_000_000 + idCount,
    newId: () => `id${++idCount}`,
    log: (line) => lines.push(line),
  });
  queues.push(queue);
  const until = (isIt: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!isIt()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const find = (id: string): JobSummary => queue.list().find((job) => job.id === id)!;
  return {
    queue,
    memory,
    started,
    jobEvents,
    removed,
    lines,
    until,
    find,
    setSteps: (next: readonly ScriptedStep[]) => (script = next),
    untilState: (id: string, state: JobState) => until(() => find(id).state === state),
    start: (projectId = 'p1') => queue.start({ projectId, engine: 'scripted', language: 'en' }),
    texts: (projectId = 'p1') => memory.get(projectId).sentences.map(({ text }) => text),
  };
}

describe('a job', () => {
  it('brings its sentences into the project as they come, as one entry of the history', async () => {
    const scene = await createScene({
      steps: [
        { stage: 'transcribing', fraction: 0.4, segments: [first] },
        { afterMs: 350, fraction: 0.8, notices: [{ kind: 'not-speech', beginMs: 0, endMs: 9 }] },
        { fraction: 1, segments: [second] },
      ],
    });
    const job = await scene.start();
    expect(job).toMatchObject({ state: 'queued', title: 'Project p1', fraction: 0 });
    await scene.until(() => scene.memory.edits.length > 0);
    expect(scene.texts()).toEqual(['The market opens.']);
    await scene.untilState(job.id, 'done');
    expect(scene.texts()).toEqual(['The market opens.', 'Bring bread.']);
    expect(scene.memory.get('p1')).toMatchObject({ language: 'en', engine: 'scripted' });
    expect(scene.find(job.id)).toEqual({
      ...job,
      state: 'done',
      fraction: 1,
      sentenceCount: 2,
      notices: [{ kind: 'not-speech', beginMs: 0, endMs: 9 }],
      startedAtMs: expect.any(Number) as number,
      endedAtMs: expect.any(Number) as number,
    });
    expect(new Set(scene.memory.edits.map(({ group }) => group)).size).toBe(1);
    expect(scene.memory.edits.every(({ label }) => label === 'transcribe')).toBe(true);
    expect(scene.memory.openGroups.size).toBe(0);
    const fractions = scene.jobEvents.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
    expect(scene.jobEvents.map(({ state }) => state)).toContain('running');
  });

  it('extends cues only where a person did not touch them', async () => {
    const scene = await createScene({
      steps: [
        { fraction: 0.5, segments: [first, second] },
        { afterMs: 400, fraction: 1 },
      ],
    });
    const job = await scene.start();
    await scene.until(() => scene.texts().length === 2);
    const [market, bread] = scene.memory.get('p1').sentences as [Sentence, Sentence];
    expect(bread.endMs).toBe(second.endMs);
    scene.memory.setSentence('p1', { ...market, endMs: market.endMs + 1 });
    await scene.untilState(job.id, 'done');
    const [marketNow, breadNow] = scene.memory.get('p1').sentences as [Sentence, Sentence];
    expect(marketNow.endMs).toBe(market.endMs + 1);
    expect(breadNow.endMs).toBeGreaterThan(second.endMs);
  });

  it('is not stopped by a person who changes the project at the same moment', async () => {
    const scene = await createScene({
      steps: [
        { fraction: 0.5, segments: [first] },
        { afterMs: 350, fraction: 1, segments: [second] },
      ],
    });
    let changes = 0;
    // What was read a moment ago is now another record: the edit conflicts.
    scene.memory.beforeEdit = () => {
      changes += 1;
      if (changes > 3 && changes % 2 === 0) return;
      for (const sentence of scene.memory.get('p1').sentences) {
        scene.memory.setSentence('p1', { ...sentence, endMs: sentence.endMs + 1 });
      }
    };
    const job = await scene.start();
    await scene.untilState(job.id, 'done');
    expect(scene.texts()).toEqual(['The market opens.', 'Bring bread.']);
  });

  it('keeps the old text where nothing was recognised', async () => {
    const scene = await createScene({ steps: [{ fraction: 1 }] });
    const job = await scene.start();
    await scene.untilState(job.id, 'done');
    expect(scene.texts()).toEqual(['Old text.']);
    expect(scene.find(job.id).sentenceCount).toBe(0);
  });

  it('[JO11] keeps what was recognised when it fails, and begins anew when it is tried again', async () => {
    const data = { reason: 'memory' };
    const scene = await createScene({
      steps: [
        { stage: 'transcribing', fraction: 0.5, segments: [first] },
        { error: new StudioError('engine/worker-failed', 'died', { data }) },
      ],
    });
    const job = await scene.start();
    await scene.untilState(job.id, 'failed');
    expect(scene.find(job.id)).toMatchObject({
      stage: 'transcribing',
      fraction: 0.5,
      sentenceCount: 1,
      error: { code: 'engine/worker-failed', data },
    });
    expect(scene.texts()).toEqual(['The market opens.']);
    scene.setSteps([{ fraction: 1, segments: [first, second] }]);
    expect(await scene.queue.retry(job.id)).toMatchObject({ id: job.id, state: 'queued' });
    await scene.untilState(job.id, 'done');
    expect(scene.find(job.id).error).toBeUndefined();
    expect(scene.texts()).toEqual(['The market opens.', 'Bring bread.']);
    expect(new Set(scene.memory.edits.map(({ group }) => group)).size).toBe(2);
  });

  it('[JO11] keeps what was recognised when it is cancelled, which is no failure', async () => {
    const scene = await createScene({
      steps: [{ fraction: 0.5, segments: [first] }, { waitForever: true }],
    });
    const job = await scene.start();
    await scene.until(() => scene.memory.edits.length > 0);
    await scene.queue.cancel(job.id);
    expect(scene.find(job.id).state).toBe('cancelled');
    expect(scene.find(job.id).error).toBeUndefined();
    expect(scene.texts()).toEqual(['The market opens.']);
    expect(scene.memory.openGroups.size).toBe(0);
    await scene.queue.cancel(job.id);
  });

  it.each([
    ['that cannot be opened', { code: 'media/not-found' }],
    ['whose project cannot be written', { code: 'project/unwritable' }],
  ] as const)('fails on a recording %s', async (_case, { code }) => {
    const error = new StudioError(code, 'as told');
    const scene = await createScene({
      steps: [{ segments: [first], fraction: 0.5 }, { waitForever: true }],
      ...(code === 'media/not-found' ? { openRecording: () => Promise.reject(error) } : {}),
    });
    if (code === 'project/unwritable') {
      scene.memory.beforeEdit = () => {
        throw error;
      };
    }
    const job = await scene.start();
    await scene.untilState(job.id, 'failed');
    expect(scene.find(job.id).error?.code).toBe(code);
    expect(scene.texts()).toEqual(['Old text.']);
    // Else nobody could remove the project until the studio is started anew.
    expect(scene.memory.openGroups.size).toBe(0);
  });
});

describe('the queue', () => {
  it('runs one job at a time, in the order they were asked for', async () => {
    const scene = await createScene({ steps: [{ waitForever: true }] });
    const jobs = [await scene.start('p1'), await scene.start('p2'), await scene.start('p3')];
    await scene.untilState(jobs[0]!.id, 'running');
    await scene.until(() => scene.started.length === 1);
    await scene.queue.cancel(jobs[1]!.id);
    expect(scene.queue.list().map(({ state }) => state)).toEqual([
      'running',
      'cancelled',
      'queued',
    ]);
    await scene.queue.cancel(jobs[0]!.id);
    await scene.until(() => scene.started.length === 2);
    expect(scene.started).toEqual(['/p1.wav', '/p3.wav']);
  });

  it('refuses before it is queued', async () => {
    const scene = await createScene({ steps: [{ waitForever: true }] });
    const start = (projectId: string, engine: string, language: string) =>
      scene.queue.start({ projectId, engine, language });
    await expect(start('p1', 'flash', 'zh')).rejects.toMatchObject({ code: 'engine/unavailable' });
    await expect(start('p1', 'scripted', 'zh')).rejects.toMatchObject({
      code: 'engine/unsupported-language',
    });
    await expect(start('gone', 'scripted', 'en')).rejects.toMatchObject({
      code: 'project/not-found',
    });
    const both = await Promise.allSettled([scene.start(), scene.start()]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(scene.queue.list()).toHaveLength(1);
    const [job] = scene.queue.list();
    for (const refuse of [() => scene.queue.dismiss(job!.id), () => scene.queue.dismiss('gone')]) {
      expect(refuse).toThrow(StudioError);
    }
    await expect(scene.queue.retry(job!.id)).rejects.toMatchObject({ code: 'project/busy' });
    await expect(scene.queue.cancel('gone')).rejects.toMatchObject({ code: 'job/not-found' });
  });

  it('refuses an engine that could not start', async () => {
    const error = new StudioError('model/missing', 'none');
    const engine = createEngines({
      local: { modelsDirectory: '/none' },
      scripted: { readiness: { state: 'unavailable', error } },
    }).get('scripted');
    const scene = await createScene({ engine });
    await expect(scene.start()).rejects.toBe(error);
    expect(scene.queue.list()).toEqual([]);
  });

  it('forgets what is dismissed', async () => {
    const scene = await createScene({ steps: [{ fraction: 1, segments: [first] }] });
    const job = await scene.start();
    await scene.untilState(job.id, 'done');
    scene.queue.dismiss(job.id);
    expect(scene.queue.list()).toEqual([]);
    expect(scene.removed).toEqual([job.id]);
  });

  it('ends cleanly, and shows at the next start what was not done', async () => {
    const scene = await createScene({
      steps: [{ fraction: 0.5, segments: [first] }, { waitForever: true }],
    });
    const [running, waitingJob] = [await scene.start('p1'), await scene.start('p2')];
    await scene.until(() => scene.find(running.id).sentenceCount === 1);
    await scene.queue.dispose();
    expect(scene.texts()).toEqual(['The market opens.']);
    const next = await createScene();
    expect(next.queue.list()).toEqual(scene.queue.list());
    expect(
      next.queue.list().map(({ id, state, sentenceCount }) => [id, state, sentenceCount]),
    ).toEqual([
      [running.id, 'cancelled', 1],
      [waitingJob.id, 'cancelled', 0],
    ]);
  });

  it('[JO10] says of jobs that the studio was killed in the middle, to be tried again', async () => {
    const scene = await createScene({
      steps: [{ fraction: 0.5, segments: [first] }, { waitForever: true }],
    });
    const job = await scene.start();
    await scene.until(() => scene.find(job.id).state === 'running');
    const path = join(folder, 'home', 'jobs.json');
    const kept = async (): Promise<string> => readFile(path, 'utf8').catch(() => '');
    await expect.poll(kept, { timeout: 5_000 }).toMatch(/"running".*"sentenceCount":1/u);
    const text = await kept();
    await scene.queue.dispose();
    await writeFile(path, text);
    const next = await createScene({ steps: [{ fraction: 1, segments: [second] }] });
    expect(next.find(job.id)).toMatchObject({
      state: 'failed',
      error: { code: 'job/interrupted' },
      sentenceCount: 1,
    });
    await next.queue.retry(job.id);
    await next.untilState(job.id, 'done');
    expect(next.texts()).toEqual(['Bring bread.']);
  });

  it('sets a broken file aside', async () => {
    const before = await createScene();
    await before.queue.dispose();
    const path = join(folder, 'home', 'jobs.json');
    await writeFile(path, '{"version": 1, "jobs": [{}]}');
    const scene = await createScene();
    expect(scene.queue.list()).toEqual([]);
    expect(scene.lines.join()).toContain('jobs.json.broken');
    expect(await readFile(`${path}.broken`, 'utf8')).toContain('"jobs": [{}]');
  });
});
