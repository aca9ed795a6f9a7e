import { describeError } from '@contract/describe-error';
import { StudioError } from '@core/errors/studio-error';
import { resultReasons } from '@core/errors/explain-result';
import { json } from '@core/formats/json';
import { findTranscriptProblems } from '@core/transcript/invariants';
import type { Sentence } from '@core/transcript/sentence';
import { vendorDialect } from '@isi/replies/vendor-dialect';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSubtitleFile } from '../../../../electron/services/formats/read-subtitle-file';

const dialects = [vendorDialect];
const read = (value: unknown): ReturnType<NonNullable<typeof json.read>> =>
  json.read!(typeof value === 'string' ? value : JSON.stringify(value), {
    dialects,
    name: 'a.json',
  });

type Cue = readonly [number, number, string];
const cuesOf = (sentences: readonly Sentence[]): readonly Cue[] =>
  sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text] as const);
/** Words that were measured, as `begin-end text confidence`. */
const wordsOf = (sentences: readonly Sentence[]): readonly string[] =>
  sentences.flatMap(({ words }) =>
    words.map(({ beginMs, endMs, text, timing, confidence }) =>
      [timing === 'measured' ? `${beginMs}-${endMs}` : timing, text, confidence]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  );

interface Row {
  readonly name: string;
  readonly value: unknown;
  readonly engine: string;
  readonly language?: string;
  readonly cues: readonly Cue[];
  readonly words?: readonly string[];
  readonly speakers?: readonly (string | undefined)[];
  readonly channels?: readonly number[];
}

const hello = [
  { word: ' Hello', start: 0.5, end: 0.9, probability: 0.75 },
  { word: ' there.', start: 1, end: 1.4, probability: 0.5 },
];
const helloWords = ['500-900 Hello 0.75', '1000-1400 there 0.5'];
const helloCue: readonly Cue[] = [[500, 1400, 'Hello there.']];
const ticks = (ms: number): number => ms * 10_000;

const rows: readonly Row[] = [
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
  {
    name: 'FunASR with sentences',
    value: [
      {
        ...{ key: 'talk', text: '北京的天气。', timestamp: [] },
        sentence_info: [
          {
            ...{ text: '北京的天气。', start: 340, end: 2000, spk: 0 },
            timestamp: [
              [340, 600],
              [600, 900],
              [900, 1100],
              [1100, 1500],
              [1500, 2000],
            ],
          },
        ],
      },
    ],
    ...{ engine: 'funasr', speakers: ['0'], cues: [[340, 2000, '北京的天气。']] },
    words: ['340-600 北', '600-900 京', '900-1100 的', '1100-1500 天', '1500-2000 气'],
  },
  {
    name: 'FunASR, a text of SenseVoice with times',
    value: [
      {
        ...{ key: 'talk', text: '<|en|><|NEUTRAL|><|Speech|><|withitn|>Hello there.' },
        timestamp: [
          [500, 900],
          [1000, 1400],
        ],
      },
    ],
    ...{ engine: 'funasr', language: 'en', cues: helloCue },
    words: ['500-900 Hello', '1000-1400 there'],
  },
  {
    name: 'the server of FunASR',
    value: {
      ...{ mode: 'offline', wav_name: 'a', text: '正是，', timestamp: '[[430,670],[670,810]]' },
      stamp_sents: [
        {
          ...{ text_seg: '正 是', punc: '，', start: '430', end: '810' },
          ts_list: [
            [430, 670],
            [670, 810],
          ],
        },
      ],
    },
    ...{ engine: 'funasr', cues: [[430, 810, '正是，']] },
    words: ['430-670 正', '670-810 是'],
  },
  {
    name: 'a reply of Alibaba Cloud, as an SDK wrapped it',
    value: {
      headers: {},
      statusCode: 200,
      body: {
        ...{ StatusCode: 21_050_000, StatusText: 'SUCCESS', TaskId: 't', RequestId: 'r' },
        Result: {
          Sentences: [{ BeginTime: 340, EndTime: 2365, ChannelId: 0, Text: '北京的天气。' }],
        },
      },
    },
    ...{ engine: 'file', cues: [[340, 2365, '北京的天气。']] },
  },
  {
    name: 'Paraformer',
    value: {
      file_url: 'https://…',
      properties: { original_duration_in_milliseconds: 3000 },
      transcripts: [
        {
          channel_id: 1,
          text: '你好。',
          sentences: [
            { begin_time: 100, end_time: 1100, text: '你好。', speaker_id: 3, words: [] },
          ],
        },
      ],
    },
    ...{ engine: 'paraformer', cues: [[100, 1100, '你好。']], speakers: ['3'], channels: [1] },
  },
];

function awsItem(begin: string, end: string, content: string, confidence: string | null): unknown {
  const times = { start_time: begin, end_time: end };
  return { ...times, alternatives: [{ confidence, content }], type: 'pronunciation' };
}

function googleWord(word: string, begin: number): object {
  return { startTime: `${begin}s`, endTime: `${(begin + 0.4).toFixed(3)}s`, word };
}

describe('[FM70] [FM71] JSON of other programs', () => {
  it.each(rows)('is read: $name', (row) => {
    const { document, repairs } = read(row.value);
    const { sentences } = document;
    expect(cuesOf(sentences)).toEqual(row.cues);
    if (row.words !== undefined) expect(wordsOf(sentences)).toEqual(row.words);
    if (row.speakers !== undefined) {
      expect(sentences.map(({ speaker }) => speaker)).toEqual(row.speakers);
    }
    if (row.channels !== undefined) {
      expect(sentences.map(({ channel }) => channel)).toEqual(row.channels);
    }
    expect(document.engine).toBe(row.engine);
    expect(document.language).toBe(row.language ?? 'und');
    const media = { path: '', durationMs: 0 };
    const whole = { version: 1, media, language: '', engine: '', sentences } as const;
    expect(findTranscriptProblems(whole)).toEqual([]);
    const isWhole = repairs.every(({ code }) => code.startsWith('result-'));
    expect(isWhole).toBe(true);
  });

  it('a segment longer than a cue is cut at its words, one that fits stays as it is', () => {
    const text = `${'One two three four five six seven. '.repeat(4)}Eight.`;
    const words = text.split(' ').map((word, index) => ({
      ...{ word: ` ${word}`, start: 10 + index * 0.4, end: 10.3 + index * 0.4 },
    }));
    const { document } = read({
      language: 'en',
      segments: [
        { start: 0, end: 9, text: 'Short, but shown for long.' },
        { start: 10, end: 30, text, words },
      ],
    });
    const [first, ...cut] = cuesOf(document.sentences);
    expect(first).toEqual([0, 9000, 'Short, but shown for long.']);
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.map(([, , said]) => said).join(' ')).toBe(text);
    expect(cut[0]![0]).toBe(10_000);
  });

  it('what is mended is told with its line', () => {
    const value = {
      language: 'en',
      segments: [
        { start: 1, end: 2, text: 'First.' },
        { start: 'soon', end: null, text: 'Second.' },
        { start: 4, end: 5, text: 'Third.' },
      ],
    };
    const { document, repairs } = read(JSON.stringify(value, undefined, 1));
    expect(cuesOf(document.sentences)).toEqual([
      [1000, 2000, 'First.'],
      [2000, 3050, 'Second.'],
      [4000, 5000, 'Third.'],
    ]);
    expect(repairs).toEqual([
      { code: 'result-sentences-mended', line: 12, after: '00:00:02.000 – 00:00:03.050 (1)' },
    ]);
  });

  it('[FM11] is found by its content, and opened with the vendor’s among the dialects', () => {
    const { value } = rows.find(({ engine }) => engine === 'file')!;
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const { format, document } = readSubtitleFile(bytes, 'standard input');
    expect(format).toBe(json);
    expect(cuesOf(document.sentences)).toEqual([[340, 2365, '北京的天气。']]);
  });

  it('silence is a document without sentences, and is told', () => {
    const { document, repairs } = read({ text: '', segments: [], language: 'en' });
    expect(document.sentences).toEqual([]);
    expect(repairs).toEqual([{ code: 'result-silent', line: 1 }]);
  });
});

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
          sentences = read(mutated).document.sentences;
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

describe('[FM72] JSON without a transcript is refused as what it is', () => {
  it.each([
    ['unfinished', { request_id: 'a' }],
    ['failed', { err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.' }],
    ['unfinished', { TranscriptionJob: { TranscriptionJobStatus: 'IN_PROGRESS' } }],
    ['failed', { TranscriptionJob: { TranscriptionJobStatus: 'FAILED', FailureReason: 'No.' } }],
    ['elsewhere', { TranscriptionJob: { TranscriptionJobStatus: 'COMPLETED' } }],
    ['unfinished', { name: '1', metadata: { progressPercent: 40 } }],
    ['failed', { error: { code: 403, message: 'No.', status: 'PERMISSION_DENIED' } }],
    ['unfinished', { self: 'https://…', status: 'Running', links: {} }],
    ['failed', { self: 'https://…', status: 'Failed', links: {}, properties: {} }],
    ['untimed', { text: 'Hello there.' }],
    ['untimed', [{ key: 'a', text: '你好' }]],
    ['unfinished', { StatusCode: 21_050_002, StatusText: 'QUEUEING', TaskId: 't', RequestId: 'r' }],
    ['unfinished', { request_id: 'a', output: { task_id: 't', task_status: 'PENDING' } }],
    ['elsewhere', { request_id: 'a', output: { task_id: 't', task_status: 'SUCCEEDED' } }],
    ['failed', { request_id: 'a', code: 'InvalidApiKey', message: 'Invalid API-key provided.' }],
    [
      'failed',
      { task_id: 't', status: 40_000_001, message: 'Meta:ACCESS_DENIED:The token is invalid' },
    ],
    ['unknown', { name: 'zimu', dependencies: {} }],
    ['unknown', [{ a: 1 }]],
  ])('%s: %j', (result, value) => {
    let thrown: unknown;
    try {
      read(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StudioError);
    const { code, data } = thrown as StudioError;
    expect({ code, result: data['result'] }).toEqual({ code: 'text/unreadable', result });
    for (const locale of ['en', 'zh-CN'] as const) {
      const { happened, next } = describeError(locale, { code, data: { ...data, path: 'a.json' } });
      expect(`${happened} ${next}`).not.toMatch(/[{}]/u);
    }
  });

  it('each reason has a text', () => {
    for (const result of resultReasons) {
      const data = { result, engine: 'X', status: '', path: 'a.json' };
      expect(describeError('en', { code: 'text/unreadable', data }).happened).toContain('a.json');
    }
  });
});
