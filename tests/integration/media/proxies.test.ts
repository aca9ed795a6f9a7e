import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { findOnsetMs, hear, listProcessesNaming, pictureInput, toneInput } from './media-fixture';
import { useLibrary } from './use-library';

const { fixture, hasEncoder, createLibrary } = useLibrary();

describe('a proxy', () => {
  const late = ['-af', 'adelay=1200,volume=4'];
  const cases: readonly {
    name: string;
    encoder: string;
    make: () => string[];
    hasVideo: boolean;
    onsetMs: number;
  }[] = [
    {
      name: 'sound.aiff',
      encoder: 'pcm_s16be',
      make: () => [...toneInput(2), ...late],
      hasVideo: false,
      onsetMs: 1_200,
    },
    {
      name: 'sound.wma',
      encoder: 'wmav2',
      make: () => [...toneInput(2), ...late, '-c:a', 'wmav2'],
      hasVideo: false,
      onsetMs: 1_200,
    },
    {
      name: 'late-sound.mp4',
      encoder: 'libx265',
      make: () => [
        ...pictureInput(3),
        ...['-itsoffset', '1.5', ...toneInput(1)],
        ...['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-c:a', 'aac'],
      ],
      hasVideo: true,
      onsetMs: 1_500,
    },
    {
      name: 'all-late.mkv',
      encoder: 'libx265',
      make: () => [
        ...['-itsoffset', '2', ...pictureInput(2)],
        ...['-itsoffset', '2.5', ...toneInput(1)],
        ...['-c:v', 'libx265', '-x265-params', 'log-level=none', '-c:a', 'flac'],
      ],
      hasVideo: true,
      onsetMs: 2_500,
    },
  ];

  it.for(cases)('of $name plays, with its sound at the same time', async (recording, { skip }) => {
    const { name, encoder, make, hasVideo, onsetMs } = recording;
    skip(!hasEncoder(encoder), `this ffmpeg has no encoder ${encoder}`);
    const path = await fixture().make(name, ...make());
    const { library, makeProxy, findProxy, fetchBytes } = createLibrary(name, path);
    const before = await library.open('p1');
    const access = await makeProxy();
    expect(access.proxy).toEqual({ state: 'ready' });
    expect(access.url).not.toBe(before.url);
    const proxy = await hear(await findProxy(), fixture().tools);
    const codecs = proxy.info.streams.map(({ codec }) => codec).sort();
    expect(codecs).toEqual(hasVideo ? ['aac', 'h264'] : ['aac']);
    expect(Math.abs(findOnsetMs(proxy.samples) - onsetMs)).toBeLessThan(40);
    const original = await probeMedia(path, fixture().tools);
    const beginOfPicture = (streams: typeof original.streams): number | undefined =>
      streams.find(({ kind }) => kind === 'video')?.startOffsetMs;
    expect(beginOfPicture(proxy.info.streams)).toBe(beginOfPicture(original.streams));
    const bytes = await fetchBytes(access.url);
    // The index comes first, so that playing begins before all is there.
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(await library.makeProxy('p1')).toEqual(await library.open('p1'));
  });

  it('of AMR plays', async () => {
    // Hardly any ffmpeg can write AMR, so its frames are written here: 2 s of 4.75 kbit/s noise.
    const frames = Array.from({ length: 100 }, (_, frame) =>
      Buffer.from([
        0x04,
        ...Array.from({ length: 12 }, (_byte, at) => (frame * 97 + at * 61) & 255),
      ]),
    );
    const path = join(fixture().folder, 'call.amr');
    await writeFile(path, Buffer.concat([Buffer.from('#!AMR\n'), ...frames]));
    const { makeProxy, findProxy } = createLibrary('amr', path);
    expect((await makeProxy()).proxy).toEqual({ state: 'ready' });
    const { info, samples } = await hear(await findProxy(), fixture().tools);
    expect(info.streams.map(({ codec }) => codec)).toEqual(['aac']);
    expect(Math.abs(samples.length / 16_000 - 2)).toBeLessThan(0.1);
    expect(findOnsetMs(samples)).toBeGreaterThanOrEqual(0);
  });

  it('that was made before is used at once', async () => {
    const path = await fixture().make('again.aiff', ...toneInput(1));
    await createLibrary('again', path).makeProxy();
    const access = await createLibrary('again', path, '/no/ffmpeg').library.open('p1');
    expect(access.proxy).toEqual({ state: 'ready' });
  });

  it('is narrower than a wide picture, with even sides', async () => {
    const wide = ['-f', 'lavfi', '-i', 'testsrc=duration=1:size=1921x1081:rate=2'];
    const path = await fixture().make('wide.mkv', ...wide, ...toneInput(1), '-c:v', 'ffv1');
    const { makeProxy, findProxy } = createLibrary('wide', path);
    expect((await makeProxy()).hasVideo).toBe(true);
    const { streams } = await probeMedia(await findProxy(), fixture().tools);
    expect(streams.find(({ kind }) => kind === 'video')).toMatchObject({
      width: 1280,
      height: 720,
    });
  });

  it('that cannot be made says why, and can be tried again', async () => {
    const path = await fixture().make('fails.aiff', ...toneInput(1));
    const { library, makeProxy, cacheFolder } = createLibrary('fails', path, '/no/ffmpeg');
    const { proxy, url } = await makeProxy();
    expect(proxy).toMatchObject({ state: 'failed', error: { code: 'media/proxy-failed' } });
    expect((await library.open('p1')).url).toBe(url);
    expect(await readdir(join(cacheFolder, 'proxies'))).toEqual([]);
    expect((await library.makeProxy('p1')).proxy.state).toBe('making');
  });

  it('is given up when the studio ends, without a trace', async () => {
    const second = await fixture().make('second.mkv', ...pictureInput(1), '-c:v', 'mjpeg');
    const again = ['-stream_loop', '599', '-i', second, '-c', 'copy'];
    const path = await fixture().make('hours.mkv', ...again);
    const { library, cacheFolder, untilPublished } = createLibrary('hours', path);
    expect((await library.makeProxy('p1')).proxy).toEqual({ state: 'making', fraction: 0 });
    await untilPublished(
      'media.changed',
      ({ access: { proxy } }) => proxy.state === 'making' && proxy.fraction > 0,
    );
    await library.dispose();
    expect(await readdir(join(cacheFolder, 'proxies'))).toEqual([]);
    expect(await listProcessesNaming(path)).toEqual([]);
    await rm(path);
  });
});
