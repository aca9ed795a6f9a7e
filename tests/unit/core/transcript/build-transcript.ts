import fc from 'fast-check';
import { sortSentences } from '@core/transcript/sort-sentences';
import type { Transcript } from '@core/transcript/transcript';
import { makeSentence, makeTranscript } from './make-sentence';

export { makeSentence, makeTranscript } from './make-sentence';

/** Any sound transcript. To list all characters takes a second: whoever needs none of it imports `make-sentence`. */
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
