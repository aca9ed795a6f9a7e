import type { GivenOptions, TranscriptFormat } from './format';
import type { FormatDocument } from './format-document';
import { listTimedTexts } from './timed-text';

/** How many cues, or else sentences with text, a file of a format would hold. */
export function countUnits(
  format: Pick<TranscriptFormat, 'unit' | 'prepare'>,
  document: FormatDocument,
  options: GivenOptions,
): number {
  return format.unit === 'cue'
    ? listTimedTexts(format.prepare(document, options), options).length
    : document.sentences.filter(({ text }) => text.trim() !== '').length;
}
