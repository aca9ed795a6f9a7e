import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpokenSegment } from '@core/cues/spoken-segment';
import { type RecognisedPart, stitchParts } from '@isi/stitch-parts';
import { type RecordingPart } from '@isi/plan-parts';
import type { Word } from '@core/transcript/word';
import { findDisorder, showWords, textOf } from './show-segments';

interface Spoken {
  readonly text: string;
  readonly beginMs: number;
  readonly endMs: number;
}

function makeWord({ text, beginMs, endMs }: Spoken, after = ' '): Word {
  return { before: '', text, after, beginMs, endMs, timing: 'measured' };
}

function makeSegment(words: readonly Spoken[], lastAfter = '', channel = 0): SpokenSegment {
  const last = words.at(-1);
  return {
    beginMs: words[0]?.beginMs ?? 0,
    endMs: last?.endMs ?? 0,
    channel,
    words: words.map((word) => makeWord(word, word === last ? lastAfter : ' ')),
  };
}

/** Texts as words of 400 ms from `beginMs`. */
function say(texts: string, beginMs: number): Spoken[] {
  return texts.split(' ').map((text, index) => ({
    text,
    beginMs: beginMs + 400 * index,
    endMs: beginMs + 400 * index + 400,
  }));
}

/** What a part alone would be recognised as: the words that lie in it, in sentences of `size`. */
function recognise(
  spoken: readonly Spoken[],
  part: RecordingPart,
  size: number,
  channel = 0,
): RecognisedPart {
  const inside = spoken
    .filter((word) => word.beginMs >= part.beginMs && word.endMs <= part.endMs)
    .map(({ text, beginMs, endMs }) => ({
      text,
      beginMs: beginMs - part.beginMs,
      endMs: endMs - part.beginMs,
    }));
  const segments: SpokenSegment[] = [];
  for (let index = 0; index < inside.length; index += size) {
    segments.push(makeSegment(inside.slice(index, index + size), '', channel));
  }
  return { ...part, segments };
}

const anySpeech = fc
  .array(
    fc.record({
      text: fc.constantFrom('a', 'b', 'the', '好', '的'),
      lengthMs: fc.integer({ min: 30, max: 600 }),
      pauseMs: fc.constantFrom(0, 0, 1, 40, 900),
    }),
    { maxLength: 60 },
  )
  .map((list) => {
    let atMs = 0;
    return list.map(({ text, lengthMs, pauseMs }): Spoken => {
      const beginMs = atMs + pauseMs;
      atMs = beginMs + lengthMs;
      return { text, beginMs, endMs: atMs };
    });
  });

/** Parts of 3 to 6 s that overlap by no less than the longest word. */
const anyPlan = fc.record({
  lengths: fc.array(fc.integer({ min: 3000, max: 6000 }), { minLength: 20, maxLength: 20 }),
  overlaps: fc.array(fc.integer({ min: 600, max: 1400 }), { minLength: 20, maxLength: 20 }),
});

function cut(
  durationMs: number,
  { lengths, overlaps }: { readonly lengths: number[]; readonly overlaps: number[] },
): RecordingPart[] {
  const parts: RecordingPart[] = [];
  let beginMs = 0;
  for (let index = 0; index < lengths.length && beginMs + lengths[index]! < durationMs; index++) {
    const endMs = beginMs + lengths[index]!;
    parts.push({ beginMs, endMs });
    beginMs = endMs - overlaps[index]!;
  }
  return [...parts, { beginMs, endMs: Math.max(durationMs, beginMs) }];
}

describe('stitchParts', () => {
  test('[IS12] parts that do not overlap only move', () => {
    const parts = [
      { beginMs: 0, endMs: 5000, segments: [makeSegment(say('one two', 100), '.')] },
      { beginMs: 5000, endMs: 9000, segments: [makeSegment(say('three', 0), '.')] },
    ];
    const joined = stitchParts(parts);
    expect(joined.map(textOf)).toEqual(['one two.', 'three.']);
    expect(showWords(joined[1])).toEqual(['[three]. 5000-5400 m']);
    expect(joined[1]).toMatchObject({ beginMs: 5000, endMs: 5400 });
  });

  test('[IS13] every word comes back once, in order, where it was spoken', () => {
    fc.assert(
      fc.property(
        anySpeech,
        anyPlan,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        (spoken, plan, size, otherSize) => {
          const parts = cut(spoken.at(-1)?.endMs ?? 0, plan).map((part, index) =>
            recognise(spoken, part, index % 2 === 0 ? size : otherSize),
          );
          const joined = stitchParts(parts);
          expect(findDisorder(joined)).toEqual([]);
          expect(
            joined.flatMap(({ words }) =>
              words.map(({ text, beginMs, endMs }) => ({ text, beginMs, endMs })),
            ),
          ).toEqual(spoken);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('[IS13] a sentence cut by a seam is one again', () => {
    const spoken = say('we will go to the lake today', 0);
    const parts = [
      {
        beginMs: 0,
        endMs: 2000,
        segments: [makeSegment(spoken.slice(0, 5), '.')],
      },
      recognise(spoken, { beginMs: 1200, endMs: 2800 }, 10),
    ];
    const joined = stitchParts(parts);
    expect(joined.map(textOf)).toEqual(['we will go to the lake today']);
    expect(joined[0]).toMatchObject({ beginMs: 0, endMs: 2800 });
  });

  test('[IS13] times may be off where both parts agree on the words', () => {
    const left = say('we will go to the lake', 0);
    const right = say('to the lake today', 300);
    const joined = stitchParts([
      { beginMs: 0, endMs: 2500, segments: [makeSegment(left)] },
      { beginMs: 1000, endMs: 4000, segments: [makeSegment(right)] },
    ]);
    expect(joined.map(textOf)).toEqual(['we will go to the lake today']);
    expect(findDisorder(joined)).toEqual([]);
  });

  test('[IS13] where they agree on nothing the middle decides', () => {
    const joined = stitchParts([
      { beginMs: 0, endMs: 2000, segments: [makeSegment(say('a b c d e', 0))] },
      { beginMs: 1000, endMs: 3000, segments: [makeSegment(say('v w x y', 0))] },
    ]);
    expect(joined.map(textOf)).toEqual(['a b c d', 'w x y']);
  });

  test('[IS13] a sentence that ended there for the later part ends there', () => {
    const left = say('a b c d', 0);
    const joined = stitchParts([
      { beginMs: 0, endMs: 1600, segments: [makeSegment(left)] },
      {
        beginMs: 400,
        endMs: 2800,
        segments: [makeSegment(say('b c', 0), '.'), makeSegment(say('d e', 800), '!')],
      },
    ]);
    expect(joined.map(textOf)).toEqual(['a b c.', 'd e!']);
  });

  test('[IS13] channels are joined one by one', () => {
    const left = say('a b c d e f', 0);
    const right = say('u v w x y z', 100);
    const both = { beginMs: 0, endMs: 1700 };
    const rest = { beginMs: 700, endMs: 2500 };
    const joined = stitchParts(
      [both, rest].map((part) => ({
        ...part,
        segments: [
          ...recognise(left, part, 10, 0).segments,
          ...recognise(right, part, 10, 1).segments,
        ],
      })),
    );
    expect(joined.map((segment) => [segment.channel, textOf(segment)])).toEqual([
      [0, 'a b c d e f'],
      [1, 'u v w x y z'],
    ]);
  });
});
