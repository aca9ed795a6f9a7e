import type { ReadAt } from './read-at';

/** What the head of a frame of sound says. */
export interface FrameHead {
  /** Of the whole frame. */
  readonly bytes: number;
  readonly samples: number;
  readonly rateHz: number;
  /** Bits of it a second, by its head; 0 where heads do not say. */
  readonly bitRate: number;
}

/** Reads the head of a frame at an index; undefined where none stands. */
export type ReadFrameHead = (bytes: Buffer, index: number) => FrameHead | undefined;

/** What a file of bare frames really holds, counted frame by frame. */
export interface FrameScan {
  readonly frames: number;
  readonly durationMs: number;
  /** Where the first frame begins. */
  readonly beginByte: number;
  /** Of the frames. */
  readonly frameBytes: number;
  /** What lies among and behind the frames and is none: tags of joined files, damage, covers. */
  readonly strayBytes: number;
  /** Whether every frame has the same rate of bits and of samples, as far as its head says. */
  readonly isConstant: boolean;
  /** The first frame, for what an encoder may have written into it. */
  readonly first: Buffer;
}

/** Read at a time. 3 h of MP3 are 170 of them. */
const pieceBytes = 1_048_576;
/** Longer than any frame and its follower's head. */
const mostFrameBytes = 16_384;

/**
 * Goes through a file from frame to frame. Only their heads are looked at, so that it takes little
 * longer than to read the file.
 * @param signal ends it between two pieces; what was counted until then is given
 */
export async function scanFrames(
  readAt: ReadAt,
  sizeBytes: number,
  readHead: ReadFrameHead,
  signal?: AbortSignal,
): Promise<FrameScan | undefined> {
  let piece: Buffer = Buffer.alloc(0);
  let pieceAt = 0;
  let at = 0;
  let beginByte: number | undefined;
  let first = Buffer.alloc(0);
  let frames = 0;
  let frameBytes = 0;
  let seconds = 0;
  let bitRate = -1;
  let rateHz = -1;
  let isConstant = true;
  while (at < sizeBytes && signal?.aborted !== true) {
    if (at + mostFrameBytes > pieceAt + piece.length && pieceAt + piece.length < sizeBytes) {
      piece = await readAt(at, pieceBytes);
      pieceAt = at;
      if (piece.length === 0) break;
    }
    const index = at - pieceAt;
    const head = readHead(piece, index);
    // A head alone is four bytes that sound may have as well; the next one settles it.
    const isFrame =
      head !== undefined && (frames > 0 || isFollowed(piece, index + head.bytes, readHead));
    if (!isFrame) {
      const skipped = readTagBytes(piece, index) ?? findFrame(piece, index + 1, readHead) - index;
      at += skipped;
      continue;
    }
    // Cut in its middle: nobody decodes it.
    if (at + head.bytes > sizeBytes) break;
    if (beginByte === undefined) {
      beginByte = at;
      first = Buffer.from(piece.subarray(index, index + head.bytes));
    }
    if (frames === 1) {
      bitRate = head.bitRate;
      rateHz = head.rateHz;
    }
    // What an encoder notes in the first frame may need more room than sound does.
    isConstant &&= frames === 0 || (head.bitRate === bitRate && head.rateHz === rateHz);
    frames += 1;
    frameBytes += head.bytes;
    seconds += head.samples / head.rateHz;
    at += head.bytes;
  }
  if (beginByte === undefined) return undefined;
  return {
    frames,
    durationMs: seconds * 1000,
    beginByte,
    frameBytes,
    strayBytes: sizeBytes - beginByte - frameBytes,
    isConstant,
    first,
  };
}

function isFollowed(bytes: Buffer, index: number, readHead: ReadFrameHead): boolean {
  return index >= bytes.length || readHead(bytes, index) !== undefined;
}

/** Where the next frame begins that another one follows; the last bytes wait for the next piece. */
function findFrame(bytes: Buffer, from: number, readHead: ReadFrameHead): number {
  for (let index = from; index + 8 < bytes.length; index += 1) {
    const head = bytes[index] === 0xff ? readHead(bytes, index) : undefined;
    if (head === undefined) continue;
    const next = index + head.bytes;
    if (next + 8 >= bytes.length || readHead(bytes, next) !== undefined) return index;
  }
  return Math.max(from, bytes.length - 8);
}

/** How long a tag is that begins here. Source: ID3v2.4.0 §3, ID3v1, APEv2. */
function readTagBytes(bytes: Buffer, index: number): number | undefined {
  const name = bytes.toString('latin1', index, index + 8);
  if (name.startsWith('ID3') && index + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes[index + at]! & 127), 0);
    const hasFooter = (bytes[index + 5]! & 0x10) !== 0;
    return 10 + size + (hasFooter ? 10 : 0);
  }
  if (name === 'APETAGEX' && index + 32 <= bytes.length) {
    const isHeader = (bytes.readUInt32LE(index + 20) & 0x2000_0000) !== 0;
    return isHeader ? 32 + bytes.readUInt32LE(index + 12) : 32;
  }
  return name.startsWith('TAG') && index + 128 === bytes.length ? 128 : undefined;
}
