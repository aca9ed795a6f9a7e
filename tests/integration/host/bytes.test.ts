import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { answerFile } from '../../../electron/services/media/answer-file';
import { formatHostCookie } from '../../helpers/host-fetch';
import { useBrowserHost } from '../../helpers/use-browser-host';

const folder = mkdtempSync(join(tmpdir(), 'zimu-bytes-'));
const path = join(folder, 'film.mp4');
const size = 5_000_000;
writeFileSync(path, Buffer.alloc(size, '0123456789'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seen: Request[] = [];
const fixture = useBrowserHost({
  answerBytes: (asked) => {
    seen.push(asked);
    return asked.url.endsWith('/media/film')
      ? answerFile(asked, { open: () => open(path), contentType: 'video/mp4' })
      : Promise.resolve(new Response(null, { status: 404 }));
  },
});
const { ask } = fixture;

describe('the bytes of a recording', () => {
  it('come whole', async () => {
    const { status, text, headers } = await ask('/bytes/media/film');
    expect({ status, length: text.length }).toEqual({ status: 200, length: size });
    expect(headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'video/mp4' });
  });

  it('come by range', async () => {
    const answer = await ask('/bytes/media/film', { headers: { range: 'bytes=12-15' } });
    expect(answer).toMatchObject({ status: 206, text: '2345' });
    expect(answer.headers['content-range']).toBe(`bytes 12-15/${size}`);
  });

  it('are told of by HEAD', async () => {
    const { status, text, headers } = await ask('/bytes/media/film', { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers['content-length']).toBe(String(size));
  });

  it.each([
    ['bytes=9999999-', 416],
    ['bytes=-0', 416],
    ['bytes=abc', 200],
    ['bytes=5-2', 200],
    ['lines=1-2', 200],
    ['bytes=0-1,4-5,7-8', 200],
    ['bytes=0-99999999999999999999999', 206],
    [`bytes=${'0'.repeat(10_000)}-`, 206],
  ])('stand any Range (%#)', async (range, status) => {
    const answer = await ask('/bytes/media/film', { headers: { range } });
    expect(answer.status).toBe(status);
    expect((await ask('/bytes/media/film', { method: 'HEAD' })).status).toBe(200);
  });

  it('end when the page no longer wants them', async () => {
    seen.length = 0;
    const sent = request({
      host: '127.0.0.1',
      port: fixture.port(),
      path: '/bytes/media/film',
      headers: { host: fixture.authority(), cookie: formatHostCookie(fixture.host().url) },
    });
    sent.on('error', () => undefined);
    sent.on('response', (response) => response.once('data', () => sent.destroy()));
    sent.end();
    await vi.waitFor(() => expect(seen[0]?.signal.aborted).toBe(true));
  });

  it('are asked for without what opens the host', async () => {
    seen.length = 0;
    await ask(`/bytes/media/absent?token=${fixture.token()}&level=2`);
    const [asked] = seen;
    expect(asked?.headers.get('cookie')).toBeNull();
    expect(new URL(asked?.url ?? '')).toMatchObject({
      pathname: '/media/absent',
      search: '?level=2',
    });
  });

  it('[HG8] cannot be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask('/bytes/media/film', { method })).status).toBe(405);
    }
  });
});
