import type { Sentence } from '@core/transcript/sentence';
import { sortSentences } from '@core/transcript/sort-sentences';
import { mostLanes, stackLanes } from '@core/waveform/stack-lanes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function createSentences(times: readonly (readonly [number, number])[]): readonly Sentence[] {
  return sortSentences(
    times.map(([beginMs, endMs], at) => ({
      id: `s${at}`,
      beginMs,
      endMs,
      text: '',
      channel: 0,
      words: [],
    })),
  );
}

describe('lanes', () => {
  test('keep sentences apart that overlap, as long as there are lanes', () => {
    const times = fc.array(fc.tuple(fc.nat(1_000), fc.nat(300)), { maxLength: 30 });
    fc.assert(
      fc.property(times, (list) => {
        const sentences = createSentences(
          list.map(([begin, length]) => [begin, begin + length + 1]),
        );
        const { lanes, count } = stackLanes(sentences);
        for (const [at, sentence] of sentences.entries()) {
          const earlier = sentences
            .slice(0, at)
            .flatMap((other, index) => (other.endMs > sentence.beginMs ? [lanes[index]!] : []));
          expect(lanes[at]).toBeLessThan(count);
          if (new Set(earlier).size < mostLanes) expect(earlier).not.toContain(lanes[at]);
        }
      }),
    );
  });

  test('are no more than are needed', () => {
    expect(
      stackLanes(
        createSentences([
          [0, 10],
          [10, 20],
          [20, 30],
        ]),
      ).count,
    ).toBe(1);
    expect(
      stackLanes(
        createSentences([
          [0, 10],
          [5, 20],
          [12, 30],
        ]),
      ),
    ).toEqual({
      lanes: new Uint8Array([0, 1, 0]),
      count: 2,
    });
    expect(stackLanes([]).count).toBe(1);
  });
});
