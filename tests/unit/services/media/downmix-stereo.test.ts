import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StereoDownmix } from '../../../../electron/services/media/downmix-stereo';

const rateHz = 16_000;

function mix(interleaved: Float32Array, blockLength = interleaved.length): Float32Array {
  const downmix = new StereoDownmix(rateHz);
  const output = new Float32Array(interleaved.length / 2);
  let written = 0;
  for (let at = 0; at < interleaved.length; at += blockLength) {
    const mono = downmix.push(interleaved.subarray(at, at + blockLength));
    output.set(mono, written);
    written += mono.length;
  }
  output.set(downmix.finish(), written);
  return output;
}

/** `left` and `right` are factors of a 300 Hz tone, so many seconds of it. */
function tone(seconds: number, left: number, right: number): number[] {
  return Array.from({ length: seconds * rateHz }, (_, frame) => {
    const value = Math.sin((2 * Math.PI * 300 * frame) / rateHz) * 0.5;
    return [value * left, value * right];
  }).flat();
}

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
}

describe('StereoDownmix', () => {
  const full = loudness(mix(Float32Array.from(tone(1, 1, 1))));

  test.each([
    ['in phase', 1, 1, 1],
    ['out of phase', 1, -1, 1],
    ['nearly out of phase', 1, -0.8, 0.9],
    ['left only', 1, 0, 0.5],
    ['right only', 0, 1, 0.5],
  ])('%s stays heard', (_case, left, right, expected) => {
    const heard = loudness(mix(Float32Array.from(tone(1, left, right))));
    expect(heard / full).toBeCloseTo(expected, 1);
  });

  test('follows a phase that turns midway, both ways', () => {
    const seconds = [...tone(3, 1, 1), ...tone(3, 1, -1), ...tone(3, 1, 1)];
    const mono = mix(Float32Array.from(seconds));
    for (const second of [1, 5, 8]) {
      const part = mono.subarray(second * rateHz, (second + 1) * rateHz);
      expect(loudness(part) / full).toBeGreaterThan(0.95);
    }
  });

  test('a call with a speaker on each side stays the plain mean', () => {
    const interleaved = Float32Array.from([...tone(1, 1, 0), ...tone(1, 0, 1)]);
    const mean = Array.from(
      { length: interleaved.length / 2 },
      (_, frame) => (interleaved[frame * 2]! + interleaved[frame * 2 + 1]!) / 2,
    );
    expect(mix(interleaved)).toEqual(Float32Array.from(mean));
  });

  test('the way the frames are cut into blocks does not matter', () => {
    const input = Float32Array.from([...tone(0.2, 1, -1), ...tone(0.3, 0.5, 1)]);
    const whole = mix(input);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (frames) => {
        expect(mix(input, frames * 2)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('silence stays silence and keeps its length', () => {
    expect(mix(new Float32Array(3_330))).toEqual(new Float32Array(1_665));
  });
});
