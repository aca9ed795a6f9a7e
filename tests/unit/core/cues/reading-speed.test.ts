import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCueLimits } from '@core/cues/cue-limits';
import { countReadCharacters, formatReadingSpeed } from '@core/cues/reading-speed';
import { measureSpeed, usualSpeedLimit } from '@core/qc/measure-speed';
import { makeSentence } from '../transcript/make-sentence';

describe('reading speed', () => {
  test.each([
    ['Hello, world.', 13],
    [' Hello, world. ', 13],
    ['Hello,\nworld.', 12],
    ['Hello, \r\n world.', 12],
    ['你好，世界。', 6],
    ['👩‍👩‍👧 é', 3],
    ['', 0],
    [' \n ', 0],
  ])('[RS1] %j has %d characters to read', (text, expected) => {
    expect(countReadCharacters(text)).toBe(expected);
  });

  test('[RS2] characters over seconds, too fast only above the limit of the language', () => {
    const limits = usualSpeedLimit('zh');
    expect(limits.mostPerSecond).toBe(defaultCueLimits('zh').charactersPerSecond);
    const nine = makeSentence('一二三四五六七八九', 1000, 2000);
    expect(measureSpeed(nine, limits)).toEqual({
      characters: 9,
      charactersPerSecond: 9,
      isTooFast: false,
    });
    expect(measureSpeed({ ...nine, endMs: 1999 }, limits).isTooFast).toBe(true);
    expect(measureSpeed(nine, usualSpeedLimit('en')).isTooFast).toBe(false);
  });

  test('[RS2] text without time is infinitely fast, no text takes no time', () => {
    const limits = usualSpeedLimit('en');
    expect(measureSpeed(makeSentence('a', 5, 5), limits)).toEqual({
      characters: 1,
      charactersPerSecond: Infinity,
      isTooFast: true,
    });
    expect(measureSpeed(makeSentence('', 5, 5), limits)).toEqual({
      characters: 0,
      charactersPerSecond: 0,
      isTooFast: false,
    });
  });

  test.each([
    [0, '0.0'],
    [19.99, '20.0'],
    [20, '20.0'],
    [20.001, '20.1'],
    [12.3, '12.3'],
    [999.91, '1000.0'],
    [11420.3, '11421'],
    [Infinity, '∞'],
  ])('[RS3] %d is written %s', (speed, expected) => {
    expect(formatReadingSpeed(speed)).toBe(expected);
  });

  test('[RS3] what is over a whole limit reads as over it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 20_000 }),
        (characters, durationMs) => {
          const sentence = makeSentence('x'.repeat(characters), 0, durationMs);
          const speed = measureSpeed(sentence, usualSpeedLimit('en'));
          expect(Number(formatReadingSpeed(speed.charactersPerSecond)) > 20).toBe(speed.isTooFast);
        },
      ),
    );
  });
});
