import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ChildKeeper } from '../../../../electron/engines/local/child-keeper';
import { generousWatchdog, type WorkerPool } from '../../../../electron/engines/local/worker-pool';

const childScript = resolve(import.meta.dirname, '../../../fixtures/children/scripted-child.mjs');
const base = {
  model: 'base',
  directory: import.meta.dirname,
  detectorPath: `${import.meta.dirname}/none/vad.onnx`,
  withAligner: false,
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

it('serves a call that needs less with what is loaded, and replaces it for one that needs more', async () => {
  const keeper = createKeeper(60_000);
  const plain = await poolOf(keeper, base);
  expect(await poolOf(keeper, base)).toBe(plain);
  const aligning = await poolOf(keeper, { ...base, withAligner: true });
  expect(aligning).not.toBe(plain);
  expect(plain.size).toBe(0);
  expect(await poolOf(keeper, base)).toBe(aligning);
  await keeper.dispose();
  expect(aligning.size).toBe(0);
});
