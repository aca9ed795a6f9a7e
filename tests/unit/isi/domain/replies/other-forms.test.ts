import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { readVendorReply } from '@isi/replies/import-reply';
import type { ImportedReply } from '@isi/replies/imported-reply';
import { describeUnless } from '../../../../helpers/skip';
import { showWords, textOf } from '../show-segments';

const cases = resolve(import.meta.dirname, '../../../../../../shared/cases');
const casesAbsent = existsSync(cases) ? undefined : 'needs ../shared/cases';

function refusalOf(text: string): ReturnType<typeof toStudioError> {
  try {
    readVendorReply(text);
  } catch (thrown) {
    return toStudioError(thrown);
  }
  throw new Error('the reply was read');
}

const textsOf = ({ segments }: ImportedReply): string[] => segments.map(textOf);

const result = {
  ...{ TaskId: 'd4', RequestId: '92', StatusText: 'SUCCESS', StatusCode: 21050000 },
  ...{ BizDuration: 2_956, SolveTime: 1 },
  Result: { Sentences: [{ Text: '你好。', BeginTime: 340, EndTime: 2_365, ChannelId: 0 }] },
};
const waiting = { TaskId: 'd4', RequestId: '91', StatusText: 'RUNNING', StatusCode: 21050001 };

describe('[IS10] what an SDK wrapped', () => {
  test.each([
    ['an object', { headers: {}, statusCode: 200, body: result }],
    ['text of JSON', { headers: {}, statusCode: 200, body: JSON.stringify(result) }],
    ['a list', [{ headers: {}, statusCode: 200, body: result }]],
    ['a list as body', { headers: {}, statusCode: 200, body: [result] }],
    ['an HTTP client', { status: 200, statusText: 'OK', headers: {}, data: result }],
    ['text in a text', JSON.stringify({ statusCode: 200, body: JSON.stringify(result) })],
    ['the answers to every question', [waiting, waiting, result]],
    ['the result as text', { ...result, Result: JSON.stringify(result.Result) }],
  ])('%s', (_, value) => {
    const reply = readVendorReply(JSON.stringify(value));
    expect(reply).toMatchObject({ shape: 'file-result', service: 'file', durationMs: 2_956 });
    expect(textsOf(reply)).toEqual(['你好。']);
    expect(reply.repairs).toEqual([]);
  });

  test('a failure in it is the vendor’s error, a task that is not done is not finished', () => {
    const failed = { TaskId: 't', StatusCode: 41050002, StatusText: 'FILE_DOWNLOAD_FAILED' };
    const wrap = (body: object): string => JSON.stringify({ headers: {}, statusCode: 200, body });
    expect(refusalOf(wrap(failed)).data).toMatchObject({ vendorCode: '41050002' });
    expect(refusalOf(wrap(waiting)).data).toMatchObject({ reason: 'not-finished' });
  });

  test('lines of JSON, one after the other, a byte order mark, comments, NaN', () => {
    const lines = [waiting, result].map((value) => JSON.stringify(value));
    for (const text of [lines.join('\n'), `\ufeff${lines.join('\r\n')}\n`, lines.join('')]) {
      expect(textsOf(readVendorReply(text))).toEqual(['你好。']);
    }
    const reply = readVendorReply(JSON.stringify(result).replace('2365', 'NaN'));
    expect(reply.segments[0]).toMatchObject({ beginMs: 340 });
    expect(reply.repairs).toMatchObject([{ sentences: 1, words: 0, leftOut: 0 }]);
  });

  test('several recordings in one file are no transcript', () => {
    const other = { ...result, TaskId: 'd5' };
    expect(refusalOf(JSON.stringify([result, other])).data).toEqual({
      reason: 'several-recordings',
    });
  });
});

const header = (name: string, extra: object = {}): object => ({
  ...{ namespace: 'SpeechTranscriber', name, status: 20000000, message_id: '1', task_id: '2' },
  ...extra,
});
const event = (name: string, payload: object): object => ({ header: header(name), payload });
const events = [
  event('TranscriptionStarted', { session_id: 's' }),
  event('SentenceBegin', { index: 1, time: 140 }),
  event('TranscriptionResultChanged', { index: 1, time: 800, result: '北京' }),
  event('SentenceEnd', {
    ...{ index: 1, time: 1_820, begin_time: 140, confidence: 0.9, result: '北京的天气。' },
    words: [
      { text: '北京', startTime: 140, endTime: 800 },
      { text: '的', startTime: 800, endTime: 1_000 },
      { text: '天气', startTime: 1_000, endTime: 1_820 },
    ],
  }),
  event('SentenceEnd', { index: 2, time: 3_000, begin_time: 2_200, result: '很好。' }),
  event('TranscriptionResultChanged', { index: 3, begin_time: 3_500, time: 4_000, result: '那' }),
];

describe('[IS10] events of real-time recognition', () => {
  test.each([
    ['a list', JSON.stringify(events)],
    ['one in a line', events.map((one) => JSON.stringify(one)).join('\n')],
    ['one after the other', events.map((one) => JSON.stringify(one, undefined, 2)).join('')],
    ['a list as text in a wrapper', JSON.stringify({ statusCode: 200, body: events })],
  ])('%s', (_, text) => {
    const reply = readVendorReply(text, { hasMeasuredTimes: true });
    expect(reply).toMatchObject({ shape: 'sentence-events', service: 'realtime' });
    // The last sentence was not ended when the session broke off.
    expect(textsOf(reply)).toEqual(['北京的天气。', '很好。', '那']);
    expect(showWords(reply.segments[0])).toEqual([
      '[北京] 140-800 m',
      '[的] 800-1000 m',
      '[天气]。 1000-1820 m',
    ]);
    expect(reply.segments[1]).toMatchObject({ beginMs: 2_200, endMs: 3_000 });
  });

  test('a session that failed before it heard anything is the vendor’s error', () => {
    const failed = {
      header: header('TaskFailed', {
        ...{ status: 40000004, status_text: 'Gateway:IDLE_TIMEOUT:Websocket session is idle' },
      }),
    };
    expect(refusalOf(JSON.stringify(failed)).data).toMatchObject({ vendorCode: '40000004' });
    expect(textsOf(readVendorReply(JSON.stringify([...events, failed])))).toHaveLength(3);
  });

  test('two sessions begin at zero each and are not one recording', () => {
    const other = { header: header('SentenceEnd', { task_id: '3' }), payload: { result: 'x' } };
    expect(refusalOf(JSON.stringify([...events, other])).data).toEqual({
      reason: 'several-recordings',
    });
  });
});

describe('[IS10] results of Paraformer', () => {
  const paraformer = {
    file_url: 'https://x.example.com/a.wav',
    properties: { channels: [0, 1], original_duration_in_milliseconds: 8_000 },
    transcripts: [
      {
        channel_id: 0,
        text: 'Hello world, 你好。再见。',
        sentences: [
          {
            ...{ begin_time: 100, end_time: 2_000, text: 'Hello world, 你好。', speaker_id: 0 },
            words: [
              { begin_time: 100, end_time: 596, text: 'Hello ', punctuation: '' },
              { begin_time: 596, end_time: 1_000, text: 'world', punctuation: ', ' },
              { begin_time: 1_100, end_time: 2_000, text: '你好', punctuation: '。' },
            ],
          },
          { begin_time: 5_000, end_time: 6_000, text: '再见。', speaker_id: 1, words: [] },
        ],
      },
      { channel_id: 1, content_duration_in_milliseconds: 3_000, text: '喂？', sentences: [] },
    ],
  };

  test('channels, speakers and words', () => {
    const reply = readVendorReply(JSON.stringify(paraformer), { hasMeasuredTimes: true });
    expect(reply).toMatchObject({ shape: 'paraformer', service: 'paraformer', durationMs: 8_000 });
    expect(
      reply.segments.map((segment) => [segment.channel, segment.speaker, textOf(segment)]),
    ).toEqual([
      [0, '0', 'Hello world, 你好。'],
      [1, undefined, '喂？'],
      [0, '1', '再见。'],
    ]);
    expect(showWords(reply.segments[0])).toEqual([
      '[Hello]  100-596 m',
      '[world],  596-1000 m',
      '[你好]。 1100-2000 m',
    ]);
  });
});

describe('[IS17] words and sentences', () => {
  test('words for which there is no sentence become sentences, at marks and pauses', () => {
    const words = [
      ['你', 0, 200],
      ['好。', 200, 400],
      ['再', 500, 700],
      ['见', 700, 900],
      ['喂', 4_000, 4_300],
    ].map(([Word, BeginTime, EndTime]) => ({ Word, BeginTime, EndTime, ChannelId: 0 }));
    for (const Sentences of [undefined, null, [], 'none', 7]) {
      const reply = readVendorReply(
        JSON.stringify({ ...result, Result: { Sentences, Words: words } }),
        { hasMeasuredTimes: true },
      );
      expect(reply.segments.map((own) => [textOf(own), own.beginMs, own.endMs])).toEqual([
        ['你好。', 0, 400],
        ['再见', 500, 900],
        ['喂', 4_000, 4_300],
      ]);
      expect(reply.repairs.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(3);
    }
  });

  test('a sentence that stands there twice is one; out of order they are put in order', () => {
    const [sentence] = result.Result.Sentences;
    const later = { ...sentence!, Text: '再见。', BeginTime: 2_500, EndTime: 2_900 };
    const Sentences = [later, sentence, later, { ...sentence, ChannelId: '1' }];
    const reply = readVendorReply(JSON.stringify({ ...result, Result: { Sentences } }));
    expect(reply.segments.map((own) => [own.channel, textOf(own)])).toEqual([
      [0, '你好。'],
      [1, '你好。'],
      [0, '再见。'],
    ]);
    expect(reply.repairs).toEqual([]);
  });

  test('one word far too late moves none of those behind it', () => {
    const words = ['0', '400', '900000', '1200', '1600'].map((begin, index) => ({
      ...{ text: 'abcde'.charAt(index), begin_time: begin },
      end_time: String(Number(begin) + 400),
    }));
    const sentence = { text: 'a b c d e', begin_time: 0, end_time: 2_000, channel_id: 0, words };
    const flash_result = { duration: 1_000_000, sentences: [sentence] };
    const reply = readVendorReply(JSON.stringify({ status: 20000000, flash_result }), {
      hasMeasuredTimes: true,
    });
    expect(showWords(reply.segments[0])).toEqual([
      '[a]  0-400 m',
      '[b]  400-800 m',
      '[c]  800-1200 e',
      '[d]  1200-1600 m',
      '[e] 1600-2000 m',
    ]);
    expect(reply.repairs).toEqual([
      { beginMs: 0, endMs: 2_000, sentences: 0, words: 1, leftOut: 0 },
    ]);
  });

  test('several in a row share what their neighbours leave, no longer than speech takes', () => {
    const lines: [string, number | null, number | null][] = [
      ['一二三四。', 0, 1_000],
      ['五六。', null, null],
      ['七八。', null, null],
      ['九十。', 3_000, 4_000],
      ['最后。', null, null],
    ];
    const Sentences = lines.map(([Text, BeginTime, EndTime]) => ({ Text, BeginTime, EndTime }));
    const reply = readVendorReply(
      JSON.stringify({ ...result, BizDuration: 3_600_000, Result: { Sentences } }),
    );
    expect(reply.segments.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [0, 1_000],
      [1_000, 2_000],
      [2_000, 3_000],
      [3_000, 4_000],
      [4_000, 5_200],
    ]);
    expect(reply.segments[1]!.words.every(({ timing }) => timing === 'estimated')).toBe(true);
  });

  test('a container that is too short to be true does not undo the times', () => {
    const Sentences = [0, 1, 2].map((index) => ({
      ...{ Text: `第${index}句。`, BeginTime: index * 600_000, EndTime: index * 600_000 + 2_000 },
    }));
    const reply = readVendorReply(
      JSON.stringify({ ...result, BizDuration: 1_300_000, Result: { Sentences } }),
      { hasMeasuredTimes: false, recordingMs: 1_000 },
    );
    expect(reply.segments.map(({ beginMs }) => beginMs)).toEqual([0, 600_000, 1_200_000]);
    expect(reply.repairs).toEqual([]);
  });

  test('what was mended is told as eight places at most', () => {
    const Sentences = Array.from({ length: 40 }, (_, index) => ({
      ...{ Text: `第${index}句。`, BeginTime: index * 5_000, EndTime: null },
    }));
    const { repairs } = readVendorReply(JSON.stringify({ ...result, Result: { Sentences } }));
    expect(repairs).toHaveLength(8);
    expect(repairs.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(40);
  });
});

describeUnless(casesAbsent, 'cases of users’ reports (../shared/cases)', () => {
  test.each([
    ['reply-in-sdk-wrapper.json', 'file-result', ['北京的天气。'], 340],
    ['reply-sentence-end.json', 'sentence-events', ['北京的天气。'], 140],
    ['reply-paraformer.json', 'paraformer', ['Hello word, 这里是阿里巴巴语音实验室。'], 100],
  ])('[IS10] %s', (name, shape, texts, beginMs) => {
    const reply = readVendorReply(readFileSync(resolve(cases, name), 'utf8'));
    expect(reply).toMatchObject({ shape, repairs: [] });
    expect(textsOf(reply)).toEqual(texts);
    expect(reply.segments[0]).toMatchObject({ beginMs });
  });
});
