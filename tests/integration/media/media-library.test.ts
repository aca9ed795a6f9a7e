import { readdir, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { countPeaks, parsePeakFileHeader } from '@core/waveform/peak-file';
import { describe, expect, it } from 'vitest';
import { pictureInput, toneInput } from './media-fixture';
import { useLibrary } from './use-library';

const { fixture, createLibrary } = useLibrary();

describe('a recording in the library', () => {
  it('can be played by ranges and drawn while its peaks grow', async () => {
    const path = await fixture().make('hour.wav', ...toneInput(300, 8_000));
    const { library, published, untilPublished, fetchBytes } = createLibrary('hour', path);
    const access = await library.open('p1');
    expect(access).toMatchObject({
      state: 'ready',
      hasVideo: false,
      proxy: { state: 'none' },
      peaks: { isComplete: false },
    });
    expect(access.url).not.toContain('hour');

    const head = await library.answer(new Request(access.url, { headers: { range: 'bytes=0-3' } }));
    expect([head.status, await head.text()]).toEqual([206, 'RIFF']);
    expect(head.headers.get('content-type')).toBe('audio/wav');

    const some = await untilPublished('peaks.changed', ({ count }) => count > 0);
    const early = await fetchBytes(access.peaks.url);
    const header = parsePeakFileHeader(early)!;
    expect(countPeaks(header, early.length)).toBeGreaterThanOrEqual(some.count);

    await untilPublished('peaks.changed', ({ isComplete }) => isComplete);
    const whole = parsePeakFileHeader(await fetchBytes(access.peaks.url))!;
    expect([whole.isComplete, whole.levels[0]!.count]).toEqual([true, 60_000]);
    expect(published.filter(({ name }) => name === 'peaks.changed').at(-1)?.payload).toEqual({
      projectId: 'p1',
      count: 60_000,
      isComplete: true,
    });
    expect(await library.open('p1')).toEqual({
      ...access,
      peaks: { ...access.peaks, count: 60_000, isComplete: true },
    });
  });

  it('that is not there can come back, or be another file', async () => {
    const path = await fixture().make('moves.wav', ...toneInput(1));
    const other = await fixture().make('other.wav', ...toneInput(2));
    const { library, relocate } = createLibrary('moves', path);
    const first = await library.open('p1');
    await rename(path, `${path}.gone`);
    expect(await library.open('p1')).toEqual({
      state: 'missing',
      url: '',
      hasVideo: false,
      proxy: { state: 'none' },
      peaks: { url: '', count: 0, isComplete: false },
    });
    expect((await library.answer(new Request(first.url))).status).toBe(404);
    await rename(`${path}.gone`, path);
    expect((await library.open('p1')).state).toBe('ready');
    relocate(other);
    const second = await library.open('p1');
    const { headers } = await library.answer(new Request(second.url, { method: 'HEAD' }));
    expect(headers.get('content-length')).toBe('64078');
    // Written to since: other bytes under the same name.
    await utimes(other, 1_000, 1_000);
    expect((await library.open('p1')).url).not.toBe(second.url);
  });

  it('without sound can be seen, and tells why nothing is drawn', async () => {
    const path = await fixture().make('mute.mp4', ...pictureInput(1));
    const { library, untilPublished } = createLibrary('mute', path);
    expect(await library.open('p1')).toMatchObject({ state: 'ready', hasVideo: true });
    const { error } = await untilPublished('peaks.changed', (event) => event.error !== undefined);
    expect(error?.code).toBe('media/no-audio');
  });

  it('is opened by two windows at once and built once', async () => {
    const path = await fixture().make('twice.wav', ...toneInput(5));
    const { library, untilPublished, cacheFolder } = createLibrary('twice', path);
    const [first, second] = await Promise.all([library.open('p1'), library.open('p1')]);
    expect(first.peaks.url).toBe(second.peaks.url);
    await untilPublished('peaks.changed', ({ isComplete }) => isComplete);
    expect(await readdir(join(cacheFolder, 'peaks'))).toHaveLength(1);
  });

  it.each([
    ['GET', '/bytes/media/0123456789abcdef0123456789abcdef', 404],
    ['GET', '/media/..%2f..%2fetc%2fpasswd', 404],
    ['GET', '/etc/passwd', 404],
    ['GET', '/', 404],
    ['GET', '/peaks/', 404],
    ['POST', '/media/x', 405],
    ['DELETE', '/projects/p1', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const { library } = createLibrary('attack', '/none.wav');
    const response = await library.answer(new Request(`http://127.0.0.1${path}`, { method }));
    expect(response.status).toBe(status);
  });

  it('has its project to download', async () => {
    const { library } = createLibrary('copy', '/none.wav');
    const response = await library.answer(new Request('http://127.0.0.1/bytes/projects/p1'));
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E9%87%87%E8%AE%BF%20%221%22.zimu",
    );
    expect(await response.json()).toMatchObject({ id: 'p1' });
  });
});
