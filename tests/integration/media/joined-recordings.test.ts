import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMediaFixture, hear, type MediaFixture } from './media-fixture';

let fixture: MediaFixture;

beforeAll(async () => {
  fixture = await createMediaFixture();
});
afterAll(() => fixture.remove());

/** 5.06 s of sound that is loud from 0.25 s to 0.75 s, beside a picture of 6 s. */
const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=0.5,adelay=250,apad,atrim=0:5.06'];
const picture = ['-f', 'lavfi', '-i', 'testsrc=duration=6:size=64x64:rate=25'];
const broadcast = [
  '-c:v',
  'mpeg2video',
  '-r',
  '25',
  '-g',
  '5',
  '-bf',
  '0',
  '-c:a',
  'mp2',
  '-b:a',
  '64k',
];

async function joinFiles(name: string, parts: readonly string[]): Promise<string> {
  const path = join(fixture.folder, name);
  await writeFile(path, Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))));
  return path;
}

/** Where something begins to be heard after at least a second of silence, in ms. */
function findOnsets(samples: Float32Array): number[] {
  const onsets: number[] = [];
  let lastLoud = -16_000;
  for (const [at, sample] of samples.entries()) {
    if (Math.abs(sample) < 0.01) continue;
    if (at - lastLoud >= 16_000) onsets.push(at / 16);
    lastLoud = at;
  }
  return onsets;
}

describe('[MD3] recordings that were joined', () => {
  const expected = [250, 6_250, 12_250, 18_250];

  test.each([
    ['.ts', 'mpegts'],
    ['.mpg', 'mpeg'],
  ])('%s: words stand where the picture stands, and nothing is missing', async (ending, format) => {
    const all = [...picture, ...sound, ...broadcast, '-f', format];
    const first = await fixture.make(`first${ending}`, ...all);
    const second = await fixture.make(`second${ending}`, ...all, '-output_ts_offset', '7200');
    const path = await joinFiles(`joined${ending}`, [first, second, first, second]);
    const { info, samples, warnings } = await hear(path, fixture.tools);
    const onsets = findOnsets(samples);
    expect(onsets).toHaveLength(4);
    for (const [at, onset] of onsets.entries()) {
      expect(Math.abs(onset - expected[at]!)).toBeLessThan(100);
    }
    expect(Math.abs(info.durationMs! - 24_000)).toBeLessThan(300);
    expect(warnings).toEqual([]);
  });

  test('sound alone follows sound', async () => {
    const all = [...sound, '-c:a', 'mp2', '-b:a', '64k', '-f', 'mpegts'];
    const first = await fixture.make('sound-1.ts', ...all);
    const second = await fixture.make('sound-2.ts', ...all, '-output_ts_offset', '500');
    const path = await joinFiles('sound.ts', [second, first]);
    const { info, samples, warnings } = await hear(path, fixture.tools);
    const onsets = findOnsets(samples);
    expect(onsets.map((onset) => Math.round(onset / 100))).toEqual([3, 53]);
    expect(Math.abs(info.durationMs! - 10_120)).toBeLessThan(100);
    expect(warnings).toEqual([]);
  });
});

describe('[MD3] an edit list', () => {
  const film = ['-c:v', 'mpeg4', '-g', '25', '-c:a', 'aac'];
  const late = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=0.5,adelay=3000'];

  test('of a film that was cut without being encoded anew: sound stays beside its picture', async () => {
    const whole = await fixture.make('whole.mp4', ...picture, ...late, ...film);
    const cut = await fixture.make('cut.mp4', '-ss', '2.3', '-i', whole, '-c', 'copy');
    const [onset] = findOnsets((await hear(cut, fixture.tools)).samples);
    expect(Math.abs(onset! - 700)).toBeLessThan(60);
  });

  test.each([
    ['of sound that begins before its picture', 0, 0.8, 3_000],
    ['of sound that begins after it', 0.8, 0, 3_800],
  ])('%s', async (name, soundOffset, pictureOffset, expected) => {
    const path = await fixture.make(
      `${name}.mp4`,
      ...['-itsoffset', String(pictureOffset), ...picture],
      ...['-itsoffset', String(soundOffset), ...late, ...film],
    );
    const [onset] = findOnsets((await hear(path, fixture.tools)).samples);
    expect(Math.abs(onset! - expected)).toBeLessThan(60);
  });
});
