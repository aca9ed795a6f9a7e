import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ChildKeeper } from '../../../../electron/engines/local/child-keeper';
import { generousWatchdog, type WorkerPool } from '../../../../electron/engines/local/worker-pool';

const childScript = resolve(import.meta.dirname, '../../../fixtures/children/scripted-child.mjs');
// A child that is quick enough counts there what it was asked.
const directory = mkdtempSync(join(tmpdir(), 'zimu-keeper-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const base = {
  model: 'base',
  directory,
  detectorPath: join(directory, 'none', 'vad.onnx'),
} as const;
const log = (): void => undefined;

function createKeeper(keepAliveMs: number): ChildKeeper {
  return new ChildKeeper({ childScript, workers: 1, keepAliveMs, watchdog: generousWatchdog });
}

async function poolOf(keeper: ChildKeeper, choice: Parameters<ChildKeeper['use']>[0]) {
  return keeper.use(choice, log, ({ pool }) => Promise.resolve(pool));
}

it('ends children that nobody has used for a while', async () => {
  const keeper = createKeeper(1);
  const pool: WorkerPool = await poolOf(keeper, base);
  while (pool.size > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await poolOf(keeper, base)).not.toBe(pool);
  await keeper.dispose();
});

it('keeps children for the next call of the same model only', async () => {
  const keeper = createKeeper(60_000);
  const pool = await poolOf(keeper, base);
  expect(await poolOf(keeper, base)).toBe(pool);
  const other = await poolOf(keeper, { ...base, model: 'tiny', directory: 'elsewhere' });
  expect(other).not.toBe(pool);
  expect(pool.size).toBe(0);
  await keeper.dispose();
  expect(other.size).toBe(0);
});

it('ends the children of another model as soon as their last call is over', async () => {
  const keeper = createKeeper(60_000);
  const tiny = { ...base, model: 'tiny', directory: 'elsewhere' } as const;
  let finishBase = (): void => undefined;
  let finishTiny = (): void => undefined;
  const running = new Promise<void>((resolve) => (finishBase = resolve));
  const later = new Promise<void>((resolve) => (finishTiny = resolve));
  let basePool: WorkerPool | undefined;
  const first = keeper.use(base, log, async ({ pool }) => {
    basePool = pool;
    await running;
  });
  const second = keeper.use(tiny, log, () => later);
  finishBase();
  await first;
  // Its model would stay in memory beside the other's until both were idle.
  expect(basePool?.size).toBe(0);
  finishTiny();
  await second;
  await keeper.dispose();
});
