import { json } from '@core/formats/json';
import { buildAllCues } from '@core/cues/open-speech';
import { chooseBreakRules } from '@core/cues/break-rules';
import { defaultCueLimits } from '@core/cues/cue-limits';
import type { Steps } from '@core/steps';
import { vendorDialect } from '@isi/replies/vendor-dialect';
import { describe, expect, it } from 'vitest';

interface SaidWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** As many sentences of eight words, each 0.4 s long, with a short pause between two sentences. */
const sentences = Array.from({ length: 400 }, (_, index): readonly SaidWord[] =>
  Array.from({ length: 8 }, (_word, place) => {
    const start = index * 4 + place * 0.4;
    return { word: place === 7 ? 'open.' : 'market', start, end: start + 0.3 };
  }),
);
const textOf = (words: readonly SaidWord[]): string => words.map(({ word }) => word).join(' ');
const words = sentences.flat();
const ms = (seconds: number): number => Math.round(seconds * 1000);

const results = {
  WhisperX: {
    language: 'en',
    segments: sentences.map((own) => ({
      ...{ start: own[0]!.start, end: own.at(-1)!.end, text: ` ${textOf(own)}`, words: own },
    })),
  },
  'Amazon Transcribe': {
    ...{ jobName: 'a', accountId: '1', status: 'COMPLETED' },
    results: {
      transcripts: [{ transcript: textOf(words) }],
      items: words.map(({ word, start, end }) => ({
        ...{ start_time: String(start), end_time: String(end), type: 'pronunciation' },
        alternatives: [{ confidence: '0.9', content: word }],
      })),
    },
  },
  'Alibaba Cloud': {
    ...{ StatusCode: 21_050_000, StatusText: 'SUCCESS', BizDuration: 4_000_000 },
    Result: {
      Sentences: sentences.map((own) => ({
        ...{ BeginTime: ms(own[0]!.start), EndTime: ms(own.at(-1)!.end) },
        ...{ Text: textOf(own), ChannelId: 0 },
      })),
    },
  },
};

function count<Value>(steps: Steps<Value>): { readonly made: number; readonly value: Value } {
  for (let made = 1; ; made++) {
    const { done, value } = steps.next();
    if (done === true) return { made, value };
  }
}

describe('[FM70] a result of hours', () => {
  it.each(Object.entries(results))(
    'is read in steps of a few sentences, so that others have their turn: %s',
    (_name, result) => {
      const text = JSON.stringify(result);
      const hints = { dialects: [vendorDialect] };
      const { made, value } = count(json.readInSteps!(text, hints));
      expect(value.document.sentences.length).toBeGreaterThanOrEqual(400);
      // No step makes a hundred of them.
      expect(made).toBeGreaterThan(value.document.sentences.length / 50);
      expect(json.read!(text, hints)).toEqual(value);
    },
  );

  it('is looked at once, however many sentences one of its segments has', () => {
    let asked = 0;
    const limits = defaultCueLimits('en');
    const segment = {
      ...{ beginMs: 0, endMs: ms(words.at(-1)!.end), channel: 0 },
      words: words.map(({ word, start, end }) => ({
        ...{ before: '', text: word, after: ' ', beginMs: ms(start), endMs: ms(end) },
        timing: 'measured' as const,
      })),
    };
    let ids = 0;
    const cues = buildAllCues([segment], {
      limitsFor: () => {
        asked++;
        return limits;
      },
      rulesFor: (text) => chooseBreakRules('en', text),
      newId: () => `s${++ids}`,
    });
    expect(cues).toHaveLength(400);
    expect(asked).toBe(1);
  });
});
