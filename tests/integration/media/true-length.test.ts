import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMediaFixture,
  findQuickTools,
  hear,
  type MediaFixture,
  toneInput,
} from './media-fixture';

let fixture: MediaFixture;

beforeAll(async () => {
  fixture = await createMediaFixture(findQuickTools);
});
afterAll(() => fixture.remove());

/** 30 s that are quiet at first and noise later, so that a variable rate of bits varies. */
const uneven = [
  ...['-f', 'lavfi', '-i', "anoisesrc=d=30:r=16000:a=0.5,volume='lt(20,t)':eval=frame"],
  ...['-c:a', 'libmp3lame', '-q:a', '2', '-ar', '16000'],
];

async function place(name: string, ...parts: Buffer[]): Promise<string> {
  const path = join(fixture.folder, name);
  await writeFile(path, Buffer.concat(parts));
  return path;
}

/** Encoders add a frame or two at both ends of each part. */
const toleratedMs = 300;

async function expectWhole(path: string, durationMs: number): Promise<void> {
  const { info, samples, warnings } = await hear(path, fixture.tools);
  expect(Math.abs(samples.length / 16 - durationMs)).toBeLessThan(toleratedMs);
  expect(Math.abs(info.durationMs! - durationMs)).toBeLessThan(toleratedMs);
  expect(warnings).toEqual([]);
}

describe('[MD1] the length of bare frames is counted', () => {
  test('an MP3 of one rate of bits is what it says', async () => {
    // What the encoder notes in the first frame takes more room than the others have.
    for (const rate of ['8k', '48k']) {
      const path = await fixture.make(`plain-${rate}.mp3`, ...toneInput(10), '-b:a', rate);
      await expectWhole(path, 10_000);
      expect((await hear(path, fixture.tools)).info.facts).toBeUndefined();
    }
  });

  test('an MP3 of a variable rate, with and without its first frame', async () => {
    for (const first of ['1', '0']) {
      const path = await fixture.make(`vbr-${first}.mp3`, ...uneven, '-write_xing', first);
      await expectWhole(path, 30_000);
      expect((await hear(path, fixture.tools)).info.facts?.playsBy).toBe('copy');
    }
  });

  test.each([
    ['a third', 1 / 3],
    ['three times', 3],
  ])('an MP3 whose first frame says %s', async (_case, factor) => {
    const bytes = await readFile(
      await fixture.make('stated.mp3', ...uneven, '-id3v2_version', '0'),
    );
    const at = bytes.indexOf('Xing') + 8;
    bytes.writeUInt32BE(Math.round(bytes.readUInt32BE(at) * factor), at);
    await expectWhole(await place('lies.mp3', bytes), 30_000);
  });

  test('joined MP3s, whose second one has a cover and another rate', async () => {
    const [first, second] = await Promise.all([
      readFile(await fixture.make('a.mp3', ...toneInput(5), '-b:a', '32k')),
      readFile(await fixture.make('b.mp3', ...toneInput(7), '-b:a', '64k')),
    ]);
    const cover = Buffer.concat([
      Buffer.from('ID3\x04\0\0\0\0\x4e\x10APIC', 'latin1'),
      Buffer.alloc(10_000 - 4, 1),
    ]);
    const path = await place('joined.mp3', first, cover, second);
    await expectWhole(path, 12_000);
    expect((await hear(path, fixture.tools)).info.facts?.playsBy).toBe('copy');
  });

  test('AAC as broadcast, once and joined', async () => {
    const path = await fixture.make('once.aac', ...toneInput(10), '-c:a', 'aac');
    await expectWhole(path, 10_000);
    const bytes = await readFile(path);
    await expectWhole(await place('twice.aac', bytes, bytes), 20_000);
    expect((await hear(path, fixture.tools)).info.facts?.playsBy).toBe('copy');
  });

  test('joined WAVs', async () => {
    const bytes = await readFile(await fixture.make('once.wav', ...toneInput(5)));
    await expectWhole(await place('twice.wav', bytes, bytes), 10_000);
  });

  test.each(['libopus', 'libvorbis'])('joined Ogg files (%s)', async (codec) => {
    const make = (name: string, offset: string): Promise<string> =>
      fixture.make(name, ...toneInput(5, 48_000), '-c:a', codec, '-serial_offset', offset);
    const first = await readFile(await make(`first-${codec}.ogg`, '0'));
    const second = await readFile(await make(`second-${codec}.ogg`, '9'));
    const path = await place(`joined-${codec}.ogg`, first, second);
    const { info, samples } = await hear(path, fixture.tools);
    expect(Math.abs(samples.length / 16 - 10_000)).toBeLessThan(toleratedMs);
    expect(info.facts?.playsBy).toBe('encode');
  });
});

describe('[MD1] packed sound in a CAF is heard whole, and as long as it is', () => {
  test.each([
    ['alac', 8_000, 1],
    ['alac', 16_000, 6],
    ['alac', 44_100, 2],
    ['adpcm_ima_qt', 8_000, 1],
    ['adpcm_ima_qt', 44_100, 2],
  ])('%s of %i Hz, %i channels', async (codec, rateHz, channels) => {
    const name = `${codec}-${rateHz}.caf`;
    const sound = [...toneInput(11, rateHz), '-ac', String(channels), '-c:a', codec];
    const path = await fixture.make(name, ...sound);
    const { info, samples, warnings } = await hear(path, fixture.tools);
    expect(info.container.name).toBe('caf');
    expect(Math.abs(samples.length / 16 - 11_000)).toBeLessThan(10);
    expect(Math.abs(info.durationMs! - 11_000)).toBeLessThan(10);
    expect(warnings).toEqual([]);
  });

  test('where its table says how many samples are valid, that is believed', async () => {
    const path = await fixture.make('said.caf', ...toneInput(11, 8_000), '-c:a', 'alac');
    const bytes = await readFile(path);
    const valid = bytes.lastIndexOf('pakt') + 12 + 8;
    bytes.writeBigInt64BE(84_000n, valid);
    const said = await place('valid.caf', bytes);
    expect((await hear(said, fixture.tools)).info.durationMs).toBe(10_500);
  });
});
