import { createServer, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWav } from '../../../helpers/make-wav';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { catchVendorError, makeFiletransClient } from './pop-client';

// Without waits these tests ask more often than an account may.
const unlimited = { queryGapMs: 0, queriesPerSecond: Infinity, submitsPerSecond: Infinity };
const patient = { queueingQueries: 1, runningQueries: 1, ...unlimited };
const fixture = useSimulator(patient);
const received: string[] = [];

const files: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/speech.wav': (response) => response.end(makeWav({ durationMs: 8_000 })),
  '/silence.wav': (response) => response.end(makeWav({ isSilent: true })),
  '/music.wav': (response) => response.end(makeWav({ rateHz: 44_100 })),
  '/stereo.wav': (response) => response.end(makeWav({ durationMs: 8_000, channels: 2 })),
  '/long.wav': (response) => response.end(makeWav({ claimedMs: 12 * 3_600_000 + 1_000 })),
  '/trial.wav': (response) => response.end(makeWav({ claimedMs: 2 * 3_600_000 + 1_000 })),
  '/page.wav': (response) => response.end('<html>'),
  '/broken.mp3': (response) => response.end('ID3 and nothing else'),
  '/forbidden.wav': (response) => response.writeHead(403).end(),
  '/teapot.wav': (response) => response.writeHead(418).end(),
  '/busy.wav': (response) => response.writeHead(503).end(),
  '/short.wav': (response) => {
    response.writeHead(200, { 'content-length': 100_000 });
    response.write(makeWav().subarray(0, 1_000), () => response.socket?.end());
  },
  '/chunked.wav': (response) => {
    response.write(makeWav());
    response.end();
  },
  '/large.wav': (response) => response.writeHead(200, { 'content-length': 3 * 1024 ** 3 }).end('x'),
  '/moved.wav': (response) => response.writeHead(302, { location: '/speech.wav' }).end(),
};
const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (request.method === 'POST') {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      received.push(body);
      response.end();
    });
    return;
  }
  const answer = files[path];
  if (answer === undefined) response.writeHead(404).end();
  else answer(response);
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
});
afterAll(() => server.close());
afterEach(() => fixture.current.set({ ...patient, emptyResult: 'no-valid-fragment' }));

type Body = Readonly<Record<string, unknown>>;

const client = (name: keyof typeof testAccounts = 'owner') =>
  makeFiletransClient(fixture.current.url, testAccounts[name]);

const submit = (task: Body, name?: keyof typeof testAccounts) =>
  client(name).submitTask({
    Task: JSON.stringify({ appkey: 'zhAppkey', version: '4.0', ...task }),
  });

/** Asks until a task has ended; every answer on the way. */
async function follow(taskId: unknown, name?: keyof typeof testAccounts): Promise<Body[]> {
  const answers: Body[] = [];
  for (;;) {
    const answer = await client(name).getTaskResult({ TaskId: taskId });
    answers.push(answer);
    if (answer['StatusCode'] !== 21050001 && answer['StatusCode'] !== 21050002) return answers;
  }
}

async function run(path: string, task: Body = {}, name?: keyof typeof testAccounts): Promise<Body> {
  const { TaskId } = await submit({ file_link: origin + path, ...task }, name);
  return (await follow(TaskId, name)).at(-1)!;
}

interface Result {
  readonly Sentences: readonly {
    readonly Text: string;
    readonly BeginTime: number;
    readonly EndTime: number;
    readonly ChannelId: number;
    readonly SilenceDuration: number;
    readonly SpeechRate: number;
    readonly SpeakerId?: string;
  }[];
  readonly Words?: readonly { readonly Word: string; readonly ChannelId: number }[];
}

const resultOf = (body: Body) => body['Result'] as Result;

describe('file transcription with the vendor’s own client', () => {
  it('queues, runs, and gives sentences with their figures', async () => {
    const submitted = await submit({ file_link: `${origin}/speech.wav?Signature=a%2Bb` });
    expect(submitted).toMatchObject({ StatusText: 'SUCCESS', StatusCode: 21050000 });
    expect(submitted['TaskId']).toMatch(/^[0-9a-f]{32}$/);
    const answers = await follow(submitted['TaskId']);
    expect(answers[0]).toMatchObject({ StatusText: 'QUEUEING' });
    expect(answers[0]).not.toHaveProperty('BizDuration');
    expect(answers[1]).toMatchObject({ StatusText: 'RUNNING', BizDuration: 0 });
    const last = answers.at(-1)!;
    expect(last).toMatchObject({ StatusCode: 21050000, BizDuration: 8_000 });
    const { Sentences, Words } = resultOf(last);
    expect(Words).toBeUndefined();
    expect(Sentences).toHaveLength(2);
    expect(Sentences[0]).toMatchObject({ Text: '今天的会议现在开始。', SilenceDuration: 0 });
    for (const { Text, BeginTime, EndTime, SpeechRate } of Sentences) {
      expect(SpeechRate).toBe(Math.floor((60_000 * Text.length) / (EndTime - BeginTime)));
    }
  });

  it('gives flat words without marks, speakers and channels as asked for', async () => {
    const plain = resultOf(await run('/speech.wav', { enable_words: true, auto_split: true }));
    expect(plain.Words?.map(({ Word }) => Word).join('')).not.toContain('。');
    expect(plain.Sentences.map(({ SpeakerId }) => SpeakerId)).toEqual(['1', '2']);
    const both = resultOf(
      await run('/stereo.wav', { enable_words: true, first_channel_only: false }),
    );
    expect(both.Sentences.map(({ ChannelId }) => ChannelId)).toEqual([0, 1]);
    expect(new Set(both.Words?.map(({ ChannelId }) => ChannelId))).toEqual(new Set([0, 1]));
    expect(resultOf(await run('/stereo.wav')).Sentences).toHaveLength(1);
    const bare = await run('/speech.wav', { enable_punctuation_prediction: false });
    expect(resultOf(bare).Sentences[0]?.Text).toBe('今天的会议现在开始');
    const english = await run('/speech.wav', { appkey: 'enAppkey', enable_words: true });
    expect(resultOf(english).Words?.[0]?.Word).toBe('The ');
  });

  it('follows a link that has moved', async () => {
    expect(await run('/moved.wav')).toMatchObject({ StatusCode: 21050000 });
  });

  it.each([
    ['no-valid-fragment', 21050003, 'SUCCESS_WITH_NO_VALID_FRAGMENT'],
    ['no-words', 21050003, 'ASR_RESPONSE_HAVE_NO_WORDS'],
    ['no-words-41050029', 41050029, 'ASR_RESPONSE_HAVE_HO_WORDS'],
  ] as const)('ends silence as %s', async (emptyResult, StatusCode, StatusText) => {
    fixture.current.set({ emptyResult });
    const last = await run('/silence.wav');
    expect(last).toMatchObject({ StatusCode, StatusText });
    expect(last).not.toHaveProperty('Result');
  });

  it.each([
    ['/nothing.wav', 41050024],
    ['/forbidden.wav', 41050025],
    ['/busy.wav', 41050026],
    ['/teapot.wav', 41050002],
    ['/short.wav', 41050023],
    ['/chunked.wav', 41050023],
    ['/large.wav', 41050004],
    ['/page.wav', 41050003],
    ['/broken.mp3', 40270003],
    ['/music.wav', 41050008],
    ['/long.wav', 41050103],
  ])('ends %s with %i', async (path, StatusCode) => {
    expect(await run(path)).toMatchObject({ StatusCode });
  });

  it('ends what cannot be reached, adapts rates where asked, and holds trials to two hours', async () => {
    const { TaskId } = await submit({ file_link: 'http://nowhere.invalid/a.wav' });
    expect((await follow(TaskId)).at(-1)).toMatchObject({ StatusText: 'FILE_DOWNLOAD_FAILED' });
    const adapted = { enable_sample_rate_adaptive: true };
    expect(await run('/music.wav', adapted)).toMatchObject({ StatusCode: 21050000 });
    const trial = { appkey: 'unpaidAppkey' };
    expect(await run('/trial.wav', trial, 'unpaid')).toMatchObject({ StatusCode: 41050001 });
    expect(await run('/speech.wav', trial, 'unpaid')).toMatchObject({ StatusCode: 21050000 });
  });

  it.each([
    ['2.0', 'task_id', 'status_code'],
    ['4.0', 'TaskId', 'StatusCode'],
  ])('calls back in the form of version %s', async (version, idName, codeName) => {
    received.length = 0;
    const callback = { version, enable_callback: true, callback_url: `${origin}/callback` };
    const { TaskId } = await submit({ file_link: `${origin}/speech.wav`, ...callback });
    await expect.poll(() => received.length).toBe(1);
    const body = JSON.parse(received[0] ?? '') as Record<string, unknown>;
    expect(body).toMatchObject({ [idName]: TaskId, [codeName]: 21050000 });
    expect(Array.isArray(body['result'])).toBe(version === '2.0');
    expect(body).not.toHaveProperty('RequestId');
  });
});

describe('what file transcription refuses', () => {
  it.each([
    ['an empty Appkey', { appkey: '' }, 41050014],
    ['an unknown Appkey', { appkey: 'none' }, 41050015],
    ['the Appkey of another account', { appkey: 'otherAppkey' }, 41050015],
    ['no link', {}, 41050011],
    ['a link to an address', { file_link: 'http://127.0.0.1/a.wav' }, 41050011],
    ['a link to an IPv6 address', { file_link: 'http://[::1]/a.wav' }, 41050011],
    ['a blank in a link', { file_link: 'http://localhost/a b.wav' }, 41050011],
    ['a link that is no URL', { file_link: '/a.wav' }, 41050011],
    ['another scheme', { file_link: 'ftp://localhost/a.wav' }, 41050011],
    [
      'a callback to an address',
      { file_link: 'http://localhost/a', enable_callback: true, callback_url: 'http://1.2.3.4' },
      41050012,
    ],
    ['a switch as text', { enable_words: 'true' }, 41050013],
    ['a number out of range', { speaker_num: 1 }, 41050013],
  ])('answers %s with %s', async (_, task, StatusCode) => {
    expect(await submit(task)).toMatchObject({ StatusCode, TaskId: '' });
    expect(fixture.current.requests.at(-1)).toMatchObject({ target: 'submit', status: 200 });
  });

  it('answers a task that is no JSON, and rights and billing of the account', async () => {
    expect(await client().submitTask({ Task: '{' })).toMatchObject({ StatusCode: 41050013 });
    expect(await submit({}, 'denied')).toMatchObject({ StatusText: 'RAM_CHECK_FAILED' });
    const link = { file_link: `${origin}/speech.wav`, appkey: 'expiredAppkey' };
    expect(await submit(link, 'expired')).toMatchObject({
      StatusCode: 40000010,
      StatusText: 'FREE_TRIAL_EXPIRED',
    });
  });

  it('wants TaskId by its real name, and knows only the tasks of the account', async () => {
    const { TaskId } = await submit({ file_link: `${origin}/speech.wav` });
    const misnamed = client().getTaskResult({ TaskId: '', Taskid: TaskId });
    expect(await catchVendorError(misnamed)).toMatchObject({ code: 'MissingTaskId', status: 400 });
    const expired = { StatusCode: 41050010, StatusText: 'FILE_TRANS_TASK_EXPIRED' };
    expect(await client().getTaskResult({ TaskId: 'x' })).toMatchObject(expired);
    expect(await client('other').getTaskResult({ TaskId })).toMatchObject(expired);
  });

  it('forgets a task after 72 hours', async () => {
    const { TaskId } = await submit({ file_link: `${origin}/speech.wav` });
    const later = {
      Timestamp: `${new Date(Date.now() + 73 * 3_600_000).toISOString().slice(0, 19)}Z`,
    };
    fixture.current.set({ nowOffsetMs: 73 * 3_600_000 });
    const answer = await client().getTaskResult({ TaskId, ...later });
    fixture.current.set({ nowOffsetMs: 0 });
    expect(answer).toMatchObject({ StatusCode: 41050010 });
  });

  it('answers one query per task and second, and only so many submits', async () => {
    fixture.current.set({ queryGapMs: 60_000 });
    const { TaskId } = await submit({ file_link: `${origin}/speech.wav` });
    await client().getTaskResult({ TaskId });
    const second = await catchVendorError(client().getTaskResult({ TaskId }));
    expect(second).toMatchObject({ code: 'Throttling.User', status: 400 });
    fixture.current.set({ submitsPerSecond: 0 });
    expect((await catchVendorError(submit({}))).code).toBe('Throttling.User');
    fixture.current.set(unlimited);
  });
});
