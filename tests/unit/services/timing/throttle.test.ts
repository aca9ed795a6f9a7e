import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThrottle } from '../../../../electron/services/timing/throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs the first request at once, and the others together when the pace allows', () => {
  const runs: number[] = [];
  const throttle = createThrottle(100, () => runs.push(Date.now()));
  const beganMs = Date.now();
  for (let step = 0; step < 50; step += 1) {
    throttle.request();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(runs.map((timeMs) => timeMs - beganMs)).toEqual([0, 100, 200, 300, 400, 500]);
});

it('runs at once what was held back, or forgets it', () => {
  let runs = 0;
  const throttle = createThrottle(100, () => (runs += 1));
  throttle.flush();
  expect(runs).toBe(0);
  throttle.request();
  throttle.request();
  throttle.flush();
  expect(runs).toBe(2);
  throttle.request();
  throttle.cancel();
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(2);
});
