import {
  countTimecodeFrames,
  findFrame,
  findFrameMs,
  frameRateNames,
  nameFrameRate,
  parseFrameRate,
  roundToFrame,
  usualFrameRates,
} from '@core/timing/frame-rate';
import { formatFrameTimecode, hasDropFrame, parseFrameTimecode } from '@core/timing/frame-timecode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ntsc = usualFrameRates['29.97'];
const anyRate = fc.constantFrom(...Object.values(usualFrameRates));

describe('[FT1] drop-frame timecode', () => {
  it.each([
    [0, '00:00:00;00'],
    [1799, '00:00:59;29'],
    // SMPTE ST 12-1: 00 and 01 are left out in every minute but each tenth.
    [1800, '00:01:00;02'],
    [17_981, '00:09:59;29'],
    [17_982, '00:10:00;00'],
    [107_892, '01:00:00;00'],
    [2_589_407, '23:59:59;29'],
  ])('of frame %i at 29.97 is %s', (frame, text) => {
    expect(formatFrameTimecode(frame, { rate: ntsc, isDropFrame: true })).toBe(text);
    expect(parseFrameTimecode(text, ntsc)).toBe(frame);
  });

  it('leaves out four numbers at 59.94', () => {
    const rate = usualFrameRates['59.94'];
    expect(formatFrameTimecode(3600, { rate, isDropFrame: true })).toBe('00:01:00;04');
    expect(formatFrameTimecode(215_784, { rate, isDropFrame: true })).toBe('01:00:00;00');
  });

  it('is there at 29.97 and 59.94 alone', () => {
    expect(frameRateNames.filter((name) => hasDropFrame(usualFrameRates[name]))).toEqual([
      '29.97',
      '59.94',
    ]);
    expect(formatFrameTimecode(1800, { rate: usualFrameRates['25'], isDropFrame: true })).toBe(
      '00:01:12;00',
    );
  });

  it('a number that it leaves out is the frame after it', () => {
    expect(parseFrameTimecode('00:01:00;00', ntsc)).toBe(1800);
    expect(parseFrameTimecode('00:01:00:00', ntsc)).toBe(1800);
    expect(parseFrameTimecode('00:01:00:00', ntsc, true)).toBe(1800);
    expect(parseFrameTimecode('01:00:00:00', ntsc)).toBe(108_000);
  });

  it.each(['1:2:3', '00:00:00:30', '00:60:00:00', 'x'])('%s is none', (text) => {
    expect(parseFrameTimecode(text, ntsc)).toBeUndefined();
  });
});

it('[FT1] a timecode says the frame it was made of, at every rate', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), anyRate, fc.boolean(), (frame, rate, isDropFrame) => {
      const text = formatFrameTimecode(frame, { rate, isDropFrame });
      expect(parseFrameTimecode(text, rate, isDropFrame)).toBe(frame);
    }),
  );
});

it('[FT2] a time is rounded to the nearest frame, once', () => {
  fc.assert(
    fc.property(fc.nat(90_000_000), anyRate, (timeMs, rate) => {
      const rounded = roundToFrame(timeMs, rate);
      const frameMs = (1000 * rate.denominator) / rate.numerator;
      expect(Math.abs(rounded - timeMs)).toBeLessThanOrEqual(frameMs / 2 + 1);
      expect(roundToFrame(rounded, rate)).toBe(rounded);
      expect(findFrame(findFrameMs(findFrame(timeMs, rate), rate), rate)).toBe(
        findFrame(timeMs, rate),
      );
    }),
  );
});

describe('[FT2] a frame rate', () => {
  it.each([
    ['25', 25, 1],
    ['29.97', 30_000, 1001],
    ['23.98', 24_000, 1001],
    ['23.976024', 24_000, 1001],
    ['30000/1001', 30_000, 1001],
    ['50/2', 25, 1],
    ['12.5', 12_500_000, 1_000_000],
    [' 59.94 ', 60_000, 1001],
  ])('called %s is %i/%i', (text, numerator, denominator) => {
    expect(parseFrameRate(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '0', '-25', '25/0', '1000', 'fast', '1/2/3'])('is not %j', (text) => {
    expect(parseFrameRate(text)).toBeUndefined();
  });

  it('is called as people call it', () => {
    expect(nameFrameRate(ntsc)).toBe('29.97');
    expect(nameFrameRate({ numerator: 60, denominator: 2 })).toBe('30');
    expect(nameFrameRate({ numerator: 12_500_000, denominator: 1_000_000 })).toBe('12.5');
    expect(countTimecodeFrames(ntsc)).toBe(30);
  });
});
