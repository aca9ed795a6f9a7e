import { isTaskExpired } from '@isi/task-life';
import { expect, it } from 'vitest';

const hourMs = 3_600_000;

it.each([
  [0, 72 * hourMs - 1, false],
  [0, 72 * hourMs, true],
  [5 * hourMs, 72 * hourMs, false],
  // Of an older program: only the service knows.
  [undefined, 1e15, false],
])('[IS22] a task of %s is at %s expired: %s', (submittedAtMs, nowMs, expected) => {
  expect(isTaskExpired(submittedAtMs, nowMs)).toBe(expected);
});
