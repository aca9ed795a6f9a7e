import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StudioError } from '@core/errors/studio-error';
import { formatJson, parseTranscriptJson } from '@core/formats/json';
import { anyTranscript, makeSentence, makeTranscript } from '../transcript/build-transcript';

function failureOf(text: string): unknown {
  try {
    return parseTranscriptJson(text);
  } catch (error) {
    return error instanceof StudioError ? { code: error.code, data: error.data } : error;
  }
}

describe('JSON transcript', () => {
  test('[TX7] [FM6] keys in their order, one line for each word', () => {
    const sentence = makeSentence('“Hi” you', 0, 1000, { speaker: 'Ann' });
    const words = sentence.words.map((word) => ({ ...word, confidence: 0.5 }));
    expect(formatJson(makeTranscript([{ ...sentence, words }]))).toBe(`{
  "version": 1,
  "media": {"path":"talk.wav","durationMs":60000},
  "language": "en",
  "engine": "local",
  "sentences": [
    {"id":"s0","beginMs":0,"endMs":1000,"text":"“Hi” you","channel":0,"speaker":"Ann","words":[
      {"before":"“","text":"Hi","after":"” ","beginMs":0,"endMs":500,"timing":"measured","confidence":0.5},
      {"before":"","text":"you","after":"","beginMs":500,"endMs":1000,"timing":"measured","confidence":0.5}
    ]}
  ]
}
`);
  });

  test('[TX7] [FM6] what is written is read back', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        expect(parseTranscriptJson(formatJson(transcript))).toEqual(transcript);
      }),
    );
  });

  test('[FM6] unknown keys and a byte order mark do no harm', () => {
    const transcript = makeTranscript([]);
    const text = `\ufeff${JSON.stringify({ ...transcript, later: true })}`;
    expect(parseTranscriptJson(text)).toEqual(transcript);
  });

  const sound = makeTranscript([makeSentence('Hello there.', 0, 1000)]);
  const [sentence] = sound.sentences as [(typeof sound.sentences)[0]];
  test.each([
    ['text that is not JSON', '{', { reason: 'not-json' }],
    [
      'another version',
      JSON.stringify({ ...sound, version: 2 }),
      { reason: 'unknown-version', version: 2 },
    ],
    ['a list', '[]', { reason: 'wrong-field', path: '' }],
    ['null', 'null', { reason: 'wrong-field', path: '' }],
    [
      'a time in seconds',
      JSON.stringify({ ...sound, sentences: [{ ...sentence, endMs: 1.5 }] }),
      { reason: 'wrong-field', path: 'sentences.0.endMs' },
    ],
    [
      'a broken rule',
      JSON.stringify({ ...sound, sentences: [{ ...sentence, text: 'Bye.' }] }),
      {
        reason: 'broken-rule',
        rule: 'TX1',
        detail: 'the text of sentence 0 is not the join of its words',
      },
    ],
  ])('[FM6] %s is refused with its reason', (_name, text, data) => {
    expect(failureOf(text)).toEqual({ code: 'text/unreadable', data });
  });
});
