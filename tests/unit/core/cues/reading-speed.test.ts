import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCueLimits } from '@core/cues/cue-limits';
import {
  countReadCharacters,
  formatReadingSpeed,
  measureReadingSpeed,
} from '@core/cues/reading-speed';

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
    const limits = defaultCueLimits('zh');
    const nine = { text: '一二三四五六七八九', beginMs: 1000, endMs: 2000 };
    expect(measureReadingSpeed(nine, limits)).toEqual({
      characters: 9,
      charactersPerSecond: 9,
      isTooFast: false,
    });
    expect(measureReadingSpeed({ ...nine, endMs: 1999 }, limits).isTooFast).toBe(true);
    expect(measureReadingSpeed(nine, defaultCueLimits('en')).isTooFast).toBe(false);
  });

  test('[RS2] text without time is infinitely fast, no text takes no time', () => {
    const limits = defaultCueLimits('en');
    const moment = { beginMs: 5, endMs: 5 };
    expect(measureReadingSpeed({ ...moment, text: 'a' }, limits)).toEqual({
      characters: 1,
      charactersPerSecond: Infinity,
      isTooFast: true,
    });
    expect(measureReadingSpeed({ ...moment, text: '' }, limits)).toEqual({
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
          const sentence = { text: 'x'.repeat(characters), beginMs: 0, endMs: durationMs };
          const speed = measureReadingSpeed(sentence, { charactersPerSecond: 20 });
          expect(Number(formatReadingSpeed(speed.charactersPerSecond)) > 20).toBe(speed.isTooFast);
        },
      ),
    );
  });
});
