import { execFile } from 'node:child_process';
import { readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EventName, MediaAccess, StudioEvents } from '@contract/api';
import { countPeaks, parsePeakFileHeader } from '@core/waveform/peak-file';
import { blankProject, type Project } from '@core/project-file/project';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMediaLibrary } from '../../../electron/services/media/media-library';
import { probeMedia } from '../../../electron/services/media/probe-media';
import type { MediaLibrary } from '../../../electron/services/workspace';
import {
  createMediaFixture,
  findOnsetMs,
  hear,
  listProcessesNaming,
  type MediaFixture,
  pictureInput,
  toneInput,
} from './media-fixture';

const run = promisify(execFile);
let fixture: MediaFixture;
let encoders = '';
const libraries: MediaLibrary[] = [];

beforeAll(async () => {
  fixture = await createMediaFixture();
  encoders = (await run(fixture.maker, ['-hide_banner', '-encoders'])).stdout;
});
afterEach(async () => {
  await Promise.all(libraries.splice(0).map((library) => library.dispose()));
});
afterAll(() => fixture.remove());

type Published = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: StudioEvents[Name] };
}[EventName];

/** A library of one project, whose recording may be another one later. */
function createLibrary(name: string, path: string, ffmpegPath = fixture.tools.ffmpeg.path) {
  const tools = { ...fixture.tools, ffmpeg: { ...fixture.tools.ffmpeg, path: ffmpegPath } };
  let project: Project = {
    ...blankProject,
    id: 'p1',
    title: '采访 "1"',
    language: 'en',
    engine: '',
    media: { path, name, sizeBytes: 1, durationMs: 1, hasVideo: false },
    sentences: [],
  };
  const published: Published[] = [];
  const waiting = new Set<() => void>();
  const cacheFolder = join(fixture.folder, `cache-${name}`);
  const library = createMediaLibrary({
    projects: {
      read: () => Promise.resolve(project),
      findRecording: () => Promise.resolve({ path: project.media.path, isFromProjectFile: false }),
      formatCopy: () => Promise.resolve(JSON.stringify(project)),
    },
    cacheFolder,
    byteUrl: (bytePath) => `http://127.0.0.1/bytes/${bytePath}`,
    publish: (eventName, payload) => {
      published.push({ name: eventName, payload } as Published);
      for (const check of waiting) check();
    },
    probe: (probedPath, signal) => probeMedia(probedPath, fixture.tools, signal),
    findTools: () => Promise.resolve(tools),
  });
  libraries.push(library);
  const untilPublished = <Name extends EventName>(
    eventName: Name,
    isIt: (payload: StudioEvents[Name]) => boolean,
  ): Promise<StudioEvents[Name]> =>
    new Promise((resolve) => {
      const check = (): void => {
        for (const event of published) {
          const payload = event.payload as StudioEvents[Name];
          if (event.name === eventName && isIt(payload)) {
            waiting.delete(check);
            resolve(payload);
          }
        }
      };
      waiting.add(check);
      check();
    });
  return {
    library,
    published,
    cacheFolder,
    untilPublished,
    relocate: (newPath: string) => {
      project = { ...project, media: { ...project.media, path: newPath } };
    },
    fetchBytes: async (url: string): Promise<Buffer> =>
      Buffer.from(await (await library.answer(new Request(url))).arrayBuffer()),
    makeProxy: async (): Promise<MediaAccess> => {
      await library.makeProxy('p1');
      const isEnded = ({ access }: StudioEvents['media.changed']): boolean =>
        access.proxy.state === 'ready' || access.proxy.state === 'failed';
      return (await untilPublished('media.changed', isEnded)).access;
    },
  };
}

describe('a recording in the library', () => {
  it('can be played by ranges and drawn while its peaks grow', async () => {
    const path = await fixture.make('hour.wav', ...toneInput(1_800, 8_000));
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
    expect([whole.isComplete, whole.levels[0]!.count]).toEqual([true, 360_000]);
    expect(published.filter(({ name }) => name === 'peaks.changed').at(-1)?.payload).toEqual({
      projectId: 'p1',
      count: 360_000,
      isComplete: true,
    });
    expect(await library.open('p1')).toEqual({
      ...access,
      peaks: { ...access.peaks, count: 360_000, isComplete: true },
    });
  });

  it('that is not there can come back, or be another file', async () => {
    const path = await fixture.make('moves.wav', ...toneInput(1));
    const other = await fixture.make('other.wav', ...toneInput(2));
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
    const path = await fixture.make('mute.mp4', ...pictureInput(1));
    const { library, untilPublished } = createLibrary('mute', path);
    expect(await library.open('p1')).toMatchObject({ state: 'ready', hasVideo: true });
    const { error } = await untilPublished('peaks.changed', (event) => event.error !== undefined);
    expect(error?.code).toBe('media/no-audio');
  });

  it('is opened by two windows at once and built once', async () => {
    const path = await fixture.make('twice.wav', ...toneInput(5));
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
    skip(!encoders.includes(` ${encoder} `), `this ffmpeg has no encoder ${encoder}`);
    const path = await fixture.make(name, ...make());
    const { library, makeProxy, cacheFolder, fetchBytes } = createLibrary(name, path);
    const before = await library.open('p1');
    const access = await makeProxy();
    expect(access.proxy).toEqual({ state: 'ready' });
    expect(access.url).not.toBe(before.url);
    const [fileName, ...others] = await readdir(join(cacheFolder, 'proxies'));
    expect(others).toEqual([]);
    const proxyPath = join(cacheFolder, 'proxies', fileName!);
    const proxy = await hear(proxyPath, fixture.tools);
    const codecs = proxy.info.streams.map(({ codec }) => codec).sort();
    expect(codecs).toEqual(hasVideo ? ['aac', 'h264'] : ['aac']);
    expect(Math.abs(findOnsetMs(proxy.samples) - onsetMs)).toBeLessThan(40);
    const original = await probeMedia(path, fixture.tools);
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
    const path = join(fixture.folder, 'call.amr');
    await writeFile(path, Buffer.concat([Buffer.from('#!AMR\n'), ...frames]));
    const { makeProxy, cacheFolder } = createLibrary('amr', path);
    expect((await makeProxy()).proxy).toEqual({ state: 'ready' });
    const [name] = await readdir(join(cacheFolder, 'proxies'));
    const { info, samples } = await hear(join(cacheFolder, 'proxies', name!), fixture.tools);
    expect(info.streams.map(({ codec }) => codec)).toEqual(['aac']);
    expect(Math.abs(samples.length / 16_000 - 2)).toBeLessThan(0.1);
    expect(findOnsetMs(samples)).toBeGreaterThanOrEqual(0);
  });

  it('that was made before is used at once', async () => {
    const path = await fixture.make('again.aiff', ...toneInput(1));
    await createLibrary('again', path).makeProxy();
    const access = await createLibrary('again', path, '/no/ffmpeg').library.open('p1');
    expect(access.proxy).toEqual({ state: 'ready' });
  });

  it('is narrower than a wide picture, with even sides', async () => {
    const wide = ['-f', 'lavfi', '-i', 'testsrc=duration=1:size=1921x1081:rate=2'];
    const path = await fixture.make('wide.mkv', ...wide, ...toneInput(1), '-c:v', 'ffv1');
    const { makeProxy, cacheFolder } = createLibrary('wide', path);
    expect((await makeProxy()).hasVideo).toBe(true);
    const [name] = await readdir(join(cacheFolder, 'proxies'));
    const { streams } = await probeMedia(join(cacheFolder, 'proxies', name!), fixture.tools);
    expect(streams.find(({ kind }) => kind === 'video')).toMatchObject({
      width: 1280,
      height: 720,
    });
  });

  it('that cannot be made says why, and can be tried again', async () => {
    const path = await fixture.make('fails.aiff', ...toneInput(1));
    const { library, makeProxy, cacheFolder } = createLibrary('fails', path, '/no/ffmpeg');
    const { proxy, url } = await makeProxy();
    expect(proxy).toMatchObject({ state: 'failed', error: { code: 'media/proxy-failed' } });
    expect((await library.open('p1')).url).toBe(url);
    expect(await readdir(join(cacheFolder, 'proxies'))).toEqual([]);
    expect((await library.makeProxy('p1')).proxy.state).toBe('making');
  });

  it('is given up when the studio ends, without a trace', async () => {
    const path = await fixture.make('hours.mkv', ...pictureInput(600), '-c:v', 'mjpeg');
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

describe('[MD4] what is played instead, before anything is played', () => {
  type Made = ReturnType<typeof createLibrary>;
  const openProxy = async ({ library, untilPublished, cacheFolder }: Made) => {
    const before = await library.open('p1');
    const isEnded = ({ access }: StudioEvents['media.changed']): boolean =>
      access.proxy.state === 'ready' || access.proxy.state === 'failed';
    const { access } = await untilPublished('media.changed', isEnded);
    expect(access.proxy).toEqual({ state: 'ready' });
    const [name, ...others] = await readdir(join(cacheFolder, 'proxies'));
    expect(others).toEqual([]);
    return {
      before,
      access,
      proxy: await hear(join(cacheFolder, 'proxies', name!), fixture.tools),
    };
  };
  const lateTone = ['-af', 'adelay=1200,volume=4'];

  it.each([
    ['vbr-bare.mp3', ['-c:a', 'libmp3lame', '-q:a', '4', '-write_xing', '0'], 'mp3'],
    ['broadcast.aac', ['-c:a', 'aac'], 'aac'],
    ['live.webm', ['-c:a', 'libopus', '-live', '1'], 'opus'],
  ])('%s: a copy with an index', async (name, codec, expected) => {
    const path = await fixture.make(name, ...toneInput(5, 48_000), ...lateTone, ...codec);
    const original = await hear(path, fixture.tools);
    const { before, access, proxy } = await openProxy(createLibrary(name, path));
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
    const path = await fixture.make('gives-way.aac', ...toneInput(2), '-c:a', 'aac');
    const made = createLibrary('gives-way', path);
    const { access } = await openProxy(made);
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
    skip(!encoders.includes(' libx264 '), 'this ffmpeg has no encoder of H.264');
    const path = await fixture.make(
      `film-${codec}.${ending}`,
      ...pictureInput(3),
      ...['-itsoffset', '1.5', ...toneInput(1, 48_000), '-map', '0:v', '-map', '1:a'],
      ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', codec],
    );
    const original = await probeMedia(path, fixture.tools);
    const { before, proxy } = await openProxy(createLibrary(`film-${codec}`, path));
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
    const path = await fixture.make('pauses.mkv', ...make);
    const made = createLibrary('pauses', path);
    const { access, proxy } = await openProxy(made);
    expect(access.substitute).toEqual({ reason: 'clock', way: 'encode' });
    expect(proxy.samples.length / 16).toBeCloseTo(5_000, -2);
    expect(findOnsetMs(proxy.samples.subarray(2_000 * 16))).toBeCloseTo(2_000, -2);
    // Known without the sound being heard anew.
    await made.library.dispose();
    await rm(join(made.cacheFolder, 'proxies'), { recursive: true });
    const again = await openProxy(createLibrary('pauses', path));
    expect(again.access.substitute).toEqual({ reason: 'clock', way: 'encode' });
  });

  it('[MD3] joined recordings: the copy has its sound where engines hear it', async () => {
    const part = [
      ...[...pictureInput(3), ...toneInput(0.5), '-af', 'adelay=700'],
      ...['-c:v', 'mpeg2video', '-r', '25', '-c:a', 'mp2', '-b:a', '64k'],
    ];
    const parts = [
      await fixture.make('seam-1.ts', ...part),
      await fixture.make('seam-2.ts', ...part, '-output_ts_offset', '600'),
    ];
    const path = join(fixture.folder, 'seam.ts');
    await writeFile(path, Buffer.concat(await Promise.all(parts.map((each) => readFile(each)))));
    const original = await hear(path, fixture.tools);
    const { makeProxy, cacheFolder } = createLibrary('seam', path);
    await makeProxy();
    const [name] = await readdir(join(cacheFolder, 'proxies'));
    const proxy = await hear(join(cacheFolder, 'proxies', name!), fixture.tools);
    const second = (samples: Float32Array): number => findOnsetMs(samples.subarray(2_000 * 16));
    for (const find of [findOnsetMs, second]) {
      expect(find(original.samples)).toBeGreaterThan(600);
      expect(Math.abs(find(proxy.samples) - find(original.samples))).toBeLessThan(40);
    }
  });

  it('a WAV whose header lies is given with a right one', async () => {
    const wave = await readFile(await fixture.make('right.wav', ...toneInput(2), '-bitexact'));
    const lying = Buffer.from(wave);
    lying.writeUInt32LE(16_000, 40);
    lying.writeUInt32LE(16_036, 4);
    const path = join(fixture.folder, 'lying.wav');
    await writeFile(path, lying);
    const { library, fetchBytes } = createLibrary('lying', path);
    const access = await library.open('p1');
    expect(access.proxy).toEqual({ state: 'none' });
    expect((await fetchBytes(access.url)).equals(wave)).toBe(true);
  });
});
