import type { Sentence } from '@core/transcript/sentence';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dragEdge,
  type EdgeTarget,
  listSnapTimes,
} from '../../../../renderer/src/features/waveform/drag-edge';

const timing = 'measured' as const;
const sentence: Sentence = {
  id: 's',
  beginMs: 1_000,
  endMs: 3_000,
  text: 'a b',
  channel: 0,
  words: [
    { before: '', text: 'a', after: ' ', beginMs: 1_050, endMs: 1_500, timing },
    { before: '', text: 'b', after: '', beginMs: 1_800, endMs: 2_900, timing },
  ],
};
const free = { durationMs: 10_000, snapMs: [], reachMs: 0 };
const edgeOf = (edge: 'begin' | 'end'): EdgeTarget => ({ kind: 'sentenceEdge', sentence, edge });

describe('dragging an edge', () => {
  test('moves that edge alone, to a whole ms', () => {
    expect(dragEdge(edgeOf('begin'), 812.4, free)).toEqual({
      kind: 'setTimes',
      sentenceId: 's',
      beginMs: 812,
      endMs: 3_000,
    });
    const word: EdgeTarget = { kind: 'wordEdge', sentence, wordIndex: 1, edge: 'end' };
    expect(dragEdge(word, 2_500, free)).toEqual({
      kind: 'setWordTimes',
      sentenceId: 's',
      wordIndex: 1,
      beginMs: 1_800,
      endMs: 2_500,
    });
  });

  test('never makes a sentence that ends before it begins or leaves the recording', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5_000, max: 20_000, noNaN: true }),
        fc.constantFrom('begin' as const, 'end' as const),
        (timeMs, edge) => {
          const edit = dragEdge(edgeOf(edge), timeMs, free);
          if (edit.kind !== 'setTimes') throw new Error(edit.kind);
          expect(edit.beginMs).toBeGreaterThanOrEqual(0);
          expect(edit.endMs).toBeLessThanOrEqual(10_000);
          expect(edit.endMs - edit.beginMs).toBeGreaterThanOrEqual(50);
        },
      ),
    );
  });

  test('stops at the nearest time it likes, within reach', () => {
    const limits = { durationMs: 10_000, snapMs: [3_400, 3_450, 3_900], reachMs: 40 };
    expect(dragEdge(edgeOf('end'), 3_435, limits)).toMatchObject({ endMs: 3_450 });
    expect(dragEdge(edgeOf('end'), 3_500, limits)).toMatchObject({ endMs: 3_500 });
  });

  test('likes the playhead, its neighbours and its own first and last word', () => {
    const next: Sentence = { ...sentence, id: 'next', beginMs: 3_500, endMs: 4_000 };
    expect(listSnapTimes(edgeOf('end'), [sentence, next], 42)).toEqual([
      42, 3_500, 4_000, 1_050, 2_900,
    ]);
    const word: EdgeTarget = { kind: 'wordEdge', sentence, wordIndex: 1, edge: 'begin' };
    expect(listSnapTimes(word, [sentence, next], 42)).toEqual([42, 1_000, 3_000, 1_500]);
  });
});
