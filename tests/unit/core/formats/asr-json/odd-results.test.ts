import { StudioError } from '@core/errors/studio-error';
import { findTranscriptProblems } from '@core/transcript/invariants';
import type { Sentence } from '@core/transcript/sentence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepgramAmazonRows } from './deepgram-amazon-rows';
import { funasrAlibabaRows } from './funasr-alibaba-rows';
import { googleAzureRows } from './google-azure-rows';
import { readResult } from './read-result';
import { whisperRows } from './whisper-rows';

const rows = [...whisperRows, ...deepgramAmazonRows, ...googleAzureRows, ...funasrAlibabaRows];

describe('[FM70] a result with whatever is odd in it', () => {
  const odd = fc.constantFrom<unknown>(
    ...[
      null,
      '',
      'x',
      -1,
      1e300,
      0.5,
      [],
      {},
      [[]],
      true,
      '5',
      [null],
      { text: 3 },
      '[1]',
      undefined,
    ],
  );

  it('is read or refused with a code, and what is read keeps the rules', () => {
    const any = fc.constantFrom(...rows.filter(({ value }) => typeof value !== 'string'));
    const changes = fc.array(fc.tuple(fc.nat(200), odd), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(any, changes, ({ value }, all) => {
        const mutated = structuredClone(value);
        for (const [at, put] of all) replaceNode(mutated, at, put);
        let sentences: readonly Sentence[] = [];
        try {
          sentences = readResult(mutated).document.sentences;
        } catch (error) {
          expect(error).toBeInstanceOf(StudioError);
          expect((error as StudioError).code).toBe('text/unreadable');
        }
        const media = { path: '', durationMs: 0 };
        const whole = { version: 1, media, language: '', engine: '', sentences } as const;
        expect(findTranscriptProblems(whole)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Puts something else in the place of one of the values within a value, whichever it is. */
function replaceNode(value: unknown, at: number, put: unknown): void {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const owner = node as Record<string, unknown>;
    for (const key of Object.keys(owner)) {
      places.push([owner, key]);
      walk(owner[key]);
    }
  };
  walk(value);
  const place = places[at % Math.max(1, places.length)];
  if (place !== undefined) place[0][place[1]] = structuredClone(put);
}
