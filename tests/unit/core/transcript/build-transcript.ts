import fc from 'fast-check';
import { sortSentences } from '@core/transcript/sort-sentences';
import { tokenise } from '@core/transcript/tokenise';
import type { Sentence } from '@core/transcript/sentence';
import type { Transcript } from '@core/transcript/transcript';
import { joinWords, type Word } from '@core/transcript/word';

/** A sentence of `text` whose words share its time evenly. */
export function makeSentence(
  text: string,
  beginMs: number,
  endMs: number,
  fields: Partial<Sentence> = {},
): Sentence {
  const tokens = tokenise(text);
  const at = (index: number): number =>
    beginMs + Math.round(((endMs - beginMs) * index) / tokens.length);
  const words = tokens.map((token, index): Word => ({
    ...token,
    beginMs: at(index),
    endMs: at(index + 1),
    timing: 'measured',
  }));
  const id = `s${beginMs}`;
  return { id, beginMs, endMs, text: joinWords(words), channel: 0, words, ...fields };
}

export function makeTranscript(
  sentences: readonly Sentence[],
  fields: Partial<Transcript> = {},
): Transcript {
  return {
    version: 1,
    media: { path: 'talk.wav', durationMs: 60_000 },
    language: 'en',
    engine: 'local',
    sentences,
    ...fields,
  };
}

/** Any sound transcript. */
export const anyTranscript: fc.Arbitrary<Transcript> = fc
  .array(
    fc.record({
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc
          .array(
            fc.constantFrom(
              'word ',
              'end. ',
              '你好',
              '，',
              '\n',
              '\r\n\r\n',
              '-->',
              '42',
              '<b>',
              '&',
              '👍',
            ),
          )
          .map((parts) => parts.join('')),
      ),
      beginMs: fc.nat(400_000_000),
      lengthMs: fc.nat(9000),
      channel: fc.nat(1),
      speaker: fc.option(fc.string(), { nil: undefined }),
    }),
    { maxLength: 12 },
  )
  .map((entries) => {
    const sentences = entries.map(({ text, beginMs, lengthMs, channel, speaker }, index) =>
      makeSentence(text, beginMs, beginMs + lengthMs, {
        id: `s${index}`,
        channel,
        ...(speaker === undefined ? {} : { speaker }),
      }),
    );
    return makeTranscript(sortSentences(sentences));
  });
