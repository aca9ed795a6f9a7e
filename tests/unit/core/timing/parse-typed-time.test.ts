import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTypedTime } from '@core/timing/parse-typed-time';
import { formatTimecode } from '@core/timing/timecode';

const time = fc.integer({ min: 0, max: 359_999_999 });

describe('typed times', () => {
  test.each([
    ['1:02.5', 62_500],
    ['00:01:02,500', 62_500],
    ['62.5', 62_500],
    ['62', 62_000],
    ['.5', 500],
    ['90:00', 5_400_000],
    ['1:2:3', 3_723_000],
    ['0,1239', 123],
    ['  1:02  ', 62_000],
    ['１：０２。５', 62_500],
    ['1：02，5', 62_500],
  ])('[TC1] %s is a place', (text, expected) => {
    expect(parseTypedTime(text, 999_999)).toBe(expected);
  });

  test.each([
    ['+0.2', 10_200],
    ['-0.2', 9_800],
    ['−0.2', 9_800],
    ['+ 1:00', 70_000],
    ['-1:00', 0],
    ['＋1', 11_000],
  ])('[TC2] %s is a distance from 10 s', (text, expected) => {
    expect(parseTypedTime(text, 10_000)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    ':',
    '1:',
    ':1',
    '1:75',
    '1:60:00',
    '1:2:3:4',
    '1.2.3',
    '1.',
    'a',
    '1m',
    '+',
    '--1',
    '1 2',
    '1e3',
    '-',
  ])('[TC1] "%s" is no time', (text) => {
    expect(parseTypedTime(text, 10_000)).toBeUndefined();
  });

  test('[TC3] what is shown is read back, whatever stood there', () => {
    fc.assert(
      fc.property(
        time,
        time,
        fc.constantFrom('.' as const, ',' as const),
        (timeMs, currentMs, mark) => {
          expect(parseTypedTime(formatTimecode(timeMs, mark), currentMs)).toBe(timeMs);
        },
      ),
    );
  });

  test('[TC2] a distance forth and the same distance back is where it was', () => {
    fc.assert(
      fc.property(time, time, (currentMs, distanceMs) => {
        const distance = formatTimecode(distanceMs, '.');
        const moved = parseTypedTime(`+${distance}`, currentMs);
        expect(moved).toBe(currentMs + distanceMs);
        expect(parseTypedTime(`-${distance}`, moved ?? NaN)).toBe(currentMs);
      }),
    );
  });

  test('[TC3] any text is a whole time from zero on, or none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789:.,+- 。：a')) }),
        time,
        (text, currentMs) => {
          const timeMs = parseTypedTime(text, currentMs);
          if (timeMs !== undefined) expect(Number.isSafeInteger(timeMs) && timeMs >= 0).toBe(true);
        },
      ),
    );
  });
});
