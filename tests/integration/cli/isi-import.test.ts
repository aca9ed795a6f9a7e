import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { describe, expect, it } from 'vitest';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { readSampleText, samplesAbsent } from '../../helpers/vendor-samples';

const { inFolder, zimuWith, inside, insideWith } = useCliFolder();

const sentence = '今天我们先看上个月的数据，然后再谈下个季度的计划和预算，最后请各位发言。';

const flashReply = {
  task_id: 'a'.repeat(32),
  status: 20000000,
  message: 'SUCCESS',
  flash_result: {
    duration: 8_000,
    sentences: [{ text: sentence, begin_time: 200, end_time: 7_700, channel_id: 0 }],
  },
};
const fileReply = {
  TaskId: 'b'.repeat(32),
  RequestId: 'C',
  StatusText: 'SUCCESS',
  StatusCode: 21050000,
  BizDuration: 4_000,
  SolveTime: 1,
  Result: {
    Sentences: [
      { Text: 'Good morning.', BeginTime: 100, EndTime: 900, ChannelId: 0 },
      { Text: 'Thank you.', BeginTime: 2_000, EndTime: 2_900, ChannelId: 0 },
    ],
  },
};
/** A callback is a result without `RequestId`. */
const callback = { ...fileReply, RequestId: undefined };
const legacyCallback = {
  result: [{ text: '好的。', begin_time: 0, end_time: 800, channel_id: 0 }],
  task_id: 'd',
  status_code: 21050000,
  status_text: 'SUCCESS',
  solve_time: 1,
  biz_duration: 900,
};

function put(name: string, content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(inFolder(name), text);
  return name;
}

describe('isi import', () => {
  it('makes subtitles beside the reply, in lines as long as the text has them', async () => {
    const { code, stdout, stderr } = await inside('isi', 'import', put('talk.json', flashReply));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^wrote .*talk\.srt\n$/);
    const lines = readFileSync(inFolder('talk.srt'), 'utf8')
      .split('\n')
      .filter((line) => /\p{Script=Han}/u.test(line));
    expect(lines.join('')).toBe(sentence);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(16);
  });

  it('takes the language and the form that are asked for', async () => {
    put('talk.json', fileReply);
    const { code, stdout } = await inside(
      ...['isi', 'import', 'talk.json', '--format', 'json', '--out', '-', '--language', 'en_GB'],
    );
    expect(code).toBe(0);
    const transcript = parseTranscriptJson(stdout);
    expect(transcript).toMatchObject({ language: 'en-GB', engine: 'file' });
    expect(transcript.sentences.map(({ text }) => text)).toEqual(['Good morning.', 'Thank you.']);
  });

  it('does not take the place of the reply itself', async () => {
    put('talk.json', fileReply);
    const { code } = await inside('isi', 'import', 'talk.json', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(inFolder('talk.json'), 'utf8'))).toEqual(fileReply);
    expect(existsSync(inFolder('talk.json.json'))).toBe(true);
  });

  it('reads bodies of callbacks of both versions, several at once', async () => {
    put('four.json', callback);
    put('two.json', legacyCallback);
    put('broken.json', '{');
    const { code, stderr } = await inside(
      ...['isi', 'import', 'four.json', 'broken.json', 'two.json', '--format', 'txt'],
    );
    expect(code).toBe(4);
    expect(stderr).toContain('[2/3]');
    expect(stderr).toContain('broken.json is not JSON.');
    expect(readFileSync(inFolder('four.txt'), 'utf8')).toContain('Good morning.');
    expect(readFileSync(inFolder('two.txt'), 'utf8')).toContain('好的。');
    expect(existsSync(inFolder('broken.txt'))).toBe(false);
  });

  it('reads standard input and writes standard output', async () => {
    const { code, stdout } = await zimuWith(['isi', 'import', '-', '--format', 'vtt'], {
      input: JSON.stringify(fileReply),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^WEBVTT\n/);
    expect(stdout).toContain('Thank you.');
  });

  it('gives an empty result for silence, and says so', async () => {
    put('quiet.json', { task_id: 'x', result: '', status: 40270002, message: 'NO_VALID_AUDIO' });
    const { code, stderr } = await inside('isi', 'import', 'quiet.json');
    expect(code).toBe(0);
    expect(stderr).toContain('No speech was found');
    expect(readFileSync(inFolder('quiet.srt'), 'utf8')).toBe('');
  });

  it.each([
    ['not JSON', 'Good morning.', 'is not JSON', '不是 JSON'],
    ['no reply', { hello: 1 }, 'none of the replies', '不是已知的回复'],
    ['a list of others', [{ hello: 1 }, 2], 'none of the replies', '不是已知的回复'],
    [
      'two recordings',
      [flashReply, { ...flashReply, task_id: 'z' }],
      'several recordings',
      '多个录音',
    ],
    [
      'a task in the queue',
      { TaskId: 'b', RequestId: 'C', StatusText: 'QUEUEING', StatusCode: 21050002 },
      'not done yet (QUEUEING)',
      '尚未完成的任务',
    ],
    [
      'a wrong field',
      { ...flashReply, flash_result: { ...flashReply.flash_result, sentences: 'none' } },
      'flash_result.sentences',
      'flash_result.sentences',
    ],
  ])('says what is wrong with %s, about the file and no server', async (_name, reply, ...texts) => {
    put('reply.json', reply);
    for (const [index, locale] of ['en', 'zh-CN'].entries()) {
      const { code, stderr } = await insideWith(['isi', 'import', 'reply.json'], {
        env: { ZIMU_LOCALE: locale },
      });
      expect(code).toBe(4);
      expect(stderr).toContain('[engine/reply-unreadable] reply.json');
      expect(stderr).toContain(texts[index]);
      expect(stderr).not.toMatch(/\{\w+\}|proxy|代理/);
    }
    expect(existsSync(inFolder('reply.srt'))).toBe(false);
  });

  it('explains a failure that a reply reports', async () => {
    put('failed.json', {
      ...{ TaskId: 'b', RequestId: 'C', StatusText: 'UNSUPPORTED_SAMPLE_RATE' },
      StatusCode: 41050008,
    });
    const { code, stderr } = await inside('isi', 'import', 'failed.json');
    expect(code).toBe(4);
    expect(stderr).toContain('41050008 UNSUPPORTED_SAMPLE_RATE');
  });

  it('refuses what cannot be read or written, each with its code', async () => {
    expect((await inside('isi', 'import', 'nowhere.json')).code).toBe(3);
    expect((await inside('isi', 'import')).code).toBe(2);
    expect((await inside('isi', 'import', '-', 'a.json')).code).toBe(2);
    put('talk.json', fileReply);
    put('talk.srt', 'mine');
    expect((await inside('isi', 'import', 'talk.json')).code).toBe(6);
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toBe('mine');
    expect((await inside('isi', 'import', 'talk.json', '--force')).code).toBe(0);
    expect((await inside('isi', 'import', 'talk.json', '--out', 'talk.json', '--force')).code).toBe(
      2,
    );
  });

  it('reads the samples of the vendor', async ({ skip }) => {
    skip(samplesAbsent !== undefined, samplesAbsent);
    for (const name of [
      '03-flash-success-seed',
      '06-flash-success-en-observed',
      '12-filetrans-result-words-observed',
      '14-filetrans-callback-v4',
      '15-filetrans-callback-v2-legacy',
    ]) {
      put(`${name}.json`, readSampleText(`${name}.json`));
      const { code, stdout } = await inside('isi', 'import', `${name}.json`, '--out', '-');
      expect(code, name).toBe(0);
      expect(stdout, name).toMatch(/^1\n00:00:0/);
    }
  });
});
