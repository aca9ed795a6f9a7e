import { findGain, levelSpeech, measureLevel } from '@core/sound/level';
import { RunningGain } from '@core/sound/running-gain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rateHz = 16_000;
/** A tone that is so loud by its mean square. */
const tone = (levelDb: number, seconds: number): Float32Array =>
  Float32Array.from(
    { length: seconds * rateHz },
    (_, index) => Math.SQRT2 * 10 ** (levelDb / 20) * Math.sin((index * Math.PI) / 20),
  );
const silence = (seconds: number): Float32Array => new Float32Array(seconds * rateHz);
const join = (...parts: readonly Float32Array[]): Float32Array =>
  Float32Array.from(parts.flatMap((part) => [...part]));

describe('[SO1] the level of a stretch', () => {
  it('is that of its loudest 100 ms, however much silence lies around', () => {
    for (const seconds of [0, 0.1, 1, 20]) {
      const padded = join(silence(seconds), tone(-20, 0.2), silence(seconds));
      expect(measureLevel(padded)).toBeCloseTo(-20, 1);
    }
  });

  it('is not that of a click or an offset', () => {
    expect(measureLevel(join(tone(-40, 1), tone(-3, 0.05), tone(-40, 1)))).toBeCloseTo(-40, 1);
    expect(measureLevel(tone(-40, 1).map((sample) => sample + 0.2))).toBeCloseTo(-40, 1);
  });

  it('is nothing where there is no sound', () => {
    expect(measureLevel(silence(1))).toBe(-Infinity);
    expect(measureLevel(new Float32Array())).toBe(-Infinity);
    expect(findGain(-Infinity)).toBe(1);
  });
});

describe('[SO2] speech that is brought to its level', () => {
  it('stays as it is where there is none', () => {
    const silent = silence(1);
    expect(levelSpeech(silent)).toBe(silent);
  });

  it('has one level whatever it had, down to where nothing is left', () => {
    for (const levelDb of [-4, -10, -20, -30, -45, -60, -67]) {
      expect(measureLevel(levelSpeech(tone(levelDb, 1)))).toBeCloseTo(-8, 1);
    }
    expect(measureLevel(levelSpeech(tone(-90, 1)))).toBeCloseTo(-30, 1);
  });

  it('never goes beyond full scale', () => {
    const levelled = levelSpeech(join(tone(-60, 1), tone(-10, 0.02)));
    expect(levelled.every((sample) => Math.abs(sample) <= 1)).toBe(true);
  });
});

describe('[SO3] a gain that runs along', () => {
  it('brings faint sound to its level from the first stretch on', () => {
    const gain = new RunningGain();
    for (let stretch = 0; stretch < 3; stretch++) {
      expect(measureLevel(gain.apply(tone(-60, 2)))).toBeCloseTo(-8, 1);
    }
  });

  it('leaves what follows loud speech quiet for a while', () => {
    const gain = new RunningGain();
    gain.apply(tone(-15, 2));
    const noise = tone(-60, 2);
    // A loud passage counts 2 dB less a second: −19 dB after two seconds.
    expect(measureLevel(gain.apply(noise))).toBeCloseTo(-60 + 19 - 8, 1);
    for (let stretch = 0; stretch < 30; stretch++) gain.apply(noise);
    expect(measureLevel(gain.apply(noise))).toBeCloseTo(-8, 1);
  });

  it('is back at once with the next loud stretch', () => {
    const gain = new RunningGain();
    for (let stretch = 0; stretch < 5; stretch++) gain.apply(tone(-60, 2));
    expect(measureLevel(gain.apply(tone(-15, 2)))).toBeCloseTo(-8, 1);
    expect(measureLevel(gain.apply(tone(-4, 2)))).toBeCloseTo(-8, 1);
  });

  it('never makes sound louder by more than 60 dB, nor louder than speech', () => {
    const levels = fc.array(fc.double({ min: -120, max: 0, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(levels, (list) => {
        const gain = new RunningGain();
        for (const levelDb of list) {
          const factor = gain.follow(levelDb, 2);
          expect(factor).toBeLessThanOrEqual(10 ** 3 + 1e-9);
          expect(levelDb + 20 * Math.log10(factor)).toBeLessThanOrEqual(-8 + 1e-9);
        }
      }),
    );
  });
});
