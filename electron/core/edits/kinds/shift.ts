import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords, emptyDiff } from '../make-diff';
import { assertWholeMs } from '../refuse-edit';

/** Moves sentences with their words in time; none goes below zero [ED9]. */
export interface Shift {
  readonly sentenceIds: readonly string[];
  readonly byMs: number;
}

export const shift = {
  label: 'shift',
  resolve(project, { sentenceIds, byMs }) {
    const sentences = getSentences(project, sentenceIds);
    assertWholeMs(byMs);
    const earliestMs = sentences.reduce(
      (least, { beginMs, words }) => Math.min(least, beginMs, words[0]?.beginMs ?? beginMs),
      Number.MAX_SAFE_INTEGER,
    );
    const movedMs = Math.max(byMs, -earliestMs);
    if (movedMs === 0) return { diff: emptyDiff };
    const move = <Span extends { readonly beginMs: number; readonly endMs: number }>(
      span: Span,
    ): Span => ({ ...span, beginMs: span.beginMs + movedMs, endMs: span.endMs + movedMs });
    const updated = sentences.map((before) => ({
      before,
      after: { ...move(before), words: before.words.map(move) },
    }));
    return { diff: diffRecords('sentences', { updated }) };
  },
} as const satisfies EditKind<Shift>;
