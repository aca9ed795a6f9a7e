import type { ResultRow } from './read-result';

const helloWords = ['500-900 Hello 0.75', '1000-1400 there 0.5'];

/** Results of Deepgram and Amazon Transcribe, and what they say. */
export const deepgramAmazonRows: readonly ResultRow[] = [
  {
    name: 'Deepgram, utterances of two channels',
    value: {
      metadata: { duration: 5, channels: 2 },
      results: {
        channels: [{ alternatives: [], detected_language: 'en' }],
        utterances: [
          {
            ...{ start: 0.5, end: 1.4, channel: 0, transcript: 'Hello there.', speaker: 0 },
            words: [
              { word: 'hello', punctuated_word: 'Hello', start: 0.5, end: 0.9, confidence: 0.75 },
              { word: 'there', punctuated_word: 'there.', start: 1, end: 1.4, confidence: 0.5 },
            ],
          },
          { start: 2, end: 3, channel: 1, transcript: 'Hi.', words: [], speaker: 1 },
        ],
      },
    },
    ...{ engine: 'deepgram', language: 'en', speakers: ['0', '1'], channels: [0, 1] },
    cues: [
      [500, 1400, 'Hello there.'],
      [2000, 3000, 'Hi.'],
    ],
    words: [...helloWords, 'estimated Hi'],
  },
  {
    name: 'Deepgram, words alone',
    value: {
      metadata: { duration: 5 },
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'hello there',
                words: [
                  { word: 'hello', start: 0.5, end: 0.9, confidence: 0.75 },
                  { word: 'there', start: 1, end: 1.4, confidence: 0.5 },
                ],
              },
            ],
          },
        ],
      },
    },
    ...{ engine: 'deepgram', cues: [[500, 1500, 'hello there']] },
    words: ['500-900 hello 0.75', '1000-1400 there 0.5'],
  },
  {
    name: 'Deepgram, paragraphs',
    value: {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'Hello there. Good bye.',
                words: [
                  { word: 'hello', punctuated_word: 'Hello', start: 0.5, end: 0.9 },
                  { word: 'there', punctuated_word: 'there.', start: 1, end: 2 },
                  { word: 'good', punctuated_word: 'Good', start: 4, end: 4.5 },
                  { word: 'bye', punctuated_word: 'bye.', start: 4.5, end: 6 },
                ],
                paragraphs: {
                  paragraphs: [
                    {
                      ...{ speaker: 0, start: 0.5, end: 2 },
                      sentences: [{ text: 'Hello there.', start: 0.5, end: 2 }],
                    },
                    {
                      ...{ speaker: 1, start: 4, end: 6 },
                      sentences: [{ text: 'Good bye.', start: 4, end: 6 }],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    ...{ engine: 'deepgram', speakers: ['0', '1'] },
    cues: [
      [500, 2000, 'Hello there.'],
      [4000, 6000, 'Good bye.'],
    ],
    words: ['500-900 Hello', '1000-2000 there', '4000-4500 Good', '4500-6000 bye'],
  },
  {
    name: 'Amazon Transcribe with speakers',
    value: {
      jobName: 'a',
      status: 'COMPLETED',
      results: {
        language_code: 'en-GB',
        transcripts: [{ transcript: 'Hello. Good morning to you.' }],
        speaker_labels: {
          speakers: 2,
          segments: [
            { start_time: '0.5', end_time: '0.9', speaker_label: 'spk_0', items: [] },
            {
              ...{ start_time: '2.0', end_time: '4.0', speaker_label: 'spk_1' },
              items: [
                { start_time: '2.0', speaker_label: 'spk_1' },
                { start_time: '3.0', speaker_label: 'spk_1' },
              ],
            },
          ],
        },
        items: [
          awsItem('0.5', '1.5', 'Hello', '0.75'),
          { alternatives: [{ confidence: '0.0', content: '.' }], type: 'punctuation' },
          awsItem('2.0', '2.9', 'Good', '0.5'),
          awsItem('3.0', '4.0', 'morning', null),
        ],
      },
    },
    ...{ engine: 'aws-transcribe', language: 'en-GB', speakers: ['spk_0', 'spk_1'] },
    cues: [
      [500, 1500, 'Hello.'],
      [2000, 4000, 'Good morning'],
    ],
    words: ['500-1500 Hello 0.75', '2000-2900 Good 0.5', '3000-4000 morning'],
  },
  {
    name: 'Amazon Transcribe with channels',
    value: {
      results: {
        channel_labels: {
          channels: [
            { channel_label: 'ch_0', items: [awsItem('0.5', '1.5', 'Hello', '1.0')] },
            { channel_label: 'ch_1', items: [awsItem('2', '3', 'Hi', '1.0')] },
          ],
        },
      },
    },
    ...{ engine: 'aws-transcribe', channels: [0, 1] },
    cues: [
      [500, 1500, 'Hello'],
      [2000, 3000, 'Hi'],
    ],
  },
];

function awsItem(begin: string, end: string, content: string, confidence: string | null): unknown {
  const times = { start_time: begin, end_time: end };
  return { ...times, alternatives: [{ confidence, content }], type: 'pronunciation' };
}
