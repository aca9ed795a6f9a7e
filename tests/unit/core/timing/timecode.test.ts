import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTimecode, parseTimecode } from '@core/timing/timecode';

describe('timecodes', () => {
  test.each([
    [0, '00:00:00,000'],
    [3_723_004, '01:02:03,004'],
    [359_999_999, '99:59:59,999'],
    [360_000_000, '100:00:00,000'],
    [1499.6, '00:00:01,500'],
    [-5, '00:00:00,000'],
  ])('[FM8] %d ms is written %s', (timeMs, expected) => {
    expect(formatTimecode(timeMs, ',')).toBe(expected);
  });

  test.each([
    ['00:00:01,500', 1500],
    ['00:00:01.500', 1500],
    ['00:00:01,5', 1500],
    ['0:0:1', 1000],
    ['01:02', 62_000],
    ['00:00:01, 500', 1500],
    ['00:00:01,123456', 1123],
    ['123:00:00,000', 442_800_000],
    ['-00:00:01,000', -1000],
    ['-00:00:00,000', 0],
    ['1', undefined],
    ['00:00:00:00:00', undefined],
    ['a:b', undefined],
    ['', undefined],
  ])('[FM8] %s is read as %s', (text, expected) => {
    expect(parseTimecode(text)).toBe(expected);
  });

  test('[FM8] what is written is read back', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('.' as const, ',' as const), (timeMs, mark) => {
        expect(parseTimecode(formatTimecode(timeMs, mark))).toBe(timeMs);
      }),
    );
  });
});
