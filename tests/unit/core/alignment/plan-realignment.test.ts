import { planRealignment } from '@core/alignment/plan-realignment';
import type { Sentence } from '@core/transcript/sentence';
import { sortSentences } from '@core/transcript/sort-sentences';
import type { Word } from '@core/transcript/word';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function makeWords(times: readonly (readonly [number, number])[]): Word[] {
  return times.map(([beginMs, endMs], index) => ({
    ...{ before: '', text: `w${index}`, after: ' ', beginMs, endMs, timing: 'estimated' },
  }));
}

function makeSentence(id: string, beginMs: number, endMs: number, words?: Word[]): Sentence {
  const all = words ?? makeWords([[beginMs, endMs]]);
  return { ...{ id, beginMs, endMs, channel: 0, words: all }, text: 'w0 ' };
}

describe('[AL4] where words are looked for', () => {
  it('is their sentence and what is free around it, but never much less than a little', () => {
    const all = [
      makeSentence('a', 200, 1_000),
      makeSentence('b', 1_250, 2_000),
      makeSentence('c', 2_010, 3_000),
    ];
    const spans = planRealignment(all, new Set(['a', 'b', 'c'])).map(
      ({ sentenceId, beginMs, endMs }) => [sentenceId, beginMs, endMs],
    );
    expect(spans).toEqual([
      ['a', 0, 1_250],
      ['b', 1_000, 2_100],
      ['c', 1_910, 3_400],
    ]);
  });

  it('is only that of the sentences that are wanted', () => {
    const all = [makeSentence('a', 0, 900), makeSentence('b', 5_000, 6_000)];
    expect(planRealignment(all, new Set(['b'])).map(({ sentenceId }) => sentenceId)).toEqual(['b']);
    expect(planRealignment(all, new Set())).toEqual([]);
  });

  it('of a long sentence is parts, cut in the widest gap near the middle', () => {
    const words = makeWords([
      [0, 8_000],
      [8_100, 12_000],
      [16_000, 20_000],
      [20_100, 30_000],
    ]);
    const parts = planRealignment([makeSentence('a', 0, 30_000, words)], new Set(['a']));
    expect(parts.map(({ firstWord, beginMs, endMs }) => [firstWord, beginMs, endMs])).toEqual([
      [0, 0, 14_000],
      [2, 14_000, 30_400],
    ]);
  });

  it('has every word in one part and in order, and none longer than an aligner hears', () => {
    const anyTimes = fc
      .array(fc.tuple(fc.nat(9_000), fc.nat(4_000)), { minLength: 1, maxLength: 40 })
      .map((steps) => {
        let atMs = 0;
        return steps.map(([gapMs, lengthMs]) => {
          const beginMs = atMs + gapMs;
          atMs = beginMs + lengthMs;
          return [beginMs, atMs] as const;
        });
      });
    fc.assert(
      fc.property(fc.array(anyTimes, { maxLength: 5 }), (lists) => {
        const sentences = sortSentences(
          lists.map((times, index) =>
            makeSentence(`s${index}`, times[0]![0], times.at(-1)![1], makeWords(times)),
          ),
        );
        const plan = planRealignment(sentences, new Set(sentences.map(({ id }) => id)));
        const begins = plan.map(({ beginMs }) => beginMs);
        expect(begins).toEqual(begins.toSorted((left, right) => left - right));
        for (const { id, words } of sentences) {
          const parts = plan.filter(({ sentenceId }) => sentenceId === id);
          const inOrder = parts.toSorted((left, right) => left.firstWord - right.firstWord);
          expect(inOrder.flatMap((part) => part.words)).toEqual(words);
        }
        for (const { beginMs, endMs } of plan) {
          expect(endMs - beginMs).toBeLessThanOrEqual(20_000);
          expect(endMs).toBeGreaterThanOrEqual(beginMs);
        }
      }),
    );
  });
});
