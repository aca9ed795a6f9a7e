import { peaksPerSecond } from './peaks';

/**
 * The peak file: 32 bytes of header, then the pairs of level 0 as 16-bit numbers, all
 * little-endian.
 *
 *     offset  type     what
 *     0       4 bytes  "ZPK1"
 *     4       uint16   version, now 1
 *     6       uint16   bytes of header, 32; a later version may make it longer
 *     8       uint32   peaks a second
 *     12      uint32   state: 0 growing, 1 complete
 *     16      uint32   pairs; 0 while growing
 *     20      uint32   unused, 0
 *     24      float64  length of the sound in ms; 0 while growing
 *
 * Coarse levels are not in it: they take a few milliseconds to derive, and without them the file
 * is written strictly from front to back, so that any process can read it while it grows. A
 * growing file holds `floor((size - 32) / 4)` pairs. A complete one holds exactly what its header
 * says; otherwise it is damaged and is thrown away, as all it costs is a decoding.
 */
export const peakFileHeaderBytes = 32;
export const bytesPerPeak = 4;

const magic = 0x314b505a;
const version = 1;

export interface PeakFileHeader {
  readonly peaksPerSecond: number;
  readonly isComplete: boolean;
  readonly count: number;
  readonly durationMs: number;
}

/** Header of a file whose peaks are still to come. */
export const growingHeader: PeakFileHeader = {
  peaksPerSecond,
  isComplete: false,
  count: 0,
  durationMs: 0,
};

export function formatPeakFileHeader(header: PeakFileHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(peakFileHeaderBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, version, true);
  view.setUint16(6, peakFileHeaderBytes, true);
  view.setUint32(8, header.peaksPerSecond, true);
  view.setUint32(12, header.isComplete ? 1 : 0, true);
  view.setUint32(16, header.count, true);
  view.setFloat64(24, header.durationMs, true);
  return bytes;
}

/** The header at the beginning of `bytes`; undefined where it is none or of another version. */
export function parsePeakFileHeader(bytes: Uint8Array): PeakFileHeader | undefined {
  if (bytes.length < peakFileHeaderBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOurs =
    view.getUint32(0, true) === magic &&
    view.getUint16(4, true) === version &&
    view.getUint16(6, true) === peakFileHeaderBytes &&
    view.getUint32(8, true) === peaksPerSecond;
  if (!isOurs) return undefined;
  return {
    peaksPerSecond: view.getUint32(8, true),
    isComplete: view.getUint32(12, true) === 1,
    count: view.getUint32(16, true),
    durationMs: view.getFloat64(24, true),
  };
}

/** Whole pairs in a peak file of this size. */
export function countPeaks(fileBytes: number): number {
  return Math.max(0, Math.floor((fileBytes - peakFileHeaderBytes) / bytesPerPeak));
}
