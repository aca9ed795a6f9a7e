import { segmentInWindows, type TextSegment, type Windows } from './segment-in-windows';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** A dictionary looks further ahead than any word is long. */
const windows: Windows = { windowLength: 600, marginLength: 150 };

/** Cuts a text of any length into words and what stands between them, as `Intl.Segmenter` does. */
export function segmentWords(text: string): Generator<TextSegment, void, undefined> {
  return segmentInWindows(segmenter, text, windows);
}

/** Where the words of a run of one script end, which is shorter than a window. */
export function findWordEnds(run: string): readonly number[] {
  if (run.length === 1) return [1];
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(run)) ends.push(index + segment.length);
  return ends;
}
