import { createServer } from 'node:http';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../../helpers/make-wav';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { makePopClient } from './pop-client';

const quiet = { text: '嗯。', beginMs: 10, endMs: 500 };
const fixture = useSimulator({
  answers: [
    { when: ({ durationMs }) => durationMs === 1_234, sentences: [] },
    {
      when: ({ durationMs }) => durationMs === 777,
      sentences: [
        {
          ...{ text: '北京的天气。', beginMs: 100, endMs: 700 },
          words: [
            { text: '北京', beginMs: 150, endMs: 220 },
            { text: '的', beginMs: 230, endMs: 300 },
            { text: '天气', beginMs: 400, endMs: 690 },
          ],
        },
      ],
    },
    { when: ({ durationMs }) => durationMs === 7_200_000, sentences: [quiet] },
  ],
});

interface FlashReply {
  readonly httpStatus: number;
  readonly status: number;
  readonly message: string;
  readonly result?: string;
  readonly flash_result?: {
    readonly duration: number;
    readonly sentences: readonly {
      readonly text: string;
      readonly begin_time: number;
      readonly channel_id: number;
      readonly words?: readonly Readonly<Record<string, string>>[];
    }[];
  };
}

type AccountName = keyof typeof testAccounts;

async function getToken(name: AccountName = 'owner'): Promise<string> {
  const client = makePopClient(fixture.current.url, testAccounts[name]);
  const { Token } = await client.request<{ Token: { Id: string } }>('CreateToken', {});
  return Token.Id;
}

async function ask(
  parameters: Readonly<Record<string, string>> = {},
  body: Buffer = makeWav(),
  token?: string,
): Promise<FlashReply> {
  const query = new URLSearchParams({
    ...{ appkey: 'zhAppkey', token: token ?? (await getToken()), format: 'wav' },
    ...parameters,
  });
  const url = `${fixture.current.env['ZIMU_ISI_FLASH_ENDPOINT'] ?? ''}?${query.toString()}`;
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) });
  const reply = (await response.json()) as Omit<FlashReply, 'httpStatus'>;
  return { httpStatus: response.status, ...reply };
}

afterEach(() => fixture.current.set({ durationMs: undefined, tokenRefusal: 400, nowOffsetMs: 0 }));

describe('a transcript of flash', () => {
  it('covers the real length of the audio, without words unless they are asked for', async () => {
    const reply = await ask({}, makeWav({ durationMs: 8_000 }));
    expect(reply).toMatchObject({ httpStatus: 200, status: 20000000, message: 'SUCCESS' });
    expect(reply.flash_result?.duration).toBe(8_000);
    const sentences = reply.flash_result?.sentences ?? [];
    expect(sentences.map(({ text }) => text)).toEqual([
      '今天的会议现在开始。',
      '我们先看一下上个月的数据，再谈计划。',
    ]);
    expect(sentences[0]).not.toHaveProperty('words');
  });

  it('has word times as strings, spread evenly unless alignment is on', async () => {
    const audio = makeWav({ durationMs: 777 });
    const spread = await ask({ enable_word_level_result: 'true' }, audio);
    expect(spread.flash_result?.sentences[0]?.words).toEqual([
      { text: '北京', begin_time: '100', end_time: '340', punc: '' },
      { text: '的', begin_time: '340', end_time: '460', punc: '' },
      { text: '天气', begin_time: '460', end_time: '700', punc: '。' },
    ]);
    const aligned = await ask(
      { enable_word_level_result: 'true', enable_timestamp_alignment: 'true' },
      audio,
    );
    expect(aligned.flash_result?.sentences[0]?.words?.[1]).toMatchObject({ begin_time: '230' });
  });

  it('has blanks after English words, marks and sentences', async () => {
    const reply = await ask({ appkey: 'enAppkey', enable_word_level_result: 'true' });
    const [sentence] = reply.flash_result?.sentences ?? [];
    expect(sentence?.text).toBe('The meeting starts now. ');
    expect(sentence?.words?.map(({ text, punc }) => [text, punc])).toEqual([
      ['The ', ''],
      ['meeting ', ''],
      ['starts ', ''],
      ['now', '. '],
    ]);
  });

  it('has one channel at 16 kHz, both at 8 kHz, or as asked for', async () => {
    const channelsOf = async (parameters: Record<string, string>, rateHz: number) => {
      const reply = await ask(parameters, makeWav({ durationMs: 8_000, channels: 2, rateHz }));
      return reply.flash_result?.sentences.map((sentence) => sentence.channel_id);
    };
    expect(await channelsOf({}, 16_000)).toEqual([0]);
    expect(await channelsOf({ first_channel_only: 'false' }, 16_000)).toEqual([0, 1]);
    const telephone = { appkey: 'telAppkey' };
    expect(await channelsOf(telephone, 8_000)).toEqual([0, 1]);
  });

  it('comes for a link as well', async () => {
    const server = createServer((_, response) => response.end(makeWav()));
    await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const link = `http://localhost:${port ?? 0}/a b%2B.wav?Signature=x%2By`;
    expect(await ask({ audio_address: link }, Buffer.alloc(0))).toMatchObject({ status: 20000000 });
    server.close();
    const gone = await ask({ audio_address: link }, Buffer.alloc(0));
    expect(gone).toMatchObject({ httpStatus: 400, status: 40270006 });
  });
});

describe('what flash refuses', () => {
  it('names the token that is invalid or has expired', async () => {
    const bad = await ask({}, makeWav(), 'c0c1e860f3');
    expect(bad).toMatchObject({ httpStatus: 400, status: 40000001, result: '' });
    expect(bad.message).toBe("Gateway:ACCESS_DENIED:The token 'c0c1e860f3' is invalid!");
    const token = await getToken();
    fixture.current.expireTokens();
    expect((await ask({}, makeWav(), token)).message).toContain('has expired');
    fixture.current.set({ tokenRefusal: 403 });
    const forbidden = await ask({}, makeWav(), token);
    expect(forbidden).toMatchObject({ httpStatus: 403, status: 403, message: 'Forbidden' });
  });

  it('checks token, billing, Appkey, account, format, rate, length, content in this order', async () => {
    const nothing = Buffer.alloc(0);
    const worst = { appkey: 'none', format: 'flac', sample_rate: '8000' };
    expect((await ask(worst, nothing, 'bad')).status).toBe(40000001);
    expect((await ask(worst, nothing, await getToken('expired'))).status).toBe(40000010);
    expect((await ask(worst, nothing, await getToken('unpaid'))).status).toBe(40000010);
    expect((await ask(worst, nothing)).status).toBe(40020105);
    expect((await ask({ ...worst, appkey: 'otherAppkey' }, nothing)).status).toBe(40020106);
    expect((await ask({ ...worst, appkey: 'zhAppkey' }, nothing)).status).toBe(40270001);
    const wrongRate = { format: 'wav', sample_rate: '8000' };
    expect((await ask(wrongRate, nothing)).status).toBe(41010101);
    expect(await ask({}, nothing)).toMatchObject({
      status: 40000000,
      message: 'Gateway:CLIENT_ERROR:Empty audio data!',
    });
    expect((await ask({}, Buffer.from('no sound at all'))).status).toBe(40270003);
  });

  it.each([
    ['a header without a format', 'wav', Buffer.from('RIFF....WAVEjunk'), 40000009],
    ['an MP3 that is none', 'mp3', Buffer.from('ID3 and nothing else'), 40270003],
    ['a WAV under another name', 'mp3', makeWav(), 40270003],
    ['silence', 'wav', makeWav({ isSilent: true }), 40270002],
    ['what a script calls silence', 'wav', makeWav({ durationMs: 1_234 }), 40270002],
    ['2 h 1 min', 'wav', makeWav({ claimedMs: 7_260_000 }), 40000000],
    ['nothing wrong with 2 h', 'wav', makeWav({ claimedMs: 7_200_000 }), 20000000],
  ])('answers %s (%s)', async (_, format, body, status) => {
    expect((await ask({ format }, body)).status).toBe(status);
  });

  it('takes no parameter that the vendor does not describe so', async () => {
    const wrong = [
      { enable_word_level_result: 'True' },
      { sentence_max_length: '3' },
      { speech_noise_threshold: '1.5' },
      { special_word_filter: '{' },
    ];
    for (const parameters of wrong) expect((await ask(parameters)).status).toBe(40000003);
  });

  it('wants a length, and no more than 100 MB', async () => {
    const head = { status: 0, length: 101 * 1024 * 1024 };
    expect((await ask({}, Buffer.alloc(head.length))).status).toBe(40000000);
    const token = await getToken();
    const { port } = fixture.current;
    const path = `/stream/v1/FlashRecognizer?appkey=zhAppkey&token=${token}&format=wav`;
    const text = await new Promise<string>((fulfil, reject) => {
      const upload = request({ port, host: '127.0.0.1', path, method: 'POST' }, (response) => {
        let all = '';
        response.setEncoding('utf8').on('data', (piece: string) => (all += piece));
        response.on('end', () => fulfil(all));
      });
      upload.on('error', reject);
      upload.write(makeWav());
      upload.end();
    });
    expect(JSON.parse(text)).toMatchObject({ status: 40000003 });
  });

  it('notices a token that runs out during the upload', async () => {
    const token = await getToken();
    const { port } = fixture.current;
    const path = `/stream/v1/FlashRecognizer?appkey=zhAppkey&token=${token}&format=wav`;
    const body = makeWav();
    const status = await new Promise((fulfil, reject) => {
      const headers = { 'content-length': body.length };
      const options = { port, host: '127.0.0.1', path, method: 'POST', headers };
      const upload = request(options, (response) => {
        let all = '';
        response.setEncoding('utf8').on('data', (piece: string) => (all += piece));
        response.on('end', () => fulfil((JSON.parse(all) as FlashReply).status));
      });
      upload.on('error', reject);
      const before = fixture.current.requests.length;
      upload.write(body.subarray(0, 1_000));
      const poll = setInterval(() => {
        if (fixture.current.requests.length === before) return;
        clearInterval(poll);
        fixture.current.expireTokens();
        upload.end(body.subarray(1_000));
      }, 5);
    });
    expect(status).toBe(40000001);
  });
});
