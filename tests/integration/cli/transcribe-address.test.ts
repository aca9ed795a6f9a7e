import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { runInProcess } from '../../helpers/run-in-process';
import type { ZimuRun } from '../../helpers/run-zimu';
import {
  createRecordingServer,
  type SeenAsk,
  type ServedRecording,
} from '../../helpers/serve-recording';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';
import { useServers } from '../../helpers/use-servers';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const servers = useServers();
const { path: folder, inFolder } = useCliFolder();
const bytes = makeWav({ durationMs: 8_000 });
const secret = 's3cr3t';
const noBucket = { ZIMU_OSS_BUCKET: undefined, ZIMU_OSS_REGION: undefined };
let origin = '';

async function serve(recordings: Readonly<Record<string, ServedRecording>>): Promise<void> {
  origin = `http://localhost:${await servers.listen(createRecordingServer(recordings))}`;
}

beforeEach(async () => {
  cloud.simulator.set({ nextTask: [], queueingQueries: 0 });
  await serve({ '/a/talk.wav': { bytes }, '/%E4%BC%9A%20.mp3': { bytes } });
});

/** Runs a job as a person without a bucket, and looks for what nobody may see. */
async function transcribe(
  address: string,
  engine: string,
  more: readonly string[] = [],
  options: Partial<Parameters<typeof runInProcess>[1]> = {},
): Promise<ZimuRun> {
  const run = await runInProcess(['transcribe', address, '--engine', engine, '--debug', ...more], {
    cwd: folder(),
    env: cloud.env(noBucket),
    ...options,
  });
  expect(run.stdout + run.stderr).not.toContain(secret);
  return run;
}

describe.each(['flash', 'file'] as const)('transcribe URL --engine %s', (engine) => {
  it('writes the result here, under the name of the address, and uploads nothing', async () => {
    const from = cloud.oss.events.length;
    const run = await transcribe(`${origin}/a/talk.wav?signature=${secret}`, engine);
    expect(run.stderr).toContain(`wrote ${inFolder('talk.srt')}\n`);
    expect(run.code).toBe(0);
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toContain('今天的会议现在开始。');
    expect(cloud.oss.events.slice(from)).toEqual([]);
    const kept = readdirSync(folder(), { recursive: true, encoding: 'utf8' });
    for (const name of kept) expect(name).not.toContain(secret);
  });

  it('gives words with times, and the length that the reply tells', async () => {
    const address = `${origin}/a/talk.wav?signature=${secret}`;
    const { stdout } = await transcribe(address, engine, ['--format', 'json', '--out', '-']);
    const { media, sentences, engine: id } = parseTranscriptJson(stdout);
    expect(id).toBe(engine);
    expect(media).toEqual({ path: `${origin}/a/talk.wav?…`, durationMs: 8_000 });
    expect(sentences.flatMap(({ words }) => words).length).toBeGreaterThan(2);
  });

  it('tells programs how it gets on', async () => {
    const address = `${origin}/a/talk.wav?signature=${secret}`;
    const { stderr } = await transcribe(address, engine, ['--json-progress']);
    const events = stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(new Set(events.map(({ path }) => path))).toEqual(new Set([`${origin}/a/talk.wav?…`]));
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['begin', 'progress', 'sentence', 'done']),
    );
  });
});

it.each(['flash', 'file'])(
  '%s is not led to a host of this computer that nobody named',
  async (engine) => {
    const inner: SeenAsk[] = [];
    const port = await servers.listen(createRecordingServer({ '/talk.wav': { bytes } }, inner));
    const location = `http://localhost:${port}/talk.wav?signature=${secret}`;
    await serve({ '/a.wav': { bytes: Buffer.alloc(0), status: 302, location } });
    const run = await transcribe(`${origin}/a.wav`, engine);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('address/private-host');
    expect(run.stderr).toContain(`localhost:${port}`);
    expect(inner).toEqual([]);
  },
);

it('takes files and addresses in one command, each to its place', async () => {
  writeFileSync(inFolder('here.wav'), bytes);
  const address = `${origin}/a/talk.wav`;
  const { code } = await transcribe(address, 'flash', [
    address,
    'here.wav',
    `${address}?t=${secret}`,
  ]);
  expect(code).toBe(0);
  const results = readdirSync(folder()).filter((name) => name.endsWith('.srt'));
  expect(results.sort()).toEqual(['here.srt', 'talk.wav.2.srt', 'talk.wav.srt']);
});

it('still wants a bucket for a file beside an address', async () => {
  writeFileSync(inFolder('here.wav'), bytes);
  const { code, stderr } = await transcribe(`${origin}/a/talk.wav`, 'file', ['here.wav']);
  expect(code).toBe(4);
  expect(stderr).toContain('ZIMU_OSS_BUCKET');
});

it('says that the local engine takes files only', async () => {
  const { code, stderr } = await transcribe(`${origin}/a/talk.wav?s=${secret}`, 'local');
  expect(code).toBe(4);
  expect(stderr).toContain('[engine/needs-file]');
  expect(stderr).toContain('--engine file');
  const chinese = await transcribe(`${origin}/a/talk.wav?s=${secret}`, 'local', [], {
    env: cloud.env({ ...noBucket, LC_ALL: 'zh_CN.UTF-8' }),
  });
  expect(chinese.stderr).toContain('请下载录音');
});

const flawed: Readonly<Record<string, ServedRecording>> = {
  '/lying.wav': { bytes, head: 9_999_999 },
  '/chunked.wav': { bytes, isChunked: true },
  '/large.wav': { bytes, claimedBytes: 700_000_000 },
  '/page.wav': { bytes, contentType: 'text/html' },
  '/private.wav': { bytes, status: 403 },
  '/unknown': { bytes, contentType: 'application/octet-stream' },
};

it.each([
  ['an IP address', 'http://127.0.0.1/talk.wav', 2, 'address/ip-address'],
  ['a blank', 'ORIGIN/my talk.wav', 2, 'address/blanks'],
  ['another scheme', 'ftp://localhost/talk.wav', 2, 'address/not-http'],
  ['nothing there', 'ORIGIN/no.wav', 3, 'media/link-not-found'],
  ['a length that is a lie', 'ORIGIN/lying.wav', 3, 'media/link-wrong-length'],
  ['no length', 'ORIGIN/chunked.wav', 3, 'media/link-no-length'],
  ['too much', 'ORIGIN/large.wav', 3, 'media/link-too-large'],
  ['a web page', 'ORIGIN/page.wav', 3, 'media/link-web-page'],
  ['what is not public', 'ORIGIN/private.wav', 3, 'media/link-forbidden'],
])('refuses %s before anything is asked of the service', async (_name, text, exit, code) => {
  await serve(flawed);
  const from = cloud.simulator.requests.length;
  const address = `${text.replace('ORIGIN', origin)}?signature=${secret}`;
  for (const engine of ['flash', 'file']) {
    const run = await transcribe(address, engine);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr).toContain('What to do:');
    expect(run.code).toBe(exit);
  }
  const asked = cloud.simulator.requests.slice(from).filter(({ target }) => target !== 'token');
  expect(asked).toEqual([]);
  expect(existsSync(inFolder('talk.srt'))).toBe(false);
});

it('asks for a format that flash can be told', async () => {
  await serve(flawed);
  const run = await transcribe(`${origin}/unknown?signature=${secret}`, 'flash');
  expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('[media/link-format]')]);
  const file = await transcribe(`${origin}/unknown?signature=${secret}`, 'file');
  expect(file.code).toBe(0);
  expect(existsSync(inFolder('unknown.srt'))).toBe(true);
});

it('ends when it is interrupted while the service works', async () => {
  cloud.simulator.set({ queueingQueries: 1_000 });
  const abort = new AbortController();
  const run = await transcribe(`${origin}/a/talk.wav`, 'file', ['--json-progress'], {
    signal: abort.signal,
    onStderr: (text) => {
      if (text.includes('"waiting"')) abort.abort();
    },
  });
  expect(run.code).toBe(5);
  expect(existsSync(inFolder('talk.srt'))).toBe(false);
});
