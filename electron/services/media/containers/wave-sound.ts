import { areChunksToEnd, type Chunk, findTrailingChunks, walkChunks } from './chunks';
import type { FileView } from './file-view';
import type { ReadAt } from './read-at';
import { isUnknownLength } from './unknown-length';
import { waveChunks } from './wave-chunks';

/** Where the sound of a WAV really lies, of one whose header says something else. */
export interface WaveSound {
  /** As it should have been written. */
  readonly view: FileView;
  readonly durationMs: number;
  /** Where the header says more than there is: the file was cut, and this is what it had. */
  readonly statedMs?: number;
}

/** What stands before the sound. */
interface WaveHead {
  readonly data: Chunk;
  /** As stated, in 64 bits where the file is of that kind. */
  readonly statedBytes: number;
  readonly bytesPerSecond: number;
  readonly blockBytes: number;
  /** Where the lengths of 64 bits stand. */
  readonly ds64At: number | undefined;
}

const wrap = 2 ** 32;
/** Remains shorter than this share of a second are of no sound that anybody misses. */
const heardShare = 1 / 20;

/**
 * Holds the length that a WAV states against what the file has. A recorder that was cut off, or
 * wrote into a pipe, leaves the length it began with (0, all ones, the largest signed number, or
 * that of the last time it looked), and above 4 GB the number wraps. Programs that read it on trust
 * hear a part, or nothing.
 *
 * A header is right where its length ends at the end of the file or before chunks that are known;
 * then nothing is given.
 * Source: the RIFF chapter of "Multimedia Programming Interface and Data Specifications 1.0"; EBU
 * Tech 3306 (RF64).
 */
export async function findWaveSound(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<WaveSound | undefined> {
  const head = await readHead(readAt);
  if (head === undefined) return undefined;
  const { data, statedBytes, bytesPerSecond, blockBytes } = head;
  const availableBytes = sizeBytes - data.at;
  if (availableBytes <= 0) return undefined;
  const isOpen = isUnknownLength(statedBytes);
  if (!isOpen && (await isRight(readAt, head, statedBytes, sizeBytes))) return undefined;

  const end =
    (await findWrapped(readAt, head, sizeBytes)) ??
    (await findTrailingChunks(readAt, data.at, sizeBytes, waveChunks));
  const soundBytes = end - data.at - ((end - data.at) % blockBytes);
  if (soundBytes <= 0) return undefined;
  const toMs = (bytes: number): number => Math.round((bytes / bytesPerSecond) * 1000);
  return {
    view: createView(head, soundBytes),
    durationMs: toMs(soundBytes),
    ...(!isOpen && statedBytes > availableBytes ? { statedMs: toMs(statedBytes) } : {}),
  };
}

async function readHead(readAt: ReadAt): Promise<WaveHead | undefined> {
  const riff = await readAt(0, 12);
  if (riff.length < 12 || riff.toString('latin1', 8) !== 'WAVE') return undefined;
  const kind = riff.toString('latin1', 0, 4);
  if (kind !== 'RIFF' && kind !== 'RF64' && kind !== 'BW64') return undefined;
  let format = { bytesPerSecond: 0, blockBytes: 0 };
  let ds64: { readonly at: number; readonly dataBytes: number } | undefined;
  for await (const chunk of walkChunks(readAt, riff.length, waveChunks)) {
    if (chunk.name === 'fmt ') {
      const bytes = await readAt(chunk.at, Math.min(chunk.size, 20));
      if (bytes.length < 16) return undefined;
      format = readFormat(bytes);
    } else if (chunk.name === 'ds64') {
      const bytes = await readAt(chunk.at, 16);
      if (bytes.length < 16) return undefined;
      ds64 = { at: chunk.at, dataBytes: Number(bytes.readBigUInt64LE(8)) };
    } else if (chunk.name === 'data') {
      if (format.bytesPerSecond === 0 || format.blockBytes === 0) return undefined;
      // Of 64 bits only where the 32 do not do.
      const isLong = ds64 !== undefined && chunk.size === wrap - 1;
      const statedBytes = isLong ? ds64!.dataBytes : chunk.size;
      return { data: chunk, statedBytes, ...format, ds64At: isLong ? ds64!.at : undefined };
    }
  }
  return undefined;
}

/** Tags of kinds whose blocks have as many samples as is said, and of which few get the rate right. */
const adpcmTags = new Set([0x02, 0x11, 0x31]);

function readFormat(bytes: Buffer): Pick<WaveHead, 'bytesPerSecond' | 'blockBytes'> {
  const blockBytes = bytes.readUInt16LE(12);
  const blockSamples =
    adpcmTags.has(bytes.readUInt16LE(0)) && bytes.length >= 20 ? bytes.readUInt16LE(18) : 0;
  const bytesPerSecond =
    blockSamples > 0 ? (bytes.readUInt32LE(4) * blockBytes) / blockSamples : bytes.readUInt32LE(8);
  return { bytesPerSecond, blockBytes };
}

/** Whether sound of this length is followed by the end or by what may follow it. */
async function isRight(
  readAt: ReadAt,
  { data, bytesPerSecond }: WaveHead,
  soundBytes: number,
  sizeBytes: number,
): Promise<boolean> {
  const end = data.at + soundBytes;
  if (end > sizeBytes) return end - sizeBytes < bytesPerSecond * heardShare;
  if (sizeBytes - end < bytesPerSecond * heardShare) return true;
  const behind = end + (soundBytes % 2);
  if (await areChunksToEnd(readAt, behind, sizeBytes, waveChunks)) return true;
  if (/^(?:TAG|ID3|APETAGEX)/.test((await readAt(end, 8)).toString('latin1'))) return true;
  return isBlank(readAt, end, sizeBytes);
}

/** Space that was set aside, or a disk's last block: looked at in as many places as are quick. */
async function isBlank(readAt: ReadAt, begin: number, end: number): Promise<boolean> {
  const pieceBytes = 4_096;
  const pieces = Math.min(64, Math.ceil((end - begin) / pieceBytes));
  const step = (end - begin) / pieces;
  for (let piece = 0; piece < pieces; piece += 1) {
    const bytes = await readAt(Math.floor(begin + piece * step), pieceBytes);
    if (bytes.some((byte) => byte !== 0)) return false;
  }
  return true;
}

/** The end of sound whose length lost its higher bits. */
async function findWrapped(
  readAt: ReadAt,
  head: WaveHead,
  sizeBytes: number,
): Promise<number | undefined> {
  if (head.ds64At !== undefined) return undefined;
  for (let bytes = head.statedBytes + wrap; head.data.at + bytes <= sizeBytes; bytes += wrap) {
    if (await isRight(readAt, head, bytes, sizeBytes)) return head.data.at + bytes;
  }
  return undefined;
}

function createView({ data, ds64At }: WaveHead, soundBytes: number): FileView {
  const endByte = data.at + soundBytes;
  if (ds64At !== undefined) {
    return {
      endByte,
      patches: [
        { offset: ds64At, bytes: toUint64(endByte - 8) },
        { offset: ds64At + 8, bytes: toUint64(soundBytes) },
      ],
    };
  }
  return {
    endByte,
    patches: [
      { offset: 4, bytes: toUint32(endByte - 8) },
      { offset: data.at - 4, bytes: toUint32(soundBytes) },
    ],
  };
}

/** All ones where it is more, which readers take for "to the end". */
function toUint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(Math.min(value, wrap - 1));
  return bytes;
}

function toUint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
