import { describe, expect, test } from 'vitest';
import {
  countPeaks,
  formatPeakFileHeader,
  growingHeader,
  isWhole,
  layOutLevels,
  parsePeakFileHeader,
} from '../../../../electron/core/waveform/peak-file';

describe('peak file header', () => {
  const complete = {
    peaksPerSecond: 200,
    isComplete: true,
    levels: layOutLevels(2_160_000),
    durationMs: 1.5,
  };

  test.each([complete, growingHeader])('reads what it wrote: %j', (header) => {
    expect(parsePeakFileHeader(formatPeakFileHeader(header))).toEqual(header);
  });

  test('reads from the middle of a larger buffer', () => {
    const buffer = new Uint8Array(100);
    buffer.set(formatPeakFileHeader(complete), 5);
    expect(parsePeakFileHeader(buffer.subarray(5))).toEqual(complete);
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, 79)],
    ['of another program', (bytes: Uint8Array) => bytes.fill(1, 0, 4)],
    ['of a later version', (bytes: Uint8Array) => bytes.fill(3, 4, 5)],
    ['of the version without levels', (bytes: Uint8Array) => bytes.fill(1, 4, 5)],
    ['of another density', (bytes: Uint8Array) => bytes.fill(100, 8, 9)],
  ])('a header %s is none', (_case, damage) => {
    expect(parsePeakFileHeader(damage(formatPeakFileHeader(complete)))).toBeUndefined();
  });

  test('counts whole pairs only', () => {
    const counts = [0, 80, 83, 84, 91].map((size) => countPeaks(growingHeader, size));
    expect(counts).toEqual([0, 0, 0, 1, 2]);
  });

  test('when level 0 is whole, what follows it is not counted', () => {
    const joining = { ...complete, isComplete: false, levels: layOutLevels(10) };
    expect(countPeaks(joining, 80 + 40 + 8)).toBe(10);
  });

  test('levels lie one behind the other', () => {
    expect(layOutLevels(18)).toEqual([
      { beginByte: 80, count: 18 },
      { beginByte: 152, count: 5 },
      { beginByte: 172, count: 2 },
      { beginByte: 180, count: 1 },
      { beginByte: 184, count: 1 },
      { beginByte: 188, count: 1 },
    ]);
  });

  test('a file is whole with exactly the levels of its header, at their places', () => {
    const header = { ...complete, levels: layOutLevels(18) };
    const moved = header.levels.map((level) => ({ ...level, beginByte: level.beginByte + 4 }));
    expect([
      isWhole(header, 192),
      isWhole(header, 191),
      isWhole({ ...header, isComplete: false }, 192),
      isWhole({ ...header, levels: moved }, 192),
      isWhole(growingHeader, 80),
    ]).toEqual([true, false, false, false, false]);
  });
});
