import { findFrame, type FrameRate } from '../timing/frame-rate';
import type { FormatDocument } from './format-document';
import { listTimedTexts, type TimedText, type TimedTextOptions } from './timed-text';

/** A cue with its frames; the last one is the first that it is not shown in. */
export interface FramedCue extends TimedText {
  readonly beginFrame: number;
  readonly endFrame: number;
}

/** The cues of a document by frames [FM74], each at least one frame long. */
export function listFramedCues(
  document: FormatDocument,
  options: TimedTextOptions,
  rate: FrameRate,
): readonly FramedCue[] {
  return listTimedTexts(document, options).map((cue) => {
    const beginFrame = findFrame(cue.beginMs, rate);
    return { ...cue, beginFrame, endFrame: Math.max(beginFrame + 1, findFrame(cue.endMs, rate)) };
  });
}

/**
 * What a document is called where a format names it: as its recording, or else the file it was read from,
 * without folders and ending.
 */
export function nameDocument({ media, source }: FormatDocument): string {
  const names = [media?.path, source?.name].map((path = '') => {
    const file = path.split(/[\\/]/u).at(-1) ?? '';
    return file.replace(/(?<=.)\.[^.]*$/u, '').trim();
  });
  return names.find((name) => name !== '') ?? 'Zimu Studio';
}

/** Text in one line, without markup or control characters. */
export function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
