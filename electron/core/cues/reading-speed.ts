import { countCharacters } from '../transcript/graphemes';

/** Characters of a text that are read [RS1]: a line break is none, nor are blanks at its ends. */
export function countReadCharacters(text: string): number {
  // By lines, as an expression for blanks on both sides of a break takes the square of a long blank.
  const lines = text.split(/[\r\n]+/u).map((line) => line.trim());
  return countCharacters(lines.join(''));
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
