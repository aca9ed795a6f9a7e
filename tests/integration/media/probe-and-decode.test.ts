import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeForRecognition } from '../../../electron/services/media/decode-audio';
import { probeMedia } from '../../../electron/services/media/probe-media';
import {
  createMediaFixture,
  findOnsetMs,
  hear,
  type MediaFixture,
  pictureInput,
  toneInput,
} from './media-fixture';

let fixture: MediaFixture;
const neverAborted = new AbortController().signal;

beforeAll(async () => {
  fixture = await createMediaFixture();
});
afterAll(() => fixture.remove());

function makeText(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(fixture.folder, name);
  return writeFile(path, content).then(() => path);
}

describe('files that cannot be heard', () => {
  test('no such file', async () => {
    const path = join(fixture.folder, 'absent.wav');
    const expected = { code: 'media/not-found', data: { path } };
    await expect(probeMedia(path, fixture.tools)).rejects.toMatchObject(expected);
  });

  test('a folder', async () => {
    const expected = { code: 'media/not-a-file', data: { path: fixture.folder } };
    await expect(probeMedia(fixture.folder, fixture.tools)).rejects.toMatchObject(expected);
  });

  test('zero bytes', async () => {
    const path = await makeText('zero.mp3', '');
    await expect(probeMedia(path, fixture.tools)).rejects.toMatchObject({ code: 'media/empty' });
  });

  test('text that is named .wav', async () => {
    const path = await makeText('text.wav', 'Dear diary,\ntoday nothing was said.\n'.repeat(50));
    await expect(probeMedia(path, fixture.tools)).rejects.toMatchObject({
      code: 'media/unreadable',
      data: { path, reason: 'Invalid data found when processing input' },
    });
  });

  test('a WAV that is only a header', async () => {
    const whole = await readFile(await fixture.make('whole.wav', ...toneInput(1)));
    const path = await makeText('header.wav', whole.subarray(0, 78));
    await expect(hear(path, fixture.tools)).rejects.toMatchObject({ code: 'media/unreadable' });
  });

  test('an MP4 cut before its index', async () => {
    const whole = await readFile(await fixture.make('index-at-end.m4a', ...toneInput(5)));
    const path = await makeText('cut.m4a', whole.subarray(0, whole.length / 2));
    await expect(probeMedia(path, fixture.tools)).rejects.toMatchObject({
      code: 'media/unreadable',
      data: { path, reason: expect.not.stringContaining(fixture.folder) as unknown },
    });
  });

  test('no audio stream', async () => {
    const path = await fixture.make('silent-film.mp4', ...pictureInput(1));
    const info = await probeMedia(path, fixture.tools);
    expect(info.audioStreamIndex).toBeUndefined();
    expect(info.streams).toMatchObject([
      { kind: 'video', width: 64, height: 64, frameRate: { numerator: 10, denominator: 1 } },
    ]);
    const read = decodeForRecognition(path, info, fixture.tools, neverAborted);
    await expect(read.next()).rejects.toMatchObject({ code: 'media/no-audio' });
  });

  test.each([
    [
      'list.m3u8',
      (name: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${name}\n#EXT-X-ENDLIST\n`,
    ],
    ['list.ffconcat', (name: string) => `ffconcat version 1.0\nfile ${name}\n`],
    ['list.mp3', (name: string) => `ffconcat version 1.0\nfile ${name}\n`],
  ])('a play list (%s) does not open the file it names', async (listName, format) => {
    await fixture.make('other.wav', ...toneInput(1));
    await fixture.make('other.ts', ...toneInput(1));
    const other = listName.endsWith('m3u8') ? 'other.ts' : 'other.wav';
    const path = await makeText(listName, format(other));
    await expect(probeMedia(path, fixture.tools)).rejects.toMatchObject({
      code: 'media/unreadable',
    });
  });

  test('ffmpeg that does not start', async () => {
    const path = await fixture.make('fine.wav', ...toneInput(1));
    const info = await probeMedia(path, fixture.tools);
    const ffmpeg = { ...fixture.tools.ffmpeg, path: join(fixture.folder, 'no-ffmpeg') };
    const read = decodeForRecognition(path, info, { ...fixture.tools, ffmpeg }, neverAborted);
    await expect(read.next()).rejects.toMatchObject({
      code: 'tool/ffmpeg-failed',
      data: { path, tool: 'ffmpeg', toolPath: ffmpeg.path },
    });
  });

  test('ffprobe that does not start', async () => {
    const path = await fixture.make('fine.wav', ...toneInput(1));
    const ffprobe = { ...fixture.tools.ffprobe, path: join(fixture.folder, 'no-ffprobe') };
    await expect(probeMedia(path, { ...fixture.tools, ffprobe })).rejects.toMatchObject({
      code: 'tool/ffmpeg-failed',
      data: { path, tool: 'ffprobe', toolPath: ffprobe.path },
    });
  });
});

describe('files that can be heard', () => {
  test('[MD2] an MP4 cut behind its index gives what is there, and a warning', async () => {
    const name = 'index-first.m4a';
    const path = await fixture.make(name, ...toneInput(20), '-movflags', '+faststart');
    const whole = await readFile(path);
    const cut = await makeText('cut-fast.m4a', whole.subarray(0, whole.length / 2));
    const heard = await hear(cut, fixture.tools);
    const heardMs = heard.samples.length / 16;
    expect(heardMs).toBeGreaterThan(5_000);
    expect(heardMs).toBeLessThan(15_000);
    expect(heard.warnings).toMatchObject([{ kind: 'shorter-than-stated', statedMs: 20_000 }]);
  });

  test.each([
    ['0.2 s', 'short.wav', [...toneInput(0.2)], 200],
    ['8 kHz stereo', 'phone.wav', [...toneInput(1, 8_000), '-ac', '2'], 1_000],
    ['48 kHz stereo', 'studio.flac', [...toneInput(1, 48_000), '-ac', '2'], 1_000],
    ['5.1', 'film.wav', [...toneInput(1, 48_000), '-ac', '6'], 1_000],
    [
      'four channels without a layout',
      'recorder.wav',
      [...toneInput(1), '-af', 'pan=4c|c0=c0|c1=c0|c2=c0|c3=c0'],
      1_000,
    ],
  ])('%s', async (_case, name, input, expectedMs) => {
    const path = await fixture.make(name, ...input);
    const { samples, warnings } = await hear(path, fixture.tools);
    expect(samples.length / 16).toBeCloseTo(expectedMs, 0);
    expect(Math.max(...samples)).toBeGreaterThan(0.03);
    expect(warnings).toEqual([]);
  });

  test('stereo out of phase is as loud as in phase', async () => {
    const inPhase = await fixture.make('in.wav', ...toneInput(2), '-af', 'pan=stereo|c0=c0|c1=c0');
    const outOf = await fixture.make(
      'out.wav',
      ...toneInput(2),
      '-af',
      'pan=stereo|c0=c0|c1=-1*c0',
    );
    const [plain, turned] = [await hear(inPhase, fixture.tools), await hear(outOf, fixture.tools)];
    expect(Math.max(...turned.samples)).toBeCloseTo(Math.max(...plain.samples), 2);
  });

  test('every sample of a 16 kHz WAV arrives unchanged', async () => {
    const path = await fixture.make('exact.wav', ...toneInput(3), '-c:a', 'pcm_f32le');
    const bytes = await readFile(path);
    const dataAt = bytes.indexOf('data') + 8;
    const expected = new Float32Array(new Uint8Array(bytes.subarray(dataAt)).buffer);
    const { samples } = await hear(path, fixture.tools);
    expect(Buffer.from(samples.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
  });
});

describe('time', () => {
  const late = ['-itsoffset', '1.2', ...toneInput(2)];
  const lateAudio = [...pictureInput(3), ...late, '-map', '0:v', '-map', '1:a'];

  // AAC adds up to one frame of encoder delay that not every muxer can state.
  test.each([
    ['late.mkv', ['-c:a', 'pcm_s16le', '-c:v', 'mjpeg'], 0.2],
    ['late.mp4', [], 25],
    ['late.ts', ['-c:v', 'mpeg2video', '-r', '25', '-c:a', 'mp2'], 35],
  ])('sound that starts late keeps its offset: %s', async (name, codecs, toleranceMs) => {
    const path = await fixture.make(name, ...lateAudio, ...codecs);
    const { info, samples } = await hear(path, fixture.tools);
    expect(Math.abs(findOnsetMs(samples) - 1_200)).toBeLessThanOrEqual(toleranceMs);
    expect(samples.subarray(0, 1_100 * 16).every((sample) => sample === 0)).toBe(true);
    expect(info.startOffsetMs).toBe(0);
    expect(Math.abs(info.durationMs! - 3_200)).toBeLessThan(100);
  });

  test('a recording that begins at 5 s is silent until then', async () => {
    const path = await fixture.make(
      'five.mkv',
      '-itsoffset',
      '5',
      ...toneInput(1),
      '-c:a',
      'pcm_s16le',
    );
    const { info, samples } = await hear(path, fixture.tools);
    expect(findOnsetMs(samples)).toBeCloseTo(5_000, 0);
    expect(info).toMatchObject({ timeline: 'kept', startOffsetMs: 5_000, durationMs: 6_000 });
  });

  test('MPEG-TS, whose clock starts anywhere, begins at zero', async () => {
    const path = await fixture.make('clock.ts', ...toneInput(1), '-c:a', 'mp2');
    const { info, samples } = await hear(path, fixture.tools);
    expect(info).toMatchObject({ timeline: 'rebased', startOffsetMs: 0 });
    expect(findOnsetMs(samples)).toBeLessThan(35);
  });

  test("a recorder's pause stays silent", async () => {
    const pause = "asetpts='if(lt(T,1),PTS,PTS+3/TB)'";
    const codec = ['-c:a', 'pcm_s16le', '-copyts'];
    const path = await fixture.make('pause.mkv', ...toneInput(2), '-af', pause, ...codec);
    const { samples } = await hear(path, fixture.tools);
    expect(samples.length / 16).toBeCloseTo(5_000, -2);
    const isSilent = (fromMs: number, toMs: number): boolean =>
      samples.subarray(fromMs * 16, toMs * 16).every((sample) => Math.abs(sample) < 0.005);
    expect([isSilent(100, 200), isSilent(1_200, 3_900), isSilent(4_200, 4_300)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
