import type { RawSamples } from './raw-samples';
import type { ReadAt } from './read-at';

/** What all names of chunks end with, behind four letters. */
const nameEnd = Buffer.from('f3acd3118cd100c04f8edb8a', 'hex');
const headBytes = 24;
const mostChunks = 256;
const heardShare = 1 / 20;
const extensible = 0xfffe;

/**
 * The samples of a W64 whose length is not that of the file; undefined where it is right, or no W64.
 * Source: Sony Wave64, Sonic Foundry.
 */
export async function findWave64Samples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<RawSamples | undefined> {
  const riff = await readAt(0, 40);
  if (riff.length < 40 || riff.toString('latin1', 0, 4) !== 'riff') return undefined;
  if (riff.toString('latin1', headBytes, headBytes + 4) !== 'wave') return undefined;
  let at = 40;
  let shape: Omit<RawSamples, 'beginByte'> | undefined;
  for (let count = 0; count < mostChunks; count += 1) {
    const head = await readAt(at, headBytes);
    if (!isChunk(head)) return undefined;
    const name = head.toString('latin1', 0, 4);
    const bytes = Number(head.readBigUInt64LE(16));
    if (name === 'fmt ') shape = readShape(await readAt(at + headBytes, 26));
    if (name === 'data') {
      if (shape === undefined) return undefined;
      const { rateHz, bytesPerFrame } = shape;
      const end = at + bytes;
      const isAtEnd = Math.abs(sizeBytes - end) < rateHz * bytesPerFrame * heardShare;
      const isFollowed =
        bytes >= headBytes && isChunk(await readAt(end + ((8 - (end % 8)) % 8), headBytes));
      return isAtEnd || isFollowed ? undefined : { ...shape, beginByte: at + headBytes };
    }
    at += bytes + ((8 - (bytes % 8)) % 8);
  }
  return undefined;
}

function isChunk(head: Buffer): boolean {
  return (
    head.length === headBytes &&
    head.subarray(4, 16).equals(nameEnd) &&
    head.readBigUInt64LE(16) <= BigInt(Number.MAX_SAFE_INTEGER)
  );
}

function readShape(bytes: Buffer): Omit<RawSamples, 'beginByte'> | undefined {
  if (bytes.length < 16) return undefined;
  const stated = bytes.readUInt16LE(0);
  const tag = stated === extensible && bytes.length >= 26 ? bytes.readUInt16LE(24) : stated;
  const bits = bytes.readUInt16LE(14);
  const whole: Readonly<Record<number, string>> = {
    8: 'u8',
    16: 's16le',
    24: 's24le',
    32: 's32le',
  };
  const real: Readonly<Record<number, string>> = { 32: 'f32le', 64: 'f64le' };
  const format = tag === 1 ? whole[bits] : tag === 3 ? real[bits] : undefined;
  const channels = bytes.readUInt16LE(2);
  const rateHz = bytes.readUInt32LE(4);
  if (format === undefined || channels === 0 || rateHz === 0) return undefined;
  return { format, rateHz, channels, bytesPerFrame: (bits / 8) * channels };
}
