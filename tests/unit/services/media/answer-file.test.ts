import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFile } from '../../../../electron/services/media/answer-file';

let folder = '';
const content = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-answer-'));
  await writeFile(join(folder, 'talk.wav'), content);
  await writeFile(join(folder, 'empty.wav'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function ask(headers: Record<string, string> = {}, name = 'talk.wav', init: RequestInit = {}) {
  return answerFile(new Request('http://127.0.0.1/media/x', { ...init, headers }), {
    open: () => open(join(folder, name)),
    contentType: 'audio/wav',
  });
}

describe('a file over HTTP', () => {
  it.each([
    ['all of it', {}, 200, 0, 600_000, null],
    [
      'from the middle',
      { range: 'bytes=300000-' },
      206,
      300_000,
      600_000,
      'bytes 300000-599999/600000',
    ],
    ['a few bytes', { range: 'bytes=5-8' }, 206, 5, 9, 'bytes 5-8/600000'],
    ['the end', { range: 'bytes=-3' }, 206, 599_997, 600_000, 'bytes 599997-599999/600000'],
    [
      'another state of the file',
      { range: 'bytes=5-8', 'if-range': '"0-0"' },
      200,
      0,
      600_000,
      null,
    ],
  ])('%s', async (_case, headers, status, begin, end, range) => {
    const response = await ask(headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(range);
    expect(response.headers.get('content-length')).toBe(String(end - begin));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(content.subarray(begin, end))).toBe(true);
  });

  it('a range of the same state of the file', async () => {
    const etag = (await ask({}, 'talk.wav', { method: 'HEAD' })).headers.get('etag')!;
    const response = await ask({ range: 'bytes=0-1', 'if-range': etag });
    expect(response.status).toBe(206);
    // Its file is open until the body is read or given up.
    await response.body?.cancel();
  });

  it('a range that is not there', async () => {
    const response = await ask({ range: 'bytes=600000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */600000');
    expect(await response.text()).toBe('');
  });

  it('only the headers for HEAD', async () => {
    const response = await ask({ range: 'bytes=10-19' }, 'talk.wav', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([206, '10']);
    expect(response.body).toBeNull();
  });

  it('an empty file', async () => {
    const response = await ask({}, 'empty.wav');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('a file that is gone', async () => {
    expect((await ask({}, 'gone.wav')).status).toBe(404);
  });

  it.each([['cancelled'], ['aborted']])('is read no further and closed when %s', async (way) => {
    const controller = new AbortController();
    const request = new Request('http://127.0.0.1/media/x', { signal: controller.signal });
    let file: Awaited<ReturnType<typeof open>> | undefined;
    const response = await answerFile(request, {
      open: async () => (file = await open(join(folder, 'talk.wav'))),
      contentType: 'audio/wav',
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value?.length).toBe(262_144);
    if (way === 'cancelled') await reader.cancel();
    else {
      controller.abort();
      await expect(reader.read()).rejects.toThrow();
    }
    await expect(file!.stat()).rejects.toThrow(/closed|EBADF/);
  });
});
