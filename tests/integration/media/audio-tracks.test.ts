import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudioTracks, withTrack } from '../../../electron/services/media/audio-tracks';
import { decodeForRecognition } from '../../../electron/services/media/decode-audio';
import { describeUpload } from '../../../electron/services/media/describe-upload';
import { makeProxy } from '../../../electron/services/media/make-proxy';
import { PeakCache } from '../../../electron/services/media/peak-cache';
import { planPlayback } from '../../../electron/services/media/plan-playback';
import { type MediaInfo, probeMedia } from '../../../electron/services/media/probe-media';
import {
  createMediaFixture,
  findOnsetMs,
  findQuickTools,
  type MediaFixture,
  pictureInput,
} from './media-fixture';

let fixture: MediaFixture;
const signal = new AbortController().signal;

beforeAll(async () => {
  fixture = await createMediaFixture(findQuickTools);
});
afterAll(() => fixture.remove());

const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono,atrim=0:2'];
const late = ['-f', 'lavfi', '-i', 'sine=440:d=1,adelay=1000'];
const maps = ['-map', '0:a', '-map', '1:a'];

/** Silence first, a tone from 1 s on second. */
function makeTwo(name: string, ...more: readonly string[]): Promise<string> {
  return fixture.make(name, ...silence, ...late, ...maps, '-ar', '48000', ...more);
}

/** The same as a camera writes it; MXF holds no sound without a picture. */
function makeTape(name: string): Promise<string> {
  return fixture.make(
    name,
    ...['-f', 'lavfi', '-i', 'testsrc=duration=2:size=720x576:rate=25', ...silence, ...late],
    ...['-map', '0:v', '-map', '1:a', '-map', '2:a', '-c:v', 'mpeg2video'],
    ...['-c:a', 'pcm_s16le', '-ar', '48000'],
  );
}

async function findOnset(path: string, info: MediaInfo): Promise<number> {
  const blocks: number[] = [];
  for await (const block of decodeForRecognition(path, info, fixture.tools, signal)) {
    for (const sample of block) blocks.push(sample);
  }
  return findOnsetMs(Float32Array.from(blocks));
}

describe('[TR1] a file with several audio tracks', () => {
  it.each([
    ['two.mkv', ['-disposition:a:0', '0', '-disposition:a:1', 'default'], 1],
    ['first.mkv', [], 0],
    ['two.mp4', ['-disposition:a:0', '0', '-disposition:a:1', 'default'], 1],
    ['two.mxf', [], 0],
    ['two.ts', [], 0],
  ] as const)('%s', async (name, more, usual) => {
    const path = await (name.endsWith('mxf') ? makeTape(name) : makeTwo(name, ...more));
    const info = await probeMedia(path, fixture.tools);
    const tracks = listAudioTracks(info);
    expect(tracks).toHaveLength(2);
    const streams = info.streams.filter(({ kind }) => kind === 'audio');
    expect(info.audioStreamIndex).toBe(streams[usual]?.index);
    expect(await findOnset(path, withTrack(info, 0))).toBeLessThan(0);
    const onsetMs = await findOnset(path, withTrack(info, 1));
    expect(Math.abs(onsetMs - 1_000)).toBeLessThan(60);
  });

  it('says how its tracks are called', async () => {
    const path = await makeTwo(
      'named.mkv',
      ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger'],
      ...['-metadata:s:a:1', 'title=Kommentar'],
    );
    const info = await probeMedia(path, fixture.tools);
    expect(listAudioTracks(info)).toMatchObject([
      { track: 0, language: 'eng' },
      { track: 1, language: 'ger', title: 'Kommentar' },
    ]);
  });
});

describe('[TR3] what is known of one track', () => {
  it('is not taken for the peaks of another', async () => {
    const path = await makeTwo('peaks.mkv');
    const info = await probeMedia(path, fixture.tools);
    const findTools = () => Promise.resolve(fixture.tools);
    const cache = new PeakCache({ folder: join(fixture.folder, 'peaks'), findTools });
    const loudest = async (track: number): Promise<number> => {
      const peaks = await cache.open(path, withTrack(info, track));
      const { count } = await peaks.completed;
      const most = Math.max(...(await peaks.read(0, count)));
      await peaks.release();
      return most;
    };
    expect(await loudest(0)).toBe(0);
    expect(await loudest(1)).toBeGreaterThan(1_000);
    expect(readdirSync(join(fixture.folder, 'peaks'))).toHaveLength(2);
    await cache.dispose();
  });

  it('[TR4] is what an upload is planned by', async () => {
    const path = await makeTwo('planned.mkv');
    const info = await probeMedia(path, fixture.tools);
    expect(describeUpload(withTrack(info, 1))).toMatchObject({ hasSeveralTracks: true });
  });

  it('is played: a copy has that track alone, at its time, and the picture as it is', async () => {
    const path = await fixture.make(
      'film.mp4',
      ...pictureInput(2),
      ...[...silence, ...late, '-map', '0:v', '-map', '1:a', '-map', '2:a'],
      ...['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-ar', '48000'],
    );
    const info = withTrack(await probeMedia(path, fixture.tools), 1);
    const folder = join(fixture.folder, 'proxies');
    const request = { path, info, folder, identity: 'film-2' };
    expect(planPlayback(info)).toEqual({ reason: 'track', way: 'copy' });
    expect(planPlayback(withTrack(info, 0))).toBeUndefined();
    for (const way of ['copy', 'encode'] as const) {
      const options = { signal, onProgress: () => undefined };
      const copy = await makeProxy(request, way, fixture.tools, options);
      const made = await probeMedia(copy, fixture.tools);
      expect(made.streams).toMatchObject([
        { kind: 'video', codec: 'h264', width: 64 },
        { kind: 'audio', codec: 'aac' },
      ]);
      expect(Math.abs((await findOnset(copy, made)) - 1_000)).toBeLessThan(60);
    }
  });
});
