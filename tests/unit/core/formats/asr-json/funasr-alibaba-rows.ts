import type { Cue, ResultRow } from './read-result';

const helloCue: readonly Cue[] = [[500, 1400, 'Hello there.']];

/** Results of FunASR, Paraformer and Alibaba Cloud, and what they say. */
export const funasrAlibabaRows: readonly ResultRow[] = [
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
