import { segmentInWindows, type TextSegment, type Windows } from './segment-in-windows';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** A dictionary looks further ahead than any word is long. */
const windows: Windows = { windowLength: 600, marginLength: 150 };

/** Cuts a text of any length into words and what stands between them, as `Intl.Segmenter` does. */
export function segmentWords(text: string): Generator<TextSegment, void, undefined> {
  return segmentInWindows(segmenter, text, windows);
}
