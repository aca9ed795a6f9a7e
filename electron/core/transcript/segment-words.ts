/** A stretch of a text as `Intl.Segmenter` cuts it; `index` counts from the beginning of the text. */
export interface WordSegment {
  readonly segment: string;
  readonly index: number;
  readonly isWordLike: boolean;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** UTF-16 units that are cut at a time; a line of speech is far shorter. */
const windowLength = 600;
/** So near to the end of a window, what follows may still change where a dictionary cuts. */
const marginLength = 150;

/**
 * Cuts a text into words and what stands between them, as `Intl.Segmenter` does. That one takes
 * for each segment a time that grows with the whole text (80,000 characters of Chinese: a minute), so
 * a long one is cut window by window, each of which begins where the one before has surely ended a
 * segment.
 */
export function* segmentWords(text: string): Generator<WordSegment, void, undefined> {
  let begin = 0;
  let length = windowLength;
  while (begin < text.length) {
    const isLast = begin + length >= text.length;
    const sureEnd = isLast ? length : length - marginLength;
    let end = 0;
    for (const { segment, index, isWordLike } of segmenter.segment(
      text.slice(begin, begin + length),
    )) {
      if (index + segment.length > sureEnd) break;
      end = index + segment.length;
      yield { segment, index: begin + index, isWordLike: isWordLike === true };
    }
    begin += end;
    // One segment alone fills the window.
    length = end === 0 ? length * 2 : windowLength;
  }
}
