import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StudioEvents } from '@contract/api';
import { describe, expect, it } from 'vitest';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { findOnsetMs, hear, pictureInput, toneInput } from './media-fixture';
import { useLibrary } from './use-library';

const { fixture, hasEncoder, createLibrary } = useLibrary();

describe('[MD4] what is played instead, before anything is played', () => {
  const lateTone = ['-af', 'adelay=1200,volume=4'];

  it.each([
    ['vbr-bare.mp3', ['-c:a', 'libmp3lame', '-q:a', '4', '-write_xing', '0'], 'mp3'],
    ['broadcast.aac', ['-c:a', 'aac'], 'aac'],
    ['live.webm', ['-c:a', 'libopus', '-live', '1'], 'opus'],
  ])('%s: a copy with an index', async (name, codec, expected) => {
    const path = await fixture().make(name, ...toneInput(5, 48_000), ...lateTone, ...codec);
    const original = await hear(path, fixture().tools);
    const { before, access, proxy } = await createLibrary(name, path).openProxy();
    expect(before).toMatchObject({
      proxy: { state: 'making' },
      substitute: { reason: 'clock', way: 'copy' },
      soundBeginMs: 0,
    });
    expect(access).toMatchObject({ substitute: { reason: 'clock', way: 'copy' } });
    expect(proxy.info.streams.map(({ codec: copied }) => copied)).toEqual([expected]);
    expect(Math.abs(findOnsetMs(proxy.samples) - findOnsetMs(original.samples))).toBeLessThan(60);
    expect(Math.abs(proxy.samples.length - original.samples.length) / 16).toBeLessThan(100);
    expect(proxy.info.durationMs).toBeDefined();
    const again = await createLibrary(name, path).library.open('p1');
    expect(again.proxy).toEqual({ state: 'ready' });
    expect(again.substitute).toEqual({ reason: 'clock', way: 'copy' });
  });

  it('a copy that does not do gives way to an encoding', async () => {
    const path = await fixture().make('gives-way.aac', ...toneInput(2), '-c:a', 'aac');
    const made = createLibrary('gives-way', path);
    const { access } = await made.openProxy();
    expect((await made.library.makeProxy('p1', 'clock')).proxy.state).toBe('making');
    const isEncoded = ({ access: now }: StudioEvents['media.changed']): boolean =>
      now.proxy.state === 'ready' && now.substitute?.way === 'encode';
    const encoded = await made.untilPublished('media.changed', isEncoded);
    expect(encoded.access.url).not.toBe(access.url);
    expect((await made.library.makeProxy('p1', 'clock')).proxy.state).toBe('ready');
  });

  it.for([
    ['ac3', 'mp4'],
    ['mp2', 'mkv'],
  ] as const)('a picture beside %s in %s is kept', async ([codec, ending], { skip }) => {
    skip(!hasEncoder('libx264'), 'this ffmpeg has no encoder of H.264');
    const path = await fixture().make(
      `film-${codec}.${ending}`,
      ...pictureInput(3),
      ...['-itsoffset', '1.5', ...toneInput(1, 48_000), '-map', '0:v', '-map', '1:a'],
      ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', codec],
    );
    const original = await probeMedia(path, fixture().tools);
    const { before, proxy } = await createLibrary(`film-${codec}`, path).openProxy();
    expect(before.substitute).toEqual({ reason: 'sound', way: 'encode' });
    expect(proxy.info.streams.map((stream) => stream.codec).sort()).toEqual(['aac', 'h264']);
    expect(Math.abs(findOnsetMs(proxy.samples) - 1_500)).toBeLessThan(60);
    const [is, was] = [proxy.info, original].map(({ streams }) =>
      streams.find(({ kind }) => kind === 'video'),
    );
    expect(Math.abs(is!.startOffsetMs - was!.startOffsetMs)).toBeLessThan(5);
  });

  it('a recording with pauses, through which an element would play on', async () => {
    const pause = "asetpts='if(lt(T,1),PTS,PTS+3/TB)'";
    const make = [...toneInput(2), '-af', pause, '-c:a', 'pcm_s16le', '-copyts'];
    const path = await fixture().make('pauses.mkv', ...make);
    const made = createLibrary('pauses', path);
    const { access, proxy } = await made.openProxy();
    expect(access.substitute).toEqual({ reason: 'clock', way: 'encode' });
    expect(proxy.samples.length / 16).toBeCloseTo(5_000, -2);
    expect(findOnsetMs(proxy.samples.subarray(2_000 * 16))).toBeCloseTo(2_000, -2);
    // Known without the sound being heard anew.
    await made.library.dispose();
    await rm(join(made.cacheFolder, 'proxies'), { recursive: true });
    const again = await createLibrary('pauses', path).openProxy();
    expect(again.access.substitute).toEqual({ reason: 'clock', way: 'encode' });
  });

  it('[MD3] joined recordings: the copy has its sound where engines hear it', async () => {
    const part = [
      ...[...pictureInput(3), ...toneInput(0.5), '-af', 'adelay=700'],
      ...['-c:v', 'mpeg2video', '-r', '25', '-c:a', 'mp2', '-b:a', '64k'],
    ];
    const parts = [
      await fixture().make('seam-1.ts', ...part),
      await fixture().make('seam-2.ts', ...part, '-output_ts_offset', '600'),
    ];
    const path = join(fixture().folder, 'seam.ts');
    await writeFile(path, Buffer.concat(await Promise.all(parts.map((each) => readFile(each)))));
    const original = await hear(path, fixture().tools);
    const { makeProxy, findProxy } = createLibrary('seam', path);
    await makeProxy();
    const proxy = await hear(await findProxy(), fixture().tools);
    const second = (samples: Float32Array): number => findOnsetMs(samples.subarray(2_000 * 16));
    for (const find of [findOnsetMs, second]) {
      expect(find(original.samples)).toBeGreaterThan(600);
      expect(Math.abs(find(proxy.samples) - find(original.samples))).toBeLessThan(40);
    }
  });

  it('a WAV whose header lies is given with a right one', async () => {
    const wave = await readFile(await fixture().make('right.wav', ...toneInput(2), '-bitexact'));
    const lying = Buffer.from(wave);
    lying.writeUInt32LE(16_000, 40);
    lying.writeUInt32LE(16_036, 4);
    const path = join(fixture().folder, 'lying.wav');
    await writeFile(path, lying);
    const { library, fetchBytes } = createLibrary('lying', path);
    const access = await library.open('p1');
    expect(access.proxy).toEqual({ state: 'none' });
    expect((await fetchBytes(access.url)).equals(wave)).toBe(true);
  });
});
