/** A stretch of a text as `Intl.Segmenter` cuts it; `index` counts from the beginning of the text. */
export interface TextSegment {
  readonly segment: string;
  readonly index: number;
  readonly isWordLike: boolean;
}

/** How a long text is cut: in pieces, of which the end is not sure. */
export interface Windows {
  /** UTF-16 units that are cut at a time; a line of speech is far shorter. */
  readonly windowLength: number;
  /** So near to the end of a window, what follows may still change where a segment ends. */
  readonly marginLength: number;
}

/**
 * Cuts a text as a segmenter does. That one takes for each segment a time that grows with the whole
 * text (80,000 characters of Chinese, 100,000 of Korean: a minute), so a long one is cut window by
 * window, each of which begins where the one before has surely ended a segment.
 */
export function* segmentInWindows(
  segmenter: Intl.Segmenter,
  text: string,
  { windowLength, marginLength }: Windows,
): Generator<TextSegment, void, undefined> {
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
