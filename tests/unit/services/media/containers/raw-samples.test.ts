import { describe, expect, it } from 'vitest';
import { findAiffSamples } from '../../../../../electron/services/media/containers/aiff-samples';
import { findAuSamples } from '../../../../../electron/services/media/containers/au-samples';
import { findCafSamples } from '../../../../../electron/services/media/containers/caf-samples';
import { findTrailingChunks } from '../../../../../electron/services/media/containers/chunks';
import type { MiscountedSamples } from '../../../../../electron/services/media/containers/raw-samples';
import type { ReadAt } from '../../../../../electron/services/media/containers/read-at';
import { findWave64Samples } from '../../../../../electron/services/media/containers/wave64-samples';

/** One second at 8 kHz, of bytes that are no head of anything. */
const soundBytes = 16_000;
const sound = Buffer.alloc(soundBytes, 200);
const text = (letters: string): Buffer => Buffer.from(letters, 'latin1');

function number(bytes: number, value: number, order: 'BE' | 'LE' = 'BE'): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) buffer[`writeBigInt64${order}`](BigInt(value));
  else if (order === 'BE') buffer.writeUIntBE(value, 0, bytes);
  else buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

const list32 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => number(4, value)));

function makeCaf(stated: number, behind: readonly Buffer[] = [], format = 'lpcm'): Buffer {
  const rate = Buffer.alloc(8);
  rate.writeDoubleBE(8_000);
  return Buffer.concat([
    ...[text('caff'), number(4, 0x1_0000), text('desc'), number(8, 32), rate, text(format)],
    ...[list32(2, 2, 1, 1, 16), text('data'), number(8, stated), number(4, 0), sound],
    ...behind,
  ]);
}

function makeAu(stated: number): Buffer {
  return Buffer.concat([text('.snd'), list32(28, stated, 3, 8_000, 1), Buffer.alloc(4), sound]);
}

function makeAiff(stated: number, behind: readonly Buffer[] = []): Buffer {
  const rate = Buffer.concat([number(2, 16_383 + 12), number(4, 8_000 * 2 ** 19), number(4, 0)]);
  const common = Buffer.concat([number(2, 1), number(4, 8_000), number(2, 16), rate]);
  return Buffer.concat([
    ...[text('FORM'), number(4, 0), text('AIFC'), text('COMM'), number(4, 24), common],
    ...[text('sowt'), number(2, 0), text('SSND'), number(4, stated), list32(0, 0), sound],
    ...behind,
  ]);
}

function makeWave64(stated: number): Buffer {
  const nameEnd = Buffer.from('f3acd3118cd100c04f8edb8a', 'hex');
  const head = (name: string, bytes: number): Buffer =>
    Buffer.concat([text(name), nameEnd, number(8, bytes, 'LE')]);
  const format = [number(2, 1, 'LE'), number(2, 1, 'LE'), number(4, 8_000, 'LE')];
  const rest = [number(4, 16_000, 'LE'), number(2, 2, 'LE'), number(2, 16, 'LE')];
  return Buffer.concat([
    ...[head('riff', 0), text('wave'), nameEnd, head('fmt ', 40), ...format, ...rest],
    ...[head('data', stated), sound],
  ]);
}

const toReadAt =
  (bytes: Buffer): ReadAt =>
  (offset, length) =>
    Promise.resolve(bytes.subarray(offset, offset + length));

type Find = (readAt: ReadAt, sizeBytes: number) => Promise<MiscountedSamples | undefined>;
const look = (find: Find, bytes: Buffer): ReturnType<Find> => find(toReadAt(bytes), bytes.length);

describe('[MD1] the samples of a file whose header is wrong about how many there are', () => {
  it.each<[string, Find, (stated: number) => Buffer, number, number, string]>([
    ['AIFF', findAiffSamples, makeAiff, soundBytes + 8, 8, 's16le'],
    ['AU', findAuSamples, makeAu, soundBytes, 0, 's16be'],
    ['CAF', findCafSamples, makeCaf, soundBytes + 4, 4, 's16le'],
    ['W64', findWave64Samples, makeWave64, soundBytes + 24, 24, 's16le'],
  ])('%s', async (_name, find, make, right, counted, format) => {
    expect(await look(find, make(right))).toBeUndefined();
    for (const wrong of [0, 4_000, right * 4]) {
      const bytes = make(wrong);
      const found = await look(find, bytes);
      expect(found?.statedBytes).toBe(wrong - counted);
      expect(found?.samples).toEqual({
        ...{ format, rateHz: 8_000, channels: 1, bytesPerFrame: 2 },
        beginByte: bytes.length - soundBytes,
      });
    }
  });

  it('an AU and a CAF may say that they go to the end', async () => {
    expect(await look(findAuSamples, makeAu(0xffff_ffff))).toBeUndefined();
    expect(await look(findCafSamples, makeCaf(-1))).toBeUndefined();
  });

  it('what stands behind the sound is none', async () => {
    const info = [text('info'), number(8, 6_000), Buffer.alloc(6_000, 65)];
    const name = [text('NAME'), number(4, 6_000), Buffer.alloc(6_000, 65)];
    expect(await look(findCafSamples, makeCaf(soundBytes + 4, info))).toBeUndefined();
    expect(await look(findAiffSamples, makeAiff(soundBytes + 8, name))).toBeUndefined();
    for (const [find, bytes, behind] of [
      [findCafSamples, makeCaf(4_000, info), 6_012],
      [findAiffSamples, makeAiff(4_000, name), 6_008],
    ] as const) {
      const { samples, chunks } = (await look(find, bytes))!;
      const end = await findTrailingChunks(
        toReadAt(bytes),
        samples.beginByte,
        bytes.length,
        chunks!,
      );
      expect(end).toBe(bytes.length - behind);
    }
  });

  it('what is packed is left to others', async () => {
    expect(await look(findCafSamples, makeCaf(4_000, [], 'ima4'))).toBeUndefined();
  });
});
