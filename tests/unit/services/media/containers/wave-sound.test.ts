import { describe, expect, test } from 'vitest';
import { applyPatches } from '../../../../../electron/services/media/containers/file-view';
import type { ReadAt } from '../../../../../electron/services/media/containers/read-at';
import { findWaveSound } from '../../../../../electron/services/media/containers/wave-sound';
import { makeChunk, makeLongWave, makeLyingWave } from '../../../../helpers/lying-wave';
import { makeWav } from '../../../../helpers/make-wav';

const fiveSeconds = { durationMs: 5_000 };
const soundBytes = 160_000;
const secondBytes = 32_000;
const note = makeChunk('LIST', Buffer.from('INFOIART\x06\0\0\0Ann\0\0\0', 'latin1'));

function find(file: Buffer): ReturnType<typeof findWaveSound> {
  const readAt: ReadAt = (offset, length) =>
    Promise.resolve(file.subarray(offset, offset + length));
  return findWaveSound(readAt, file.length);
}

describe('[MD1] a header that lies', () => {
  test.each([
    ['0', 0],
    ['all ones', 0xffff_ffff],
    ['a largest number of SoX', 0x7fff_f000],
    ['a largest number of ffmpeg', 0xffff_ffdb],
    ['1 s', secondBytes],
    ['an odd number of bytes', 32_001],
  ])('%s: all five seconds are found', async (_case, statedBytes) => {
    const file = makeLyingWave(statedBytes, fiveSeconds);
    const sound = await find(file);
    expect(sound).toMatchObject({ durationMs: 5_000, view: { endByte: 44 + soundBytes } });
    expect(sound).not.toHaveProperty('statedMs');
    applyPatches(sound!.view, file, 0);
    expect(file.equals(makeWav(fiveSeconds))).toBe(true);
  });

  test.each([
    ['0', 0],
    ['all ones', 0xffff_ffff],
    ['1 s', secondBytes],
  ])('%s: chunks behind the sound do not become sound', async (_case, statedBytes) => {
    const behind = Buffer.concat([note, makeChunk('id3 ', Buffer.alloc(333, 65))]);
    const sound = await find(makeLyingWave(statedBytes, { ...fiveSeconds, behind }));
    expect(sound).toMatchObject({ durationMs: 5_000, view: { endByte: 44 + soundBytes } });
  });

  test('more than there is: what it should have been is kept', async () => {
    const sound = await find(makeLyingWave(4 * soundBytes, fiveSeconds));
    expect(sound).toMatchObject({ durationMs: 5_000, statedMs: 20_000 });
  });

  test.each([
    ['0', 0],
    ['1 s', secondBytes],
  ])('in 64 bits, %s', async (_case, statedBytes) => {
    const file = makeLongWave(statedBytes, fiveSeconds);
    const sound = await find(file);
    expect(sound).toMatchObject({ durationMs: 5_000, view: { endByte: file.length } });
    applyPatches(sound!.view, file, 0);
    expect(file.equals(makeLongWave(soundBytes, fiveSeconds))).toBe(true);
  });

  test.each([1, 2])('wrapped over 4 GB (%i)', async (wraps) => {
    const length = wraps * 2 ** 32 + soundBytes;
    const head = makeLyingWave(soundBytes, { durationMs: 0 });
    const behind = Buffer.concat([note, Buffer.alloc(0)]);
    const bytesAt = (offset: number): number => {
      const past = offset - 44 - length;
      return offset < 44 ? head[offset]! : past >= 0 ? behind[past]! : (offset * 37) & 255;
    };
    const sizeBytes = 44 + length + behind.length;
    const readAt: ReadAt = (offset, wanted) => {
      const count = Math.max(0, Math.min(wanted, sizeBytes - offset));
      return Promise.resolve(
        Buffer.from(Array.from({ length: count }, (_, at) => bytesAt(offset + at))),
      );
    };
    const sound = await findWaveSound(readAt, sizeBytes);
    expect(sound?.view.endByte).toBe(44 + length);
    expect(sound?.durationMs).toBe(Math.round(length / 32));
  });
});

describe('[MD1] a header that is right is trusted', () => {
  test.each([
    ['nothing behind', Buffer.alloc(0)],
    ['a list of notes', note],
    ['several chunks', Buffer.concat([makeChunk('cue ', Buffer.alloc(28)), note])],
    ['an odd chunk without its padding', makeChunk('id3 ', Buffer.alloc(333)).subarray(0, -1)],
    ['a tag of MP3', Buffer.concat([Buffer.from('TAG'), Buffer.alloc(2_000, 32)])],
    ['space that was set aside', Buffer.alloc(64_000)],
    ['a few bytes of anything', Buffer.alloc(1_000, 77)],
  ])('%s', async (_case, behind) => {
    const file = makeLyingWave(soundBytes, { ...fiveSeconds, behind });
    expect(await find(file)).toBeUndefined();
  });

  test('in 64 bits', async () => {
    expect(await find(makeLongWave(soundBytes, fiveSeconds))).toBeUndefined();
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no WAV', Buffer.from('RIFF\0\0\0\0AVI LIST')],
  ['a header alone', makeWav({ durationMs: 0 })],
  [
    'no format',
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), makeChunk('data', Buffer.alloc(99))]),
  ],
])('of %s nothing is said', async (_case, file) => {
  expect(await find(file)).toBeUndefined();
});
