import type { RawSamples } from './raw-samples';
import type { ReadAt } from './read-at';

const mostChunks = 256;
/** Remains shorter than this share of a second are of no sound that anybody misses. */
const heardShare = 1 / 20;

interface Common {
  readonly format: string | undefined;
  readonly rateHz: number;
  readonly channels: number;
  readonly bytesPerFrame: number;
}

/**
 * The samples of an AIFF whose length is not that of the file; undefined where it is right, or no AIFF.
 * Source: Audio Interchange File Format 1.3; AIFF-C draft of 1991.
 */
export async function findAiffSamples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<RawSamples | undefined> {
  const form = await readAt(0, 12);
  if (!/^FORM.{4}AIF[FC]$/s.test(form.toString('latin1'))) return undefined;
  let at = 12;
  let common: Common | undefined;
  for (let count = 0; count < mostChunks; count += 1) {
    const head = await readAt(at, 16);
    if (head.length < 16) return undefined;
    const name = head.toString('latin1', 0, 4);
    const bytes = head.readUInt32BE(4);
    if (name === 'COMM') common = readCommon(await readAt(at + 8, 22));
    if (name === 'SSND') {
      if (common?.format === undefined) return undefined;
      const { format, ...shape } = common;
      const beginByte = at + 16 + head.readUInt32BE(8);
      const endByte = at + 8 + bytes;
      const isRight = await endsWell(readAt, endByte, sizeBytes, shape);
      return isRight ? undefined : { format, ...shape, beginByte };
    }
    at += 8 + bytes + (bytes % 2);
  }
  return undefined;
}

function readCommon(bytes: Buffer): Common | undefined {
  if (bytes.length < 18) return undefined;
  const channels = bytes.readUInt16BE(0);
  const bits = bytes.readUInt16BE(6);
  // 80 bits: an exponent, and a mantissa of which the upper half has all of a rate.
  const exponent = (bytes.readUInt16BE(8) & 0x7fff) - 16_383;
  const rateHz = bytes.readUInt32BE(10) * 2 ** (exponent - 31);
  const compression = bytes.length < 22 ? 'NONE' : bytes.toString('latin1', 18, 22);
  const format = findFormat(compression, bits);
  if (channels === 0 || rateHz < 1) return undefined;
  return { format, rateHz, channels, bytesPerFrame: Math.ceil(bits / 8) * channels };
}

/** A plain AIFF has the next chunk where the name of a compression stands: it is none of these. */
function findFormat(compression: string, bits: number): string | undefined {
  if (compression === 'fl32') return 'f32be';
  if (compression === 'sowt') return bits === 16 ? 's16le' : undefined;
  if (/^(?:ulaw|alaw|ima4|fl64|MAC\d|Qcl[pq]|G7)/i.test(compression)) return undefined;
  return { 8: 's8', 16: 's16be', 24: 's24be', 32: 's32be' }[bits];
}

/** Whether sound that ends there is followed by the end or by other chunks. */
async function endsWell(
  readAt: ReadAt,
  endByte: number,
  sizeBytes: number,
  { rateHz, bytesPerFrame }: { readonly rateHz: number; readonly bytesPerFrame: number },
): Promise<boolean> {
  if (Math.abs(sizeBytes - endByte) < rateHz * bytesPerFrame * heardShare) return true;
  let at = endByte + (endByte % 2);
  while (at < sizeBytes) {
    const head = await readAt(at, 8);
    if (!/^[A-Za-z(][\x20-\x7e]{3}/.test(head.toString('latin1')) || head.length < 8) return false;
    const bytes = head.readUInt32BE(4);
    at += 8 + bytes + (bytes % 2);
  }
  return at === sizeBytes || at === sizeBytes + 1;
}
