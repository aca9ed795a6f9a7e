import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMedia } from '../../../helpers/make-media';
import { makePopClient } from './pop-client';

const root = resolve(import.meta.dirname, '../../../..');
let folder: string | undefined;

afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe('npm run simulator', () => {
  it('says what to set, answers with the local engine, and ends with Ctrl+C', async () => {
    folder = await mkdtemp(join(tmpdir(), 'zimu-run-simulator-'));
    const wav = join(folder, 'speech.wav');
    makeMedia(wav, ['-i', join(root, 'tests/fixtures/audio/short-english.flac'), '-ar', '16000']);
    const program = join(root, 'tests/simulator/run-simulator.mjs');
    const child = spawn(process.execPath, [program, '--engine', 'local'], {
      env: { ...process.env, ZIMU_HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((fulfil) => child.once('exit', fulfil));
    try {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => (printed += piece));
      await expect.poll(() => printed, { timeout: 60_000 }).toContain('# other Appkeys');
      const env = Object.fromEntries(
        [...printed.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
      const client = makePopClient(env['ZIMU_ISI_META_ENDPOINT'] ?? '', {
        accessKeyId: env['ALIYUN_AK_ID'] ?? '',
        accessKeySecret: env['ALIYUN_AK_SECRET'] ?? '',
      });
      const { Token } = await client.request<{ Token: { Id: string } }>('CreateToken', {});
      const query = new URLSearchParams({
        ...{ appkey: env['ZIMU_ISI_APPKEY'] ?? '', token: Token.Id, format: 'wav' },
        ...{ enable_word_level_result: 'true', enable_timestamp_alignment: 'true' },
      });
      const url = `${env['ZIMU_ISI_FLASH_ENDPOINT'] ?? ''}?${query.toString()}`;
      const body = new Uint8Array(await readFile(wav));
      const response = await fetch(url, { method: 'POST', body });
      const text = await response.text();
      expect(text).toContain('"status":20000000');
      expect(text).toMatch(/"text":"fresh ","begin_time":"\d+"/);
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  });
});
