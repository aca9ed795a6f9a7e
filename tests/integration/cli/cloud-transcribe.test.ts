import { createServer } from 'node:https';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../helpers/make-certificate';
import { makeWav } from '../../helpers/make-wav';
import type { ZimuRun } from '../../helpers/run-zimu';
import { keyOf, storageAccounts, useCloud } from '../../helpers/use-cloud';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { smallParts } from '../../helpers/small-parts';
import { useServers } from '../../helpers/use-servers';
import { testAccounts, testAppkeys } from '../../helpers/use-simulator';

type Changes = Readonly<Record<string, string | undefined>>;

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const servers = useServers();
const { inFolder, zimuWith, insideWith } = useCliFolder();
const expiredAppkey = { ZIMU_ISI_APPKEY: testAppkeys.expired.appkey };
const noKey = { ALIYUN_AK_ID: undefined, ALIYUN_AK_SECRET: undefined };
const secrets = [...Object.values(testAccounts), ...Object.values(storageAccounts)].flatMap(
  (account) => [
    account.accessKeySecret,
    ...('securityToken' in account ? [account.securityToken] : []),
  ],
);

beforeEach(() => {
  const none = { nextToken: [], nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] };
  cloud.simulator.set({ ...none, nextService: [], nowOffsetMs: 0, queueingQueries: 0 });
  cloud.faults.choose = () => undefined;
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 }));
});

interface RunOptions {
  readonly changes?: Changes;
  readonly more?: readonly string[];
  /** What ends it once standard error has the text: a person, or an interrupt of its own process. */
  readonly stop?: { readonly at: string; readonly isInterrupt?: boolean };
}

/** Runs a job with everything that is told, and looks for what nobody may see. */
async function transcribe(
  engine: 'flash' | 'file',
  { changes, more = [], stop }: RunOptions = {},
): Promise<ZimuRun> {
  const words = ['transcribe', 'talk.wav', '--engine', engine, '--debug', '--force', ...more];
  const env = cloud.env(changes);
  const person = new AbortController();
  let isStopped = false;
  const run =
    stop?.isInterrupt === true
      ? await zimuWith(words, {
          env,
          onStderr: (child, text) => {
            if (!isStopped && text.includes(stop.at)) isStopped = child.kill('SIGINT');
          },
        })
      : await insideWith(words, {
          ...{ env, signal: person.signal },
          onStderr: (text) => {
            if (stop !== undefined && text.includes(stop.at)) person.abort();
          },
        });
  const said = run.stdout + run.stderr;
  const tokens = cloud.simulator.requests.map(({ parameters }) => parameters['token']);
  for (const secret of [...secrets, ...tokens]) {
    if (secret !== undefined) expect(said).not.toContain(secret);
  }
  expect(said).not.toMatch(/signature=(?!\*\*\*)/i);
  return run;
}

const asJson = ['--format', 'json', '--out', '-'] as const;

describe.each(['flash', 'file'] as const)('transcribe --engine %s', (engine) => {
  it('gives words with times', async () => {
    const { code, stdout } = await transcribe(engine, { more: asJson });
    expect(code).toBe(0);
    const { engine: id, sentences } = parseTranscriptJson(stdout);
    expect(id).toBe(engine);
    expect(sentences.map(({ text }) => text).join('')).toContain('今天的会议现在开始。');
    for (const { words, beginMs, endMs } of sentences) {
      expect(words.length).toBeGreaterThan(2);
      for (const word of words) expect(word.timing).toBe('estimated');
      expect(words[0]!.beginMs).toBeGreaterThanOrEqual(beginMs);
      expect(words.at(-1)!.endMs).toBeLessThanOrEqual(endMs);
    }
    expect(cloud.oss.objects()).toEqual([]);
  });

  it('cuts Chinese into lines of 16 without being told the language', async () => {
    expect((await transcribe(engine)).code).toBe(0);
    const lines = readFileSync(inFolder('talk.srt'), 'utf8').split('\n');
    const texts = lines.filter((line) => /\p{Script=Han}/u.test(line));
    expect(texts.join('')).toContain('我们先看一下上个月的数据，再谈计划。');
    expect(Math.max(...texts.map((line) => line.length))).toBeLessThanOrEqual(16);
  });

  it('keeps English in lines of 42', async () => {
    const changes = { ZIMU_ISI_APPKEY: testAppkeys.english.appkey };
    expect((await transcribe(engine, { changes })).code).toBe(0);
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toContain('The meeting starts now.');
  });

  it('works with a temporary key', async () => {
    const { code } = await transcribe(engine, { changes: keyOf(storageAccounts.guest) });
    expect(code).toBe(0);
  });

  // All that can be refused is in tests/integration/cloud/refusals.test.ts.
  it('refuses a wrong secret, which is not shown', async () => {
    const { code, stderr } = await transcribe(engine, {
      changes: { ALIYUN_AK_SECRET: 'notTheSecret' },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('SignatureDoesNotMatch');
    expect(stderr).not.toContain('notTheSecret');
    expect(existsSync(inFolder('talk.srt'))).toBe(false);
  });

  it('gives an empty transcript for silence, and says so', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 3_000, isSilent: true }));
    const { code, stderr } = await transcribe(engine);
    expect(code).toBe(0);
    expect(stderr).toContain('No speech was found');
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toBe('');
  });

  it('takes unknown fields and very many sentences', async () => {
    const extra = { kind: 'extra-fields' } as const;
    // Ten thousand of flash are in tests/integration/cloud/flash-engine.test.ts; cues are cut alike.
    const count = engine === 'file' ? 10_000 : 1_000;
    const many = { kind: 'sentences', count } as const;
    cloud.simulator.set({ nextFlash: [extra, many], nextResult: extra, nextTask: [] });
    expect((await transcribe(engine)).code).toBe(0);
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 100_000 }));
    cloud.simulator.set({ nextFlash: many, nextTask: many, nextResult: [] });
    const { code, stdout } = await transcribe(engine, { more: asJson });
    expect(code).toBe(0);
    const { sentences } = parseTranscriptJson(stdout);
    expect(sentences.flatMap(({ words }) => words).length).toBeGreaterThan(count * 2);
  });

  it('says that the clock is off', async () => {
    cloud.simulator.set({ nowOffsetMs: 20 * 60_000 });
    const { code, stderr } = await transcribe(engine);
    expect(code).toBe(4);
    expect(stderr).toContain('[engine/clock-skewed]');
    expect(stderr).toContain('20 minutes off');
  });
});

describe('flash, refused or disturbed', () => {
  it('works with a token alone, in the region of the environment', async () => {
    const { stdout: token } = await insideWith(['isi', 'token', '--show'], { env: cloud.env() });
    const changes = { ...noKey, ZIMU_ISI_TOKEN: token.trim(), ZIMU_ISI_REGION: 'cn-beijing' };
    expect((await transcribe('flash', { changes })).code).toBe(0);
    const refused = await transcribe('flash', {
      changes: { ...noKey, ZIMU_ISI_TOKEN: 'f'.repeat(32) },
    });
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('40000001');
    expect(refused.stderr).not.toContain('f'.repeat(32));
  });

  it.each([
    ['en', /\(40000010 \S.*\)\n {2}What to do: \S/],
    ['zh-CN', /（40000010 \S.*）\n {2}怎么办： \p{L}/u],
  ])('tells the number and the text of the vendor in %s', async (ZIMU_LOCALE, expected) => {
    const { code, stderr } = await transcribe('flash', {
      changes: { ...keyOf(testAccounts.expired), ...expiredAppkey, ZIMU_LOCALE },
    });
    expect(code).toBe(4);
    expect(stderr).toMatch(expected);
  });

  it('is a wrong use where an address or a region is none', async () => {
    const { code, stderr } = await transcribe('flash', {
      changes: { ZIMU_ISI_REGION: 'cn-nowhere', ZIMU_LOCALE: 'zh-CN' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('ZIMU_ISI_REGION：不是该服务的地域');
  });

  it('goes on after throttling, and says so', async () => {
    cloud.simulator.set({ nextFlash: { code: 40000005 } });
    const { code, stderr } = await transcribe('flash');
    expect(code).toBe(0);
    expect(stderr).toContain('trying again: [');
    expect(stderr).toContain('40000005');
  });

  it('does not take a page for a reply', async () => {
    cloud.simulator.set({ nextFlash: { kind: 'not-json', times: 5 } });
    const { code, stderr } = await transcribe('flash');
    expect(code).toBe(4);
    expect(stderr).toContain('[engine/reply-unreadable] The reply of 127.0.0.1');
  });

  it('says which host it did not find, and which certificate it does not trust', async (context) => {
    const lost = await transcribe('flash', {
      changes: { ZIMU_ISI_META_ENDPOINT: 'http://nowhere.invalid', NO_PROXY: '*' },
    });
    expect(lost.code).toBe(4);
    expect(lost.stderr).toMatch(/\[network\/unreachable\].*nowhere\.invalid/);
    const certificate = makeCertificate('localhost');
    context.skip(certificate === undefined, 'openssl is missing');
    const port = await servers.listen(createServer({ ...certificate }));
    const untrusted = await transcribe('flash', {
      changes: { ZIMU_ISI_META_ENDPOINT: `https://localhost:${port}` },
    });
    expect(untrusted.code).toBe(4);
    expect(untrusted.stderr).toContain('[network/tls]');
  });

  it.each([
    ['while it uploads', { kind: 'stall', afterBytes: 1 }, '"stage":"uploading"', true],
    ['while it waits', { kind: 'never' }, '"stage":"waiting"', false],
  ] as const)('is cancelled %s', async (_name, fault, at, isInterrupt) => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 300_000 }));
    cloud.simulator.set({ nextFlash: fault });
    const { code } = await transcribe('flash', {
      stop: { at, isInterrupt },
      more: ['--json-progress'],
    });
    expect(code).toBe(5);
    expect(existsSync(inFolder('talk.srt'))).toBe(false);
  });
});

describe('file transcription, refused or disturbed', () => {
  it('names a bucket of another region, and leaves nothing behind', async () => {
    const { code, stderr } = await transcribe('file', { changes: { ZIMU_OSS_BUCKET: 'far' } });
    expect(code).toBe(4);
    expect(stderr).toContain('[storage/wrong-region]');
    expect([cloud.oss.objects(), cloud.oss.uploads()]).toEqual([[], []]);
  });

  it('goes on after throttling of a submission and of a question', async () => {
    const busy = { code: 'Throttling.User' } as const;
    cloud.simulator.set({ nextResult: busy });
    const { code, stderr } = await transcribe('file');
    expect(code).toBe(0);
    expect(stderr).toContain('trying again: [engine/throttled]');
  });

  it('sends what is missing where the upload was cut at half', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 21_000 }));
    let cuts = 0;
    const before = cloud.oss.events.length;
    cloud.faults.choose = ({ action, partNumber }) => {
      if (action !== 'UploadPart' || partNumber !== 2 || cuts > 0) return undefined;
      cuts += 1;
      return { kind: 'reset', afterBytes: 100_000 };
    };
    const { code, stderr } = await transcribe('file', { changes: smallParts });
    expect(code).toBe(0);
    expect(stderr).toContain('trying again: [');
    const parts = cloud.oss.events.slice(before).filter(({ action }) => action === 'UploadPart');
    expect(parts.map(({ partNumber }) => partNumber).sort()).toEqual([1, 2, 2, 3]);
    expect(cloud.oss.objects()).toEqual([]);
  });

  it('is cancelled while it uploads, with nothing left in the bucket', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 420_000 }));
    let release = (): void => undefined;
    const released = new Promise<void>((fulfil) => (release = fulfil));
    cloud.faults.choose = ({ action, partNumber }) =>
      action === 'UploadPart' && partNumber === 3
        ? { kind: 'slow', wait: () => released }
        : undefined;
    const { code } = await transcribe('file', {
      stop: { at: '"stage":"uploading","fraction":0.3' },
      more: ['--json-progress'],
    });
    release();
    expect(code).toBe(5);
    expect([cloud.oss.objects(), cloud.oss.uploads()]).toEqual([[], []]);
  });

  it('is cancelled while it waits, and keeps the task that was paid for', async () => {
    cloud.simulator.set({ queueingQueries: 1_000 });
    const { code, stderr } = await transcribe('file', {
      stop: { at: '"stage":"waiting"', isInterrupt: true },
      more: ['--json-progress'],
    });
    expect(code).toBe(5);
    expect(stderr).toMatch(/The task [0-9a-f]{32} goes on at the service/);
    expect(existsSync(inFolder('talk.srt'))).toBe(false);
    cloud.simulator.set({ queueingQueries: 0 });
    const from = cloud.simulator.requests.length;
    expect((await transcribe('file')).code).toBe(0);
    const targets = cloud.simulator.requests.slice(from).map(({ target }) => target);
    expect(targets).not.toContain('submit');
    // The recording left the bucket once its result was here.
    expect([cloud.oss.objects(), cloud.oss.uploads()]).toEqual([[], []]);
  });
});

// Last, because what it leaves stays in the bucket.
it('transcribe --engine file says what it could not delete, and has its result', async () => {
  const changes = { ...keyOf(storageAccounts.noDelete), ZIMU_LOCALE: 'zh-CN' };
  const { code, stderr } = await transcribe('file', { changes });
  expect(code).toBe(0);
  expect(stderr).toContain('[storage/not-deleted]');
  expect(stderr).toContain(cloud.oss.objects()[0]!.key);
  expect(stderr).toContain('未能删除');
});
