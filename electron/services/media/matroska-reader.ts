/**
 * A reader for the one kind of Matroska that ffmpeg pipes to us: a single uncompressed audio
 * track. It exists because a raw PCM pipe has no time stamps: a recorder's pause would vanish and
 * every later word would come too early. Matroska is the container for that which every ffmpeg
 * writes to a pipe; a block costs 7 bytes and each holds one decoded frame.
 *
 * Not a general demuxer: sizes of containers are ignored (on a pipe they are unknown), lacing
 * and other tracks do not occur.
 * Source: RFC 8794 (EBML), RFC 9559 (Matroska).
 */
export class MatroskaReader {
  private header = Buffer.alloc(0);
  private payloadBytes = 0;
  private skippedBytes = 0;
  private clusterMs = 0;

  /** Takes the next piece of the pipe, of any size, and gives what became readable. */
  push(chunk: Buffer): MatroskaEvent[] {
    const events: MatroskaEvent[] = [];
    let rest = this.header.length === 0 ? chunk : Buffer.concat([this.header, chunk]);
    this.header = Buffer.alloc(0);
    while (rest.length > 0) {
      if (this.skippedBytes > 0) {
        const count = Math.min(this.skippedBytes, rest.length);
        this.skippedBytes -= count;
        rest = rest.subarray(count);
      } else if (this.payloadBytes > 0) {
        const count = Math.min(this.payloadBytes, rest.length);
        events.push({ kind: 'bytes', bytes: rest.subarray(0, count) });
        this.payloadBytes -= count;
        rest = rest.subarray(count);
      } else {
        const used = this.readHeader(rest, events);
        if (used === 0) break;
        rest = rest.subarray(used);
      }
    }
    // A copy: a view would hold on to the whole chunk.
    if (rest.length > 0) this.header = Buffer.from(rest);
    return events;
  }

  /** Bytes used, or 0 where the header is not complete yet. */
  private readHeader(bytes: Buffer, events: MatroskaEvent[]): number {
    const idLength = vintLength(bytes[0]!);
    const sizeByte = bytes[idLength];
    if (sizeByte === undefined) return 0;
    const sizeLength = vintLength(sizeByte);
    const dataAt = idLength + sizeLength;
    if (bytes.length < dataAt) return 0;
    const id = bytes.readUIntBE(0, idLength);
    if (opened.has(id)) return dataAt;

    const size = readSize(bytes, idLength, sizeLength);
    if (id === clusterTimestampId) {
      if (bytes.length < dataAt + size) return 0;
      this.clusterMs = readUnsigned(bytes, dataAt, size);
      return dataAt + size;
    }
    if (id === simpleBlockId || id === blockId) {
      if (bytes.length < dataAt + blockHeaderLength) return 0;
      const timestampMs = this.clusterMs + bytes.readInt16BE(dataAt + 1);
      events.push({ kind: 'block', timestampMs });
      this.payloadBytes = size - blockHeaderLength;
      return dataAt + blockHeaderLength;
    }
    this.skippedBytes = size;
    return dataAt;
  }
}

export type MatroskaEvent =
  /** A decoded frame begins; its samples follow. The time is the container's, in ms. */
  | { readonly kind: 'block'; readonly timestampMs: number }
  /** Samples, possibly not whole ones. Valid until the chunk they came from is reused. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

const segmentId = 0x18538067;
const clusterId = 0x1f43b675;
const blockGroupId = 0xa0;
const clusterTimestampId = 0xe7;
const simpleBlockId = 0xa3;
const blockId = 0xa1;
const opened: ReadonlySet<number> = new Set([segmentId, clusterId, blockGroupId]);
/** Track number (one byte), relative time (two), flags (one). */
const blockHeaderLength = 4;

/** How many bytes a variable-length number has, told by the zero bits it begins with. */
function vintLength(firstByte: number): number {
  const length = Math.clz32(firstByte) - 23;
  if (length > 8) throw new RangeError('Not a Matroska stream');
  return length;
}

function readSize(bytes: Buffer, offset: number, length: number): number {
  const first = bytes[offset]! & (0xff >> length);
  return readUnsigned(bytes, offset + 1, length - 1, first);
}

function readUnsigned(bytes: Buffer, offset: number, length: number, first = 0): number {
  let value = first;
  for (let index = 0; index < length; index += 1) value = value * 256 + bytes[offset + index]!;
  return value;
}
