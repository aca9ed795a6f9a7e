import { createServer } from 'node:http';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import type { ZimuRun } from '../../helpers/run-zimu';
import { scriptedSpeech } from '../../helpers/scripted-speech';
import { useServers } from '../../helpers/use-servers';
import { shortSpeech, useCliFolder } from '../../helpers/use-cli-folder';

/** Names and words from outside, as they would reach the terminal of a person. */

const { inFolder, place, inside, insideWith, transcribeInside } = useCliFolder();
const servers = useServers();

/** Sets the title of a terminal, paints it red in one byte of C1, and turns the text around. */
const evil = 'talk\u001b]0;owned\u0007\u009b31m\u202egpj\u2028.flac';
/** The same as people see it. */
const shown = 'talk␛]0;owned␇<U+009B>31m<U+202E>gpj<U+2028>.flac';
const languages = ['C.UTF-8', 'zh_CN.UTF-8'];
const raw = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function expectHarmless({ stdout, stderr }: ZimuRun): void {
  expect(JSON.stringify([stdout, stderr].filter((text) => raw.test(text)))).toBe('[]');
}

describe('a file whose name gives orders to a terminal', () => {
  it.each(languages)('is named harmlessly when its transcript is written (%s)', async (LC_ALL) => {
    place(evil);
    const run = await insideWith(['transcribe', ...scriptedSpeech.words, evil], {
      env: { ...scriptedSpeech.env, LC_ALL },
    });
    expect(run.code).toBe(0);
    expectHarmless(run);
    expect(run.stderr).toContain(shown.replace('.flac', '.srt'));
    // The result has the name that it should have, and its text is as ever.
    const srt = readdirSync(inFolder('')).find((name) => name.endsWith('.srt'));
    expect(srt).toBe(evil.replace('.flac', '.srt'));
    expect(readFileSync(inFolder(srt!), 'utf8')).toMatch(/^1\n00:/);
  });

  it.each(languages)(
    'is named harmlessly in errors, with and without --debug (%s)',
    async (LC_ALL) => {
      const run = await insideWith(['transcribe', evil, '--debug'], { env: { LC_ALL } });
      expect(run.code).toBe(3);
      expectHarmless(run);
      expect(run.stderr).toContain(shown);
      for (const command of [['probe', evil], ['help', evil], [evil], ['isi', 'codes', evil]]) {
        expectHarmless(await insideWith(command, { env: { LC_ALL } }));
      }
    },
  );

  it('is the same for programs, whose lines hold nothing that a terminal obeys', async () => {
    place(evil);
    const probed = await inside('probe', evil, '--json');
    expectHarmless(probed);
    expect((JSON.parse(probed.stdout) as { path: string }).path).toBe(inFolder(evil));
    const run = await transcribeInside(evil, '--json-progress');
    expectHarmless(run);
    const events = run.stderr
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { type: string; path: string });
    expect(events.find(({ type }) => type === 'begin')?.path).toBe(inFolder(evil));
  });

  it('is shown in one line, whatever line ends it has', async () => {
    const name = 'talk\nzimu: error [internal] call 0900.flac';
    const { stderr } = await inside('transcribe', name);
    expect(stderr).not.toMatch(/^zimu: error \[internal\]/m);
    expect(stderr).toContain('talk␊zimu: error');
  });
});

describe('the words of a server', () => {
  it.each(languages)('are shown harmlessly, whoever answers (%s)', async (LC_ALL) => {
    const Message = 'No \u001b]0;owned\u0007\u009b2J\u202eaccount\nzimu: all is well';
    const server = createServer((_request, reply) => {
      reply.writeHead(400, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ Code: 'Odd\u001b[31mCode', Message, RequestId: 'A\u009b' }));
    });
    const address = `http://127.0.0.1:${await servers.listen(server)}`;
    const env = {
      LC_ALL,
      ZIMU_ISI_META_ENDPOINT: address,
      ZIMU_ISI_APPKEY: 'appkey0123456789',
      ALIYUN_AK_ID: 'LTAIdummy0000',
      ALIYUN_AK_SECRET: 'dummy-secret-0123456789',
    };
    place('talk.flac');
    for (const command of [
      ['isi', 'token'],
      ['isi', 'check'],
      ['isi', 'check', '--json'],
      ['transcribe', 'talk.flac', '--engine', 'flash', '--debug'],
      ['transcribe', 'talk.flac', '--engine', 'flash', '--json-progress'],
    ]) {
      const run = await insideWith(command, { env });
      expect(run.code).not.toBe(0);
      expectHarmless(run);
      expect(run.stdout + run.stderr).toMatch(/No ␛]0;owned␇<U\+009B>2J<U\+202E>account␊zimu/);
    }
  });
});

describe('tags in a recording', () => {
  it('are shown harmlessly by probe', async () => {
    makeMedia(inFolder('a.mka'), ['-i', shortSpeech, '-metadata:s:a:0', `language=e\u001b[2Jn`]);
    const run = await inside('probe', 'a.mka');
    expect(run.code).toBe(0);
    expectHarmless(run);
  });
});

describe('a text', () => {
  it('goes to standard output as it is', async () => {
    place('talk.flac');
    renameSync(inFolder('talk.flac'), inFolder(evil));
    const words = [evil, '--format', 'json', '--out', '-'];
    const { stdout } = await transcribeInside(...words);
    expect((JSON.parse(stdout) as { media: { path: string } }).media.path).toBe(inFolder(evil));
  });
});
