import { expect, test } from 'vitest';
import { readRetryAfterMs } from '../../../../../electron/isi/client/http/retry-after';

const nowMs = Date.parse('2026-01-15T08:30:00Z');
const inAMinute = 'Thu, 15 Jan 2026 08:31:00 GMT';

test.for<[number, Record<string, string>, number | undefined]>([
  [429, { 'retry-after': '7' }, 7_000],
  [503, { 'retry-after': ' 0 ' }, 0],
  [408, { 'retry-after': '1.5' }, 1_500],
  [503, { 'retry-after': inAMinute }, 60_000],
  // The server's own time counts, where it says it.
  [503, { 'retry-after': inAMinute, date: 'Thu, 15 Jan 2026 08:30:50 GMT' }, 10_000],
  [503, { 'retry-after': 'Thu, 15 Jan 2026 08:00:00 GMT' }, 0],
  [429, { 'retry-after': 'soon' }, undefined],
  [429, { 'retry-after': '-5' }, undefined],
  [429, {}, undefined],
  // Of other statuses it says something else.
  [301, { 'retry-after': '7' }, undefined],
  [200, { 'retry-after': '7' }, undefined],
])('HTTP %i %j: %s ms', ([status, headers, pauseMs]) => {
  expect(readRetryAfterMs({ status, headers }, nowMs)).toBe(pauseMs);
});
