import type { GivenOptions, TranscriptFormat } from './format';
import type { FormatDocument } from './format-document';
import { listTimedTexts } from './timed-text';
import { applyWritingRules } from './writing-rules/writing-rules';

/** How many cues, or else sentences with text, a file of a format would hold. */
export function countUnits(
  format: Pick<TranscriptFormat, 'unit'>,
  document: FormatDocument,
  options: GivenOptions,
): number {
  return format.unit === 'cue'
    ? listTimedTexts(applyWritingRules(document, options).document, options).length
    : document.sentences.filter(({ text }) => text.trim() !== '').length;
}
