import type { Cue, ResultRow } from './read-result';

const hello = [
  { word: ' Hello', start: 0.5, end: 0.9, probability: 0.75 },
  { word: ' there.', start: 1, end: 1.4, probability: 0.5 },
];
const helloWords = ['500-900 Hello 0.75', '1000-1400 there 0.5'];
const helloCue: readonly Cue[] = [[500, 1400, 'Hello there.']];

/** Results of Whisper and what writes like it, whisper.cpp, Transformers, and what they say. */
export const whisperRows: readonly ResultRow[] = [
  {
    name: 'Whisper',
    value: {
      text: ' Hello there.',
      segments: [{ id: 0, start: 0.5, end: 1.4, text: ' Hello there.', words: hello }],
      language: 'en',
    },
    ...{ engine: 'whisper', language: 'en', cues: helloCue, words: helloWords },
  },
  {
    name: 'faster-whisper as a list of segments',
    value: [{ id: 1, seek: 0, start: 0.5, end: 1.4, text: ' Hello there.', words: hello }],
    ...{ engine: 'whisper', cues: helloCue, words: helloWords },
  },
  {
    name: 'verbose_json, words beside the segments and the language by its name',
    value: {
      ...{ task: 'transcribe', language: 'english', duration: 2.5, text: 'Hello there.' },
      segments: [{ id: 0, start: 0.5, end: 1.4, text: 'Hello there.', avg_logprob: NaN }],
      words: [
        { word: 'Hello', start: 0.5, end: 0.9 },
        { word: 'there', start: 1, end: 1.4 },
      ],
    },
    ...{ engine: 'whisper', language: 'en', cues: helloCue },
    words: ['500-900 Hello', '1000-1400 there'],
  },
  {
    name: 'WhisperX, a digit without times',
    value: {
      segments: [
        {
          ...{ start: 1, end: 3, text: ' Room 12 please.', speaker: 'SPEAKER_01' },
          words: [
            { word: 'Room', start: 1, end: 1.5, score: 0.9, speaker: 'SPEAKER_01' },
            { word: '12' },
            { word: 'please.', start: 2.5, end: 3, score: 0.8 },
          ],
        },
      ],
      word_segments: [],
      language: 'en',
    },
    ...{ engine: 'whisper', language: 'en', cues: [[1000, 3000, 'Room 12 please.']] },
    words: ['1000-1500 Room 0.9', 'estimated 12', '2500-3000 please 0.8'],
    speakers: ['SPEAKER_01'],
  },
  {
    name: 'whisper-timestamped',
    value: {
      text: ' Hi.',
      segments: [
        {
          ...{ id: 0, start: 0.02, end: 1.18, text: ' Hi.', confidence: 0.4 },
          words: [{ text: 'Hi.', start: 0.02, end: 0.38, confidence: 0.25 }],
        },
      ],
    },
    ...{ engine: 'whisper', cues: [[20, 1180, 'Hi.']], words: ['20-380 Hi 0.25'] },
  },
  {
    name: 'whisper.cpp with tokens',
    value: {
      result: { language: 'en' },
      transcription: [
        {
          timestamps: { from: '00:00:00,320', to: '00:00:01,400' },
          offsets: { from: 320, to: 1400 },
          text: ' Hello there.',
          tokens: [
            { text: '[_BEG_]', offsets: { from: 0, to: 0 }, id: 50_364, p: 0.9 },
            { text: ' Hel', offsets: { from: 320, to: 500 }, p: 0.9 },
            { text: 'lo', offsets: { from: 500, to: 800 }, p: 0.5 },
            { text: ' there', offsets: { from: 900, to: 1300 }, p: 0.75 },
            { text: '.', offsets: { from: 1300, to: 1400 }, p: 0.9 },
          ],
        },
      ],
    },
    ...{ engine: 'whisper-cpp', language: 'en', cues: [[320, 1400, 'Hello there.']] },
    words: ['estimated Hello 0.5', 'estimated there 0.75'],
  },
  {
    name: 'Transformers, the last chunk without an end',
    value: {
      text: ' Hello there. Good bye.',
      chunks: [
        { timestamp: [0.5, 1.4], text: ' Hello there.' },
        { timestamp: [2, null], text: ' Good bye.' },
      ],
    },
    engine: 'transformers',
    cues: [
      [500, 1400, 'Hello there.'],
      [2000, 3500, 'Good bye.'],
    ],
  },
];
