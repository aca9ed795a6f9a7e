import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMedia } from '../../../helpers/make-media';
import { makeWav } from '../../../helpers/make-wav';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { writeNumbers } from '../../../simulator/speech/write-numbers';
import { makeFiletransClient, makePopClient } from './pop-client';

const line = '第二季度一共录了三百小时的音频，然后再看数据。';
const fixture = useSimulator({
  ...{ queryGapMs: 0, queriesPerSecond: Infinity, submitsPerSecond: Infinity },
  answers: [
    {
      when: ({ durationMs }) => durationMs === 9_000,
      sentences: [
        { text: line, beginMs: 0, endMs: 4_600, channel: 0 },
        { text: line, beginMs: 4_800, endMs: 9_000, channel: 1 },
      ],
    },
  ],
});
const folder = mkdtempSync(join(tmpdir(), 'zimu-strict-'));
const speech = makeWav({ durationMs: 9_000, channels: 2 });
const received: Record<string, unknown>[] = [];
const files: Record<string, Buffer> = {
  '/speech.wav': speech,
  '/music.wav': makeWav({ durationMs: 9_000, rateHz: 44_100 }),
  '/surround.wav': makeWav({ durationMs: 9_000, channels: 6 }),
};
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      received.push(JSON.parse(body) as Record<string, unknown>);
      response.end();
    });
    return;
  }
  response.end(files[request.url ?? '']);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

type Fields = Readonly<Record<string, unknown>>;
interface Sentence {
  readonly Text: string;
  readonly BeginTime: number;
  readonly EndTime: number;
  readonly ChannelId: number;
}

const client = () => makeFiletransClient(fixture.current.url, testAccounts.owner);
const submit = (task: Fields) =>
  client().submitTask({
    Task: JSON.stringify({
      ...{ appkey: 'zhAppkey', file_link: `${origin}/speech.wav`, version: '4.0' },
      ...task,
    }),
  });

async function run(task: Fields): Promise<Fields> {
  const { TaskId } = await submit(task);
  for (;;) {
    const answer = await client().getTaskResult({ TaskId });
    if (answer['StatusCode'] !== 21050001 && answer['StatusCode'] !== 21050002) return answer;
  }
}
async function hear(task: Fields): Promise<readonly Sentence[]> {
  const { Result } = await run({ first_channel_only: false, ...task });
  return (Result as { readonly Sentences: readonly Sentence[] } | undefined)?.Sentences ?? [];
}

async function askFlash(parameters: Readonly<Record<string, string>>, body: Buffer = speech) {
  const pop = makePopClient(fixture.current.url, testAccounts.owner);
  const { Token } = await pop.request<{ Token: { Id: string } }>('CreateToken', {});
  const query = new URLSearchParams({
    ...{ appkey: 'zhAppkey', token: Token.Id, format: 'wav' },
    ...parameters,
  });
  const url = `${fixture.current.env['ZIMU_ISI_FLASH_ENDPOINT'] ?? ''}?${query.toString()}`;
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) });
  return (await response.json()) as {
    readonly status: number;
    readonly message: string;
    readonly flash_result?: {
      readonly sentences: readonly {
        readonly text: string;
        readonly words?: readonly { readonly text: string }[];
      }[];
    };
  };
}

describe('what file transcription does with its parameters', () => {
  it('hears the stretches of valid_times only, each on its channel', async () => {
    const all = await hear({});
    expect(all.map(({ ChannelId }) => ChannelId)).toEqual([0, 1]);
    const valid_times = [{ begin_time: 0, end_time: 2_300, channel_id: 0 }];
    const some = await hear({ valid_times });
    expect(some).toHaveLength(1);
    expect(some[0]).toMatchObject({ ChannelId: 0, BeginTime: 0 });
    expect(some[0]!.EndTime).toBeLessThan(2_600);
    expect(line.startsWith(some[0]!.Text)).toBe(true);
    expect(some[0]!.Text.length).toBeLessThan(line.length);
    const nowhere = [{ begin_time: 10_000, end_time: 11_000, channel_id: 0 }];
    expect(await run({ valid_times: nowhere })).toMatchObject({ StatusCode: 21050003 });
  });

  it('has sentences of so many characters at most, and ends them at more marks', async () => {
    const short = await hear({ sentence_max_length: 8 });
    expect(Math.max(...short.map(({ Text }) => Text.length))).toBeLessThanOrEqual(8);
    const first = short.filter(({ ChannelId }) => ChannelId === 0);
    expect(first.map(({ Text }) => Text).join('')).toBe(line);
    for (const [index, { BeginTime }] of first.slice(1).entries()) {
      expect(BeginTime).toBe(first[index]!.EndTime);
    }
    const marked = await hear({ punctuation_mark: '，', first_channel_only: true });
    expect(marked.map(({ Text }) => Text)).toEqual([
      '第二季度一共录了三百小时的音频，',
      '然后再看数据。',
    ]);
    // Neither the comma of another script nor a word ends one.
    expect(await hear({ punctuation_mark: ',然', first_channel_only: true })).toHaveLength(1);
  });

  it('writes numbers in digits where that is asked for, in the text alone', async () => {
    const [plain] = await hear({});
    expect(plain?.Text).toBe(line);
    const { Result } = await run({
      enable_inverse_text_normalization: true,
      enable_words: true,
    });
    const { Sentences, Words } = Result as {
      readonly Sentences: readonly Sentence[];
      readonly Words: readonly { readonly Word: string }[];
    };
    expect(Sentences[0]?.Text).toBe('第2季度一共录了300小时的音频，然后再看数据。');
    expect(Words.map(({ Word }) => Word).join('')).toContain('三百');
  });

  it.each([
    ['三百', '300'],
    ['一千零二十', '1020'],
    ['十二万三千', '123000'],
    ['一共', '一共'],
    ['第一位', '第1位'],
    ['第一百二十三条', '第123条'],
  ])('%s is %s', (spoken, written) => expect(writeNumbers(spoken)).toBe(written));

  it('is of version 4.0 only where the task says so', async () => {
    const words = async (task: Fields): Promise<unknown> =>
      ((await run({ enable_words: true, ...task }))['Result'] as Fields)['Words'];
    expect(await words({})).toBeDefined();
    expect(await words({ version: undefined })).toBeUndefined();
    expect(await words({ version: '2.0' })).toBeUndefined();
    const adapted = { file_link: `${origin}/music.wav`, enable_sample_rate_adaptive: true };
    expect(await run(adapted)).toMatchObject({ StatusCode: 21050000 });
    expect(await run({ ...adapted, version: undefined })).toMatchObject({ StatusCode: 41050008 });
  });

  it.each([
    ['4.0', ['Result', 'StatusCode']],
    ['2.0', ['result', 'status_code']],
    [undefined, ['result', 'status_code']],
  ])('calls back for version %s with %j', async (version, names) => {
    received.length = 0;
    await submit({ version, enable_callback: true, callback_url: `${origin}/back` });
    await expect.poll(() => received.length).toBe(1);
    for (const name of names) expect(received[0]).toHaveProperty(name);
  });

  it('takes mono and stereo', async () => {
    const surround = await run({ file_link: `${origin}/surround.wav` });
    expect(surround).toMatchObject({ StatusCode: 41050003 });
  });

  it.each<[string, unknown]>([
    ['version', '3.0'],
    ['version', 4],
    ['valid_times', { begin_time: 0, end_time: 1, channel_id: 0 }],
    ['valid_times', [{ begin_time: 0, end_time: 1 }]],
    ['valid_times', [{ begin_time: 5, end_time: 5, channel_id: 0 }]],
    ['valid_times', [{ begin_time: '0', end_time: 1, channel_id: 0 }]],
    ['valid_times', [{ begin_time: 0, end_time: 1, channel_id: -1 }]],
    ['sentence_max_length', 3],
    ['sentence_max_length', 51],
    ['sentence_max_length', '10'],
    ['sentence_max_length', 10.5],
    ['enable_inverse_text_normalization', 'true'],
    ['enable_inverse_text_normalization', 1],
    ['punctuation_mark', '， ,'],
    ['punctuation_mark', ['，']],
    ['special_word_filter', { system_reserved_filter: true }],
    ['special_word_filter', '{'],
    ['special_word_filter', '{"filter_with_empty":["x"]}'],
    ['supervise_type', 3],
    ['speaker_num', 101],
    ['max_end_silence', 100],
  ])('refuses %s as %j', async (name, value) => {
    expect(await submit({ [name]: value })).toMatchObject({ StatusCode: 41050013 });
  });
});

describe('what flash does with its parameters', () => {
  it('takes MP4 by its name, and by no other', async () => {
    const path = join(folder, 'a.m4a');
    makeMedia(path, ['-f', 'lavfi', '-i', 'sine=r=16000:d=2', '-c:a', 'aac']);
    const audio = readFileSync(path);
    for (const format of ['mp4', 'MP4']) {
      expect((await askFlash({ format }, audio)).status).toBe(20000000);
    }
    expect((await askFlash({ format: 'aac' }, audio)).status).toBe(40270003);
    expect((await askFlash({ format: 'm4a' }, audio)).status).toBe(40270001);
    const stream = join(folder, 'a.aac');
    makeMedia(stream, ['-f', 'lavfi', '-i', 'sine=r=16000:d=2', '-c:a', 'aac']);
    expect((await askFlash({ format: 'aac' }, readFileSync(stream))).status).toBe(20000000);
  });

  it('has short sentences, and numbers in digits, where that is asked for', async () => {
    const { flash_result: plain } = await askFlash({});
    expect(plain?.sentences.map(({ text }) => text)).toEqual([line]);
    const { flash_result: shaped } = await askFlash({
      ...{ sentence_max_length: '8', enable_inverse_text_normalization: 'true' },
      enable_word_level_result: 'true',
    });
    expect(shaped?.sentences.map(({ text }) => text).join('')).toBe(writeNumbers(line));
    expect(shaped?.sentences.every(({ text }) => text.length <= 8)).toBe(true);
    expect(shaped?.sentences.flatMap(({ words = [] }) => words.map(({ text }) => text))).toContain(
      '三百',
    );
  });

  it.each([
    ['sentence_max_length', '4.5'],
    ['sentence_max_length', '1e1'],
    ['sentence_max_length', ''],
    ['sentence_max_length', '51'],
    ['sample_rate', '16k'],
    ['max_end_silence', '-1'],
    ['speech_noise_threshold', '0x1'],
    ['enable_inverse_text_normalization', '1'],
    ['special_word_filter', '7'],
    ['special_word_filter', '{"filter_with_signed":{"word_list":"x"}}'],
  ])('refuses %s as %s', async (name, value) => {
    const { status, message } = await askFlash({ [name]: value });
    expect(status).toBe(40000003);
    expect(message).toContain(name);
  });
});
