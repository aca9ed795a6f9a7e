import type { Sentence } from '@core/transcript/sentence';
import { describe, expect, it } from 'vitest';
import { findSplit } from '../../../../renderer/src/commands/edit-commands';
import { findNeighbour } from '../../../../renderer/src/commands/selection';

function sentence(id: string, beginMs: number, wordCount = 2): Sentence {
  const words = Array.from({ length: wordCount }, (_, index) => ({
    before: '',
    text: `w${index}`,
    after: index === wordCount - 1 ? '' : ' ',
    beginMs: beginMs + index * 500,
    endMs: beginMs + (index + 1) * 500,
    timing: 'measured' as const,
  }));
  const text = words.map(({ text: word, after }) => word + after).join('');
  return { id, beginMs, endMs: beginMs + wordCount * 500, text, channel: 0, words };
}

describe('the next sentence', () => {
  const shown = [sentence('a', 0), sentence('b', 2000), sentence('c', 4000)];

  it('is the neighbour of the current one', () => {
    expect(findNeighbour(shown, 'b', 0, 1)?.id).toBe('c');
    expect(findNeighbour(shown, 'b', 0, -1)?.id).toBe('a');
  });

  it('is none at the ends', () => {
    expect(findNeighbour(shown, 'c', 0, 1)).toBeUndefined();
    expect(findNeighbour(shown, 'a', 0, -1)).toBeUndefined();
  });

  it('goes by the playhead where none is current, or the filter hides it', () => {
    expect(findNeighbour(shown, undefined, 1500, 1)?.id).toBe('b');
    expect(findNeighbour(shown, 'hidden', 3000, -1)?.id).toBe('b');
  });
});

describe('the place where a sentence splits', () => {
  const four = sentence('a', 1000, 4);

  it('is before the word whose middle is still to come', () => {
    expect(findSplit(four, 2000)).toBe(2);
    expect(findSplit(four, 2100)).toBe(2);
    expect(findSplit(four, 2400)).toBe(3);
  });

  it('leaves a word on each side', () => {
    expect(findSplit(four, 1001)).toBe(1);
    expect(findSplit(four, 2999)).toBe(3);
  });

  it('is nowhere outside of the sentence, or in one of one word', () => {
    expect(findSplit(four, 1000)).toBeUndefined();
    expect(findSplit(four, 3000)).toBeUndefined();
    expect(findSplit(sentence('b', 0, 1), 250)).toBeUndefined();
  });
});
