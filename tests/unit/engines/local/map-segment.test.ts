import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../../electron/core/transcript/word';
import { mapSegment, shareSpan } from '../../../../electron/engines/local/map-segment';

const chunk = (text: string, beginMs: number, endMs: number, confidence = 0.9) => ({
  text,
  beginMs,
  endMs,
  confidence,
});

describe('words of a recognised segment', () => {
  it('take the times of their chunks, moved to the recording', () => {
    expect(mapSegment([chunk('“Well,', 20.4, 300), chunk('done.”', 310, 700.6)], 1000)).toEqual([
      {
        before: '“',
        text: 'Well',
        after: ', ',
        beginMs: 1020,
        endMs: 1300,
        timing: 'measured',
        confidence: 0.9,
      },
      {
        before: '',
        text: 'done',
        after: '.”',
        beginMs: 1310,
        endMs: 1701,
        timing: 'measured',
        confidence: 0.9,
      },
    ]);
  });

  it('are estimated where their chunks are', () => {
    const chunks = [{ ...chunk('Well,', 0, 300), isEstimated: true }, chunk('done.', 310, 700)];
    expect(mapSegment(chunks, 0).map(({ timing }) => timing)).toEqual(['estimated', 'measured']);
  });

  it('share the span of one chunk by length and are estimated', () => {
    const words = mapSegment([chunk('yes—nobody', 0, 900)], 0);
    expect(words.map(({ text, beginMs, endMs, timing }) => [text, beginMs, endMs, timing])).toEqual(
      [
        ['yes', 0, 300, 'estimated'],
        ['nobody', 300, 900, 'estimated'],
      ],
    );
  });

  it('keep a mark that stands alone with its neighbour', () => {
    const words = mapSegment(
      [chunk('one', 0, 100), chunk('–', 100, 110), chunk('two', 110, 200)],
      0,
    );
    expect(joinWords(words)).toBe('one – two');
    expect(words.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [0, 100],
      [110, 200],
    ]);
  });

  it('are none in a text of marks', () => {
    expect(mapSegment([chunk('...', 0, 100)], 0)).toEqual([]);
    expect(mapSegment([], 0)).toEqual([]);
  });

  it('never begin before the recording', () => {
    expect(mapSegment([chunk('so', -28, 90)], 0)).toMatchObject([{ beginMs: 0, endMs: 90 }]);
  });

  it('are whole, ordered and spell the text, whatever the times', () => {
    const anyChunk = fc.record({
      text: fc.oneof(
        fc.constantFrom('word', '中文', '"', "don't", '3.5', 'a—b', '…'),
        fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replace(/\s/gu, '_')),
      ),
      beginMs: fc.double({ min: -100, max: 30_000, noNaN: true }),
      endMs: fc.double({ min: -100, max: 30_000, noNaN: true }),
      confidence: fc.double({ min: 0, max: 1.0001, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anyChunk, { maxLength: 20 }), fc.nat(1e8), (chunks, offsetMs) => {
        const words = mapSegment(chunks, offsetMs);
        if (words.length > 0) {
          expect(joinWords(words)).toBe(chunks.map(({ text }) => text).join(' '));
        }
        let floorMs = 0;
        for (const word of words) {
          expect(Number.isInteger(word.beginMs) && Number.isInteger(word.endMs)).toBe(true);
          expect(word.beginMs).toBeGreaterThanOrEqual(floorMs);
          expect(word.endMs).toBeGreaterThanOrEqual(word.beginMs);
          expect(word.confidence).toBeLessThanOrEqual(1);
          floorMs = word.endMs;
        }
      }),
    );
  });
});

it('shares a span without gaps', () => {
  expect(shareSpan(['ab', 'c', '👩‍👩‍👧‍👦'], { beginMs: 100, endMs: 500 })).toEqual([
    { beginMs: 100, endMs: 300 },
    { beginMs: 300, endMs: 400 },
    { beginMs: 400, endMs: 500 },
  ]);
});
