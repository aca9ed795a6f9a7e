import { describe, expect, test } from 'vitest';
import {
  countPeaks,
  formatPeakFileHeader,
  growingHeader,
  parsePeakFileHeader,
} from '../../../../electron/core/waveform/peak-file';

describe('peak file header', () => {
  const complete = { peaksPerSecond: 200, isComplete: true, count: 2_160_000, durationMs: 1.5 };

  test.each([complete, growingHeader])('reads what it wrote: %j', (header) => {
    expect(parsePeakFileHeader(formatPeakFileHeader(header))).toEqual(header);
  });

  test('reads from the middle of a larger buffer', () => {
    const buffer = new Uint8Array(100);
    buffer.set(formatPeakFileHeader(complete), 5);
    expect(parsePeakFileHeader(buffer.subarray(5))).toEqual(complete);
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, 31)],
    ['of another program', (bytes: Uint8Array) => bytes.fill(1, 0, 4)],
    ['of a later version', (bytes: Uint8Array) => bytes.fill(2, 4, 5)],
    ['of another density', (bytes: Uint8Array) => bytes.fill(100, 8, 9)],
  ])('a header %s is none', (_case, damage) => {
    expect(parsePeakFileHeader(damage(formatPeakFileHeader(complete)))).toBeUndefined();
  });

  test('counts whole pairs only', () => {
    expect([0, 32, 35, 36, 43].map(countPeaks)).toEqual([0, 0, 0, 1, 2]);
  });
});
