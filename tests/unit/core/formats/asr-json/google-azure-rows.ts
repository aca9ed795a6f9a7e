import type { Cue, ResultRow } from './read-result';

const helloWords = ['500-900 Hello 0.75', '1000-1400 there 0.5'];
const helloCue: readonly Cue[] = [[500, 1400, 'Hello there.']];
const ticks = (ms: number): number => ms * 10_000;

/** Results of Google and Azure, and what they say. */
export const googleAzureRows: readonly ResultRow[] = [
  {
    name: 'Google v1, an operation whose last result tells all again with speakers',
    value: {
      ...{ name: '1', done: true, metadata: {} },
      response: {
        results: [
          {
            alternatives: [
              {
                transcript: 'Hello there.',
                words: [googleWord('Hello', 0.5), googleWord('there.', 1)],
              },
            ],
            languageCode: 'en-us',
          },
          {
            alternatives: [
              {
                words: [
                  { ...googleWord('Hello', 0.5), speakerTag: 1 },
                  { ...googleWord('there.', 1), speakerTag: 1 },
                ],
              },
            ],
          },
        ],
      },
    },
    ...{ engine: 'google-speech', language: 'en-US', speakers: ['1'] },
    cues: helloCue,
    words: ['500-900 Hello', '1000-1400 there'],
  },
  {
    name: 'Google v2, the file of a batch',
    value: {
      results: {
        'gs://bucket/talk.wav': {
          transcript: {
            results: [
              {
                alternatives: [
                  {
                    transcript: 'Hello there.',
                    words: [
                      {
                        startOffset: '0.500s',
                        endOffset: '0.900s',
                        word: 'Hello',
                        confidence: 0.75,
                      },
                      { startOffset: '1s', endOffset: '1.400s', word: 'there.', confidence: 0 },
                    ],
                  },
                ],
                ...{ channelTag: 2, resultEndOffset: '1.5s', languageCode: 'en-US' },
              },
              { alternatives: [{ transcript: ' Bye.' }], channelTag: 2, resultEndOffset: '3.5s' },
            ],
          },
        },
      },
    },
    ...{ engine: 'google-speech', language: 'en-US', channels: [1] },
    cues: [[500, 3500, 'Hello there. Bye.']],
  },
  {
    name: 'Azure, the file of a batch',
    value: {
      ...{ source: 'https://…', durationInTicks: ticks(5000), combinedRecognizedPhrases: [] },
      recognizedPhrases: [
        {
          ...{ recognitionStatus: 'Success', channel: 1, speaker: 2, locale: 'en-US' },
          ...{
            offset: 'PT0.5S',
            duration: 'PT0.9S',
            offsetInTicks: ticks(500),
            durationInTicks: ticks(900),
          },
          nBest: [
            {
              ...{ confidence: 0.9, lexical: 'hello there', display: 'Hello there.' },
              words: [
                {
                  word: 'hello',
                  offsetInTicks: ticks(500),
                  durationInTicks: ticks(400),
                  confidence: 0.75,
                },
                { word: 'there', offset: 'PT1S', duration: 'PT0.4S', confidence: 0.5 },
              ],
            },
          ],
        },
        { recognitionStatus: 'NoMatch', channel: 0, offset: 'PT2S', duration: 'PT1S' },
      ],
    },
    ...{ engine: 'azure-speech', language: 'en-US', speakers: ['2'], channels: [1] },
    ...{ cues: helloCue, words: helloWords },
  },
  {
    name: 'Azure, fast transcription',
    value: {
      durationMilliseconds: 5000,
      combinedPhrases: [{ text: 'Hello there.' }],
      phrases: [
        {
          ...{
            offsetMilliseconds: 500,
            durationMilliseconds: 900,
            text: 'Hello there.',
            locale: 'en-US',
          },
          words: [
            { text: 'Hello', offsetMilliseconds: 500, durationMilliseconds: 400 },
            { text: 'there.', offsetMilliseconds: 1000, durationMilliseconds: 400 },
          ],
        },
      ],
    },
    ...{ engine: 'azure-speech', language: 'en-US', cues: helloCue },
    words: ['500-900 Hello', '1000-1400 there'],
  },
  {
    name: 'Azure, results of real time in lines',
    value: [
      {
        RecognitionStatus: 'Success',
        Offset: ticks(500),
        Duration: ticks(900),
        DisplayText: 'Hello there.',
      },
      { RecognitionStatus: 'EndOfDictation', Offset: ticks(9000), Duration: 0 },
    ]
      .map((value) => JSON.stringify(value))
      .join('\n'),
    ...{ engine: 'azure-speech', cues: helloCue },
  },
];

function googleWord(word: string, begin: number): object {
  return { startTime: `${begin}s`, endTime: `${(begin + 0.4).toFixed(3)}s`, word };
}
