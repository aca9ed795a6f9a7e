import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StudioError } from '../../../../electron/core/errors/studio-error';
import { EngineChild } from '../../../../electron/engines/local/child-process';
import { Detector } from '../../../../electron/engines/local/detector';
import { generousWatchdog, WorkerPool } from '../../../../electron/engines/local/worker-pool';

const script = resolve(import.meta.dirname, '../../../fixtures/children/scripted-child.mjs');
const never = new AbortController().signal;
const samples = new Float32Array(16_000);

let directory: string;
let children: EngineChild[];
let pool: WorkerPool | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pool-'));
  children = [];
});

afterEach(async () => {
  await pool?.dispose();
  pool = undefined;
  for (const child of children) child.kill();
  await Promise.all(children.map((child) => child.exited));
  rmSync(directory, { recursive: true });
});

function plan(content: object): void {
  writeFileSync(join(directory, 'plan.json'), JSON.stringify(content));
}

function spawn(): EngineChild {
  const child = new EngineChild(script);
  children.push(child);
  return child;
}

function createPool(workers = 2, watchdog = generousWatchdog): WorkerPool {
  pool = new WorkerPool({
    spawn,
    load: { kind: 'load-recogniser', directory, model: 'base' },
    workers,
    watchdog,
    log: () => undefined,
  });
  return pool;
}

const recognise = { kind: 'recognise', samples } as const;

async function failureOf(work: Promise<unknown>): Promise<StudioError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof StudioError) return thrown;
  throw new Error('Expected a StudioError', { cause: thrown });
}

describe('a pool of recogniser children', () => {
  it('answers one request with one child', async () => {
    const reply = await createPool().run(recognise, never);
    expect(reply.chunks[0]?.text).toBe('Plain');
    expect(children).toHaveLength(1);
  });

  it('starts a second child when a second request waits, and no more than it may', async () => {
    const created = createPool(2);
    await Promise.all(Array.from({ length: 4 }, () => created.run(recognise, never)));
    expect(children).toHaveLength(2);
  });

  it('keeps to one child where told so', async () => {
    const single = createPool(1);
    await Promise.all([single.run(recognise, never), single.run(recognise, never)]);
    expect(children).toHaveLength(1);
  });

  it.each(['crash', 'exit', 'fail'])(
    'tries once more after a %s, in a fresh child',
    async (deed) => {
      plan({ recognise: [deed] });
      const reply = await createPool(1).run(recognise, never);
      expect(reply.kind).toBe('recognised');
      expect(children).toHaveLength(2);
    },
  );

  it('fails with a code and the reason after the second death', async () => {
    plan({ recognise: ['crash', 'crash'] });
    const error = await failureOf(createPool(1).run(recognise, never));
    expect(error.code).toBe('engine/worker-failed');
    expect(error.data).toMatchObject({ reason: 'exit', exitCode: null, signal: 'SIGABRT' });
    expect(error.data['stderr']).toContain('native failure');
  });

  it('gives the exit code of a child that left', async () => {
    plan({ recognise: ['exit', 'exit'] });
    const error = await failureOf(createPool(1).run(recognise, never));
    expect(error.data).toMatchObject({ reason: 'exit', exitCode: 7, signal: null });
  });

  it('answers the next request after a failed one', async () => {
    plan({ recognise: ['crash', 'crash'] });
    const created = createPool(1);
    await failureOf(created.run(recognise, never));
    expect((await created.run(recognise, never)).kind).toBe('recognised');
  });

  it('kills a stuck child and tries once more', async () => {
    plan({ recognise: ['hang', 'hang'] });
    const watchdog = { loadMs: 10_000, requestMs: 100, perAudioSecondMs: 100 };
    const error = await failureOf(createPool(1, watchdog).run(recognise, never));
    expect(error.code).toBe('engine/worker-failed');
    expect(error.data).toMatchObject({ reason: 'timeout', signal: 'SIGKILL' });
    expect(children).toHaveLength(2);
  });

  it('reports a corrupt model at once', async () => {
    plan({ 'load-recogniser': ['corrupt'] });
    const error = await failureOf(createPool().run(recognise, never));
    expect(error.code).toBe('model/corrupt');
    expect(children).toHaveLength(1);
  });

  it('loads once more after a death while loading, then fails', async () => {
    plan({ 'load-recogniser': ['crash'] });
    expect((await createPool(1).run(recognise, never)).kind).toBe('recognised');
    plan({ 'load-recogniser': ['crash', 'crash', 'crash', 'crash', 'crash'] });
    const error = await failureOf(createPool(1).run(recognise, never));
    expect(error.code).toBe('engine/worker-failed');
  });

  it('goes on with one child where a second cannot be loaded', async () => {
    plan({ 'load-recogniser': ['answer', 'crash', 'crash', 'crash', 'crash'] });
    const created = createPool(2);
    await created.run(recognise, never);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => created.run(recognise, never)),
    );
    expect(replies).toHaveLength(12);
  });

  it('ends a cancelled request at once and its child with it', async () => {
    plan({ recognise: ['hang'] });
    const created = createPool(1);
    const controller = new AbortController();
    const work = failureOf(created.run(recognise, controller.signal));
    while (!readCount('recognise')) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    // The plan never answers: only the signal ends the request, and only a kill the child.
    expect((await work).code).toBe('job/cancelled');
    await children[0]!.exited;
    expect((await created.run(recognise, never)).kind).toBe('recognised');
  });

  it('leaves no child behind', async () => {
    const created = createPool(2);
    await Promise.all([created.run(recognise, never), created.run(recognise, never)]);
    await created.dispose();
    await Promise.all(children.map((child) => child.exited));
    expect(children.map((child) => child.alive)).toEqual(children.map(() => false));
    expect((await failureOf(created.run(recognise, never))).code).toBe('job/cancelled');
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('exit');
    const created = createPool(2);
    await Promise.all([created.run(recognise, never), created.run(recognise, never)]);
    expect(process.listenerCount('exit')).toBe(before + 1);
    await created.dispose();
    expect(process.listenerCount('exit')).toBe(before);
  });
});

describe('a script that is not there', () => {
  it('fails with a code, not with silence', async () => {
    const child = new EngineChild(join(directory, 'missing.mjs'));
    children.push(child);
    const error = await failureOf(child.request(recognise, 10_000));
    expect(error.code).toBe('engine/worker-failed');
    expect(error.data['exitCode']).toBe(1);
  });
});

describe('a detector', () => {
  const loud = new Float32Array(1024).fill(0.5);
  const createDetector = (): Detector =>
    new Detector({
      spawn,
      modelPath: join(directory, 'vad.onnx'),
      watchdog: { loadMs: 10_000, requestMs: 300, perAudioSecondMs: 0 },
      log: () => undefined,
    });

  it('gives one probability for each frame', async () => {
    const detector = createDetector();
    expect(await detector.detect(loud, never)).toHaveLength(2);
    await detector.dispose();
  });

  it('is replaced once after a death', async () => {
    plan({ detect: ['crash'] });
    expect(await createDetector().detect(loud, never)).toHaveLength(2);
    expect(children).toHaveLength(2);
  });

  it('fails with a code after the second', async () => {
    plan({ detect: ['crash', 'hang'] });
    const error = await failureOf(createDetector().detect(loud, never));
    expect(error.code).toBe('engine/worker-failed');
    expect(error.data['reason']).toBe('timeout');
  });

  it('reports a missing model of its own', async () => {
    plan({ 'load-detector': ['corrupt'] });
    expect((await failureOf(createDetector().detect(loud, never))).code).toBe('model/corrupt');
  });
});

function readCount(kind: string): number {
  try {
    return readFileSync(join(directory, `${kind}.count`)).length;
  } catch {
    return 0;
  }
}
