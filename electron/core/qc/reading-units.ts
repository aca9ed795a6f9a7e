import { splitGraphemes } from '../transcript/graphemes';
import { measureWidth } from './display-width';

/** Ways of counting the characters of a text, by what guides name as one. */
export const countings = ['all', 'no-blanks', 'no-marks', 'half-narrow'] as const;

export type Counting = (typeof countings)[number];

const blanks = /\s+/gu;
const blanksAndMarks = /[\s\p{P}\p{S}]+/gu;
const plain = /^[ -~]*$/u;

/**
 * Characters of lines as a reader sees them [QC5]: `all`, without blanks, without blanks and marks, or
 * with all that is narrow (Latin letters, figures, blanks) as half a character.
 * @param lines without markup; a line break counts nothing
 */
export function countUnits(lines: readonly string[], counting: Counting): number {
  let units = 0;
  for (const line of lines) units += countLine(line, counting);
  return units;
}

function countLine(line: string, counting: Counting): number {
  switch (counting) {
    case 'all':
      return countCharacters(line);
    case 'no-blanks':
      return countCharacters(line.replace(blanks, ''));
    case 'no-marks':
      return countCharacters(line.replace(blanksAndMarks, ''));
    case 'half-narrow':
      return measureWidth(line) / 2;
  }
}

function countCharacters(text: string): number {
  return plain.test(text) ? text.length : splitGraphemes(text).length;
}

/** Words of a text, parted by blanks; in scripts without blanks none can be counted so. */
export function countWords(lines: readonly string[]): number {
  let words = 0;
  for (const line of lines) {
    for (const piece of line.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(piece)) words++;
  }
  return words;
}
