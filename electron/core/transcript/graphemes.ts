import { stripMarkup } from './markup';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters that never combine with their neighbours: nearly all text; spares the segmenter. */
const standsAlone =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2027\u3000-\u3029\u3031-\u303c\u3041-\u3096\u309b-\u3296\u329a-\u9fff\uff01-\uff9d]*$/u;

/** UTF-16 units that are cut at a time; a line of speech is far shorter. */
const windowLength = 400;
/** Whether a character ends depends on the next one, which has up to two units. */
const marginLength = 2;

/** The characters of a text as a reader sees them (grapheme clusters). */
export function splitGraphemes(text: string): string[] {
  return standsAlone.test(text) ? text.split('') : [...segmentGraphemes(text)];
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

/**
 * The segmenter takes for each character a time that grows with the whole text (100,000 characters of
 * Korean: a minute), so a long one is cut window by window, each of which begins at a character.
 */
function* segmentGraphemes(text: string): Generator<string, void, undefined> {
  let begin = 0;
  let length = windowLength;
  while (begin < text.length) {
    const isLast = begin + length >= text.length;
    const sureEnd = isLast ? length : length - marginLength;
    let end = 0;
    for (const { segment } of segmenter.segment(text.slice(begin, begin + length))) {
      if (end + segment.length > sureEnd) break;
      end += segment.length;
      yield segment;
    }
    begin += end;
    // One character alone fills the window.
    length = end === 0 ? length * 2 : windowLength;
  }
}
