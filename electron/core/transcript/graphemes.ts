import { stripMarkup } from './markup';
import { segmentInWindows, type Windows } from './segment-in-windows';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters that never combine with their neighbours: nearly all text; spares the segmenter. */
const standsAlone =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2027\u3000-\u3029\u3031-\u303c\u3041-\u3096\u309b-\u3296\u329a-\u9fff\uff01-\uff9d]*$/u;

/** Whether a character ends depends on the next one, which has up to two units. */
const windows: Windows = { windowLength: 400, marginLength: 2 };

/** The characters of a text as a reader sees them (grapheme clusters). */
export function splitGraphemes(text: string): string[] {
  if (standsAlone.test(text)) return text.split('');
  return Array.from(segmentInWindows(segmenter, text, windows), ({ segment }) => segment);
}

/**
 * Length of a text in characters as a reader sees them: a letter, mark, blank or emoji is one,
 * whether narrow or wide; markup of subtitles is not seen. The measure of line lengths in timed text
 * guides [CU8].
 */
export function countCharacters(text: string): number {
  const seen = stripMarkup(text);
  return standsAlone.test(seen) ? seen.length : splitGraphemes(seen).length;
}
