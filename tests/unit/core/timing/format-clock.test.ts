import { formatClock } from '@core/timing/format-clock';
import { expect, it } from 'vitest';

it.each([
  [0, '0:00'],
  [7_999, '0:07'],
  [725_000, '12:05'],
  [3_723_000, '1:02:03'],
  [360_000_000, '100:00:00'],
])('%i ms is %s', (ms, text) => {
  expect(formatClock(ms)).toBe(text);
});
