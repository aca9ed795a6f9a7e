import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { useBrowserHost } from '../../helpers/use-browser-host';

const fixture = useBrowserHost();
const { ask } = fixture;

interface GrantReply {
  readonly ok: boolean;
  readonly value?: { readonly name: string; readonly sizeBytes: number };
  readonly error?: { readonly code: string };
}

async function upload(name: string, body: string | Buffer): Promise<GrantReply> {
  const path = `/upload?name=${encodeURIComponent(name)}`;
  const { status, text } = await ask(path, { method: 'POST', body });
  expect(status).toBe(200);
  return JSON.parse(text) as GrantReply;
}

const listUploads = (): string[] =>
  readdirSync(fixture.inFolder('uploads'), { recursive: true, encoding: 'utf8' });

describe('an upload', () => {
  it('lies whole in a folder of its own', async () => {
    const bytes = Buffer.alloc(3_000_000, 'zimu');
    const before = existsSync(fixture.inFolder('uploads')) ? listUploads() : [];
    expect(await upload('Gespräch 一.wav', bytes)).toMatchObject({
      ok: true,
      value: { name: 'Gespräch 一.wav', sizeBytes: bytes.length },
    });
    const path =
      listUploads().find((name) => !before.includes(name) && name.endsWith('.wav')) ?? '';
    expect(path).toMatch(/^[0-9a-f]{24}\/Gespräch 一\.wav$/);
    expect(readFileSync(fixture.inFolder('uploads', path)).equals(bytes)).toBe(true);
  });

  it('is the same file when it is sent again, and another one under another name', async () => {
    await upload('again.wav', 'the same sound');
    const before = listUploads();
    expect(await upload('again.wav', 'the same sound')).toMatchObject({ ok: true });
    expect(listUploads()).toEqual(before);
    await upload('other.wav', 'the same sound');
    expect(listUploads()).toHaveLength(before.length + 1);
    await upload('again.wav', 'another sound');
    expect(listUploads()).toHaveLength(before.length + 3);
  });

  it.each([
    ['../../evil.wav', 'evil.wav'],
    ['/etc/cron.d/evil.wav', 'evil.wav'],
    ['C:\\Windows\\evil.wav', 'evil.wav'],
    ['..', 'recording'],
    ['', 'recording'],
    ['.hidden.wav', 'hidden.wav'],
    ['a\u0000b\n.wav', 'ab.wav'],
    ['invoice\u202Evaw.exe', 'invoicevaw.exe'],
    ['con.wav', '_con.wav'],
    ['a<b>:"c|d?e*.wav', 'a_b___c_d_e_.wav'],
    [`${'字'.repeat(300)}.wav`, `${'字'.repeat(58)}.wav`],
  ])('is kept under a safe name: %j', async (given, name) => {
    expect(await upload(given, 'sound')).toMatchObject({ ok: true, value: { name } });
    expect(existsSync(fixture.inFolder('evil.wav'))).toBe(false);
  });

  it('is refused when it is empty', async () => {
    expect(await upload('a.wav', '')).toMatchObject({ ok: false, error: { code: 'media/empty' } });
  });

  it('[HG6] is refused without its length', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    const options = { method: 'POST', body: 'sound', headers };
    expect((await ask('/upload?name=a.wav', options)).status).toBe(411);
  });

  it.each([
    ['there is no space for it', 'a.wav', 900_000_000_000_000, 'file/too-large'],
    ['it is too much for subtitles', 'a.SRT', 64_000_001, 'text/too-large'],
  ])('[HG6] is refused before the first byte where %s', async (_why, name, sizeBytes, code) => {
    const reply = await new Promise<GrantReply>((fulfil, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: fixture.port(),
          path: `/upload?name=${name}&token=${fixture.token()}`,
          method: 'POST',
          headers: { host: fixture.authority(), 'content-length': String(sizeBytes) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => {
            text += piece;
            if (text.length === Number(response.headers['content-length'])) {
              fulfil(JSON.parse(text) as GrantReply);
            }
          });
        },
      );
      sent.on('error', reject);
      sent.write('sound');
    });
    expect(reply).toMatchObject({ ok: false, error: { code } });
  });

  it('[HG6] leaves nothing when it is broken off', async () => {
    const before = listUploads().length;
    const sent = request({
      host: '127.0.0.1',
      port: fixture.port(),
      path: `/upload?name=broken.wav&token=${fixture.token()}`,
      method: 'POST',
      headers: { host: fixture.authority(), 'content-length': '1000000' },
    });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(500_000));
    await vi.waitFor(() =>
      expect(readdirSync(fixture.inFolder('uploads', '.incoming'))).toHaveLength(1),
    );
    sent.destroy();
    await vi.waitFor(() =>
      expect(readdirSync(fixture.inFolder('uploads', '.incoming'))).toEqual([]),
    );
    expect(listUploads()).toHaveLength(before);
  });
});
