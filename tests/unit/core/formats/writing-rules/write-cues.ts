import type { FormatDocument } from '@core/formats/format-document';
import type { GivenOptions } from '@core/formats/format';
import { applyWritingRules } from '@core/formats/writing-rules/writing-rules';

type Cue = readonly [beginMs: number, endMs: number, text: string];

/** The cues of a document as a test compares them. */
export function describeSentences({ sentences }: FormatDocument): readonly Cue[] {
  return sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]);
}

/** What rules make of the cues of a document. */
export function writeCues(document: FormatDocument, rules: GivenOptions): readonly Cue[] {
  return describeSentences(applyWritingRules(document, rules).document);
}
