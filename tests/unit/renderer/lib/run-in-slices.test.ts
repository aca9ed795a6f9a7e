import type { Steps } from '@core/steps';
import { expect, test } from 'vitest';
import { runInSlices, runSlice } from '../../../../renderer/src/lib/run-in-slices';

/** As long as somebody goes on, up to a number of steps. */
function* count(most: number, seen: { steps: number }): Steps<string> {
  for (; seen.steps < most; seen.steps++) yield;
  return 'done';
}

test('what is short is done at once', () => {
  expect(runSlice(count(3, { steps: 0 }))).toEqual({ value: 'done' });
});

test('what is long goes on until it is done, and gives way in between', async () => {
  const seen = { steps: 0 };
  let turns = 0;
  const other = setInterval(() => turns++);
  const value = await new Promise((done) => runInSlices(count(3_000_000, seen), done));
  clearInterval(other);
  expect([value, seen.steps]).toEqual(['done', 3_000_000]);
  expect(turns).toBeGreaterThan(0);
});

test('what is left off does nothing more', async () => {
  const seen = { steps: 0 };
  const leaveOff = runInSlices(count(Infinity, seen), () => expect.fail('it was left off'));
  await expect.poll(() => seen.steps).toBeGreaterThan(0);
  leaveOff();
  const before = seen.steps;
  await new Promise((turn) => setTimeout(turn));
  expect(seen.steps).toBe(before);
});
