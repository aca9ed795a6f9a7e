import { countCharacters } from '../transcript/graphemes';
import type { Sentence } from '../transcript/sentence';
import type { CueLimits } from './cue-limits';

const msPerSecond = 1000;

/** How fast a viewer must read a sentence while it is shown. */
export interface ReadingSpeed {
  readonly characters: number;
  /** Unrounded; infinite where there is text but no time for it. */
  readonly charactersPerSecond: number;
  readonly isTooFast: boolean;
}

/** Characters of a text that are read [RS1]: a line break is none, nor are blanks at its ends. */
export function countReadCharacters(text: string): number {
  // By lines, as an expression for blanks on both sides of a break takes the square of a long blank.
  const lines = text.split(/[\r\n]+/u).map((line) => line.trim());
  return countCharacters(lines.join(''));
}

/** A table asks for the same sentence whenever it draws or sorts its row. */
const counts = new WeakMap<Pick<Sentence, 'text'>, number>();

/**
 * The reading speed of a sentence by its text and its own times, against a limit [RS2].
 * @param sentence not changed afterwards
 */
export function measureReadingSpeed(
  sentence: Pick<Sentence, 'text' | 'beginMs' | 'endMs'>,
  limits: Pick<CueLimits, 'charactersPerSecond'>,
): ReadingSpeed {
  const { text, beginMs, endMs } = sentence;
  const characters = counts.get(sentence) ?? countReadCharacters(text);
  counts.set(sentence, characters);
  const charactersPerSecond =
    characters === 0 ? 0 : (characters * msPerSecond) / Math.max(0, endMs - beginMs);
  return {
    characters,
    charactersPerSecond,
    isTooFast: charactersPerSecond > limits.charactersPerSecond,
  };
}

/**
 * Characters a second with one decimal, from 1,000 on without, rounded up so that what is too fast also
 * reads so [RS3].
 */
export function formatReadingSpeed(charactersPerSecond: number): string {
  if (!Number.isFinite(charactersPerSecond)) return '∞';
  if (charactersPerSecond >= 1000) return String(Math.ceil(charactersPerSecond));
  return (Math.ceil(charactersPerSecond * 10 - 1e-9) / 10).toFixed(1);
}
