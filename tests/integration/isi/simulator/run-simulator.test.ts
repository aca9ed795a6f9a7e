import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeMedia } from '../../../helpers/make-media';
import { makeWav } from '../../../helpers/make-wav';
import { makePopClient } from './pop-client';

const root = resolve(import.meta.dirname, '../../../..');
const program = join(root, 'tests/simulator/run-simulator.mjs');
let folder = '';
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-run-simulator-'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Starts it as a person does; gives what it prints to be set, and its end. */
async function run(...words: string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ZIMU_HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running = child;
  const ended = new Promise((fulfil) => child.once('exit', fulfil));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (printed += piece));
  await expect.poll(() => printed, { timeout: 60_000 }).toContain('# other Appkeys');
  const lines = [...printed.matchAll(/^export (\w+)=(.*)$/gm)];
  const env = Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
  return {
    env,
    end: async (): Promise<unknown> => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

type Environment = Awaited<ReturnType<typeof run>>['env'];

async function askFlash(
  env: Environment,
  body: Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const client = makePopClient(env['ZIMU_ISI_META_ENDPOINT'] ?? '', {
    accessKeyId: env['ALIYUN_AK_ID'] ?? '',
    accessKeySecret: env['ALIYUN_AK_SECRET'] ?? '',
  });
  const { Token } = await client.request<{ Token: { Id: string } }>('CreateToken', {});
  const query = new URLSearchParams({
    ...{ appkey: env['ZIMU_ISI_APPKEY'] ?? '', token: Token.Id, format: 'wav', ...more },
  });
  const url = `${env['ZIMU_ISI_FLASH_ENDPOINT'] ?? ''}?${query.toString()}`;
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) });
  return response.text();
}

describe('npm run simulator', () => {
  it('says what to set, answers with the local engine, and ends with Ctrl+C', async () => {
    const wav = join(folder, 'speech.wav');
    makeMedia(wav, ['-i', join(root, 'tests/fixtures/audio/short-english.flac'), '-ar', '16000']);
    const { env, end } = await run('--engine', 'local');
    const text = await askFlash(env, await readFile(wav), {
      ...{ enable_word_level_result: 'true', enable_timestamp_alignment: 'true' },
    });
    expect(text).toContain('"status":20000000');
    expect(text).toMatch(/"text":"fresh ","begin_time":"\d+"/);
    expect(await end()).toBe(0);
  });

  it('answers from a script, and is told while it runs what goes wrong', async () => {
    const script = join(folder, 'script.json');
    await writeFile(
      script,
      JSON.stringify({
        answers: [
          { when: { service: 'file' }, sentences: [] },
          {
            when: { appkey: 'simulatorEnglish', atMostMs: 5_000 },
            sentences: [{ text: 'As the script says.', beginMs: 100, endMs: 900 }],
          },
        ],
        set: { nextFlash: { code: 40000010, text: 'Gateway:FREE_TRIAL_EXPIRED' } },
      }),
    );
    const { env, end } = await run('--script', script);
    const ask = (): Promise<string> => askFlash(env, makeWav({ durationMs: 2_000 }));
    const tell = (body: unknown): Promise<Response> =>
      fetch(`${env['ZIMU_ISI_META_ENDPOINT'] ?? ''}/_set`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    expect(await ask()).toContain('"status":40000010');
    expect(await ask()).toContain('As the script says.');
    expect((await tell({ nextFlash: { code: 40000005, times: 2 } })).status).toBe(204);
    expect(await ask()).toContain('"status":40000005');
    expect((await tell({ nextFlash: [] })).status).toBe(204);
    expect(await ask()).toContain('As the script says.');
    expect(await end()).toBe(0);
  });

  it('says how it is told, and what is wrong with a script', async () => {
    const execute = promisify(execFile);
    const { stdout } = await execute(process.execPath, [program, '--help']);
    for (const word of ['--script', '/_set', 'nextTask', 'queueingQueries']) {
      expect(stdout).toContain(word);
    }
    const script = join(folder, 'script.json');
    await writeFile(script, '{"set": {"nextFlush": {"code": 1}}}');
    await expect(execute(process.execPath, [program, '--script', script])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nextFlush') as string,
    });
    await expect(execute(process.execPath, [program, '--scribt'])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--help') as string,
    });
  });
});
