import { cafChunks, cafHeadBytes } from './caf-samples';
import { type Chunk, walkChunks } from './chunks';
import type { ReadAt } from './read-at';

const tableHeadBytes = 24;
/** A length in the table of packets takes no more. */
const mostLengthBytes = 9;

/**
 * How long ALAC in a CAF is, ms. Its packets have thousands of samples, of which the last is seldom
 * full: what they count together is up to half a second too much. The table of packets says how many samples
 * are valid; ffmpeg writes all of them there, but the last packet says its own number.
 * Sources: Apple Core Audio Format Specification 1.0; Apple Lossless, `ALACEncoder.cpp`.
 * @returns undefined where it holds something else, or does not say
 */
export async function findAlacLengthMs(readAt: ReadAt): Promise<number | undefined> {
  const chunks = new Map<string, Chunk>();
  for await (const chunk of walkChunks(readAt, cafHeadBytes, cafChunks)) {
    chunks.set(chunk.name, chunk);
  }
  const [description, data, table] = ['desc', 'data', 'pakt'].map((name) => chunks.get(name));
  if (description === undefined || data === undefined || table === undefined) return undefined;
  const shape = await readAt(description.at, 32);
  if (shape.length < 32 || shape.toString('latin1', 8, 12) !== 'alac') return undefined;
  const [rateHz, packetSamples] = [shape.readDoubleBE(0), shape.readUInt32BE(20)];
  const head = await readAt(table.at, tableHeadBytes);
  if (head.length < tableHeadBytes || !(rateHz >= 1)) return undefined;
  const [packets, valid] = [Number(head.readBigInt64BE(0)), Number(head.readBigInt64BE(8))];
  if (packets < 1) return undefined;
  if (valid > 0 && valid < packets * packetSamples) return (valid / rateHz) * 1000;
  const last = await readLastPacket(readAt, data, table);
  const samples = (packets - 1) * packetSamples + (last ?? packetSamples);
  return (samples / rateHz) * 1000;
}

/** How many samples the last packet has; undefined where it is full. */
async function readLastPacket(
  readAt: ReadAt,
  data: Chunk,
  table: Chunk,
): Promise<number | undefined> {
  const length = Math.min(mostLengthBytes, table.size - tableHeadBytes);
  const bytes = [...(await readAt(table.at + table.size - length, length))];
  // Seven bits in each byte; all but the last of a number have the highest one.
  const begin = bytes.slice(0, -1).findLastIndex((byte) => byte < 0x80) + 1;
  const packetBytes = bytes.slice(begin).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const head = await readAt(data.at + data.size - packetBytes, 7);
  if (packetBytes < 7 || head.length < 7) return undefined;
  // Kind, instance and unused bits; then whether it says its number, in 32 bits behind three others.
  const bits = head.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const hasNumber = ((bits >> 36n) & 1n) === 1n;
  return hasNumber ? Number((bits >> 1n) & 0xffff_ffffn) : undefined;
}
