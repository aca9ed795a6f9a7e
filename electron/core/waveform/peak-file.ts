import { countOfLevel, levelCount, peaksPerSecond } from './peaks';

/**
 * The peak file: a header of 80 bytes, then the levels of `peaks.ts`, from fine to coarse, as
 * pairs of 16-bit numbers. All is little-endian.
 *
 *     offset  type     what
 *     0       4 bytes  "ZPK1"
 *     4       uint16   version, now 2
 *     6       uint16   bytes of header, 80
 *     8       uint32   peaks a second on level 0
 *     12      uint32   state: 0 growing, 1 complete
 *     16      uint32   levels, 6
 *     20      uint32   unused, 0
 *     24      float64  length of the sound in ms; 0 while growing
 *     32      6 times, for each level:
 *             uint32   offset of its first pair; 0 while level 0 grows
 *             uint32   its pairs; 0 while level 0 grows
 *
 * Level 0 is written from front to back, so that any process can read it while it grows: then it
 * has `floor((size - 80) / 4)` pairs, and coarser levels are derived from it. Size first, then
 * header: when level 0 is whole, the header tells where the levels begin, and only then are the
 * coarser ones written, which are there when the state is 1. A complete file has exactly the
 * levels of its header; otherwise it is damaged and is thrown away, as all it costs is a decoding.
 */
export const peakFileHeaderBytes = 32 + levelCount * 8;
export const bytesPerPeak = 4;

const magic = 0x314b505a;
const version = 2;
const levelsAt = 32;

export interface PeakFileLevel {
  /** Offset of its first pair in the file. */
  readonly beginByte: number;
  /** Its pairs. */
  readonly count: number;
}

export interface PeakFileHeader {
  readonly peaksPerSecond: number;
  /** Whether all levels are there. */
  readonly isComplete: boolean;
  /** From fine to coarse; empty while level 0 grows. */
  readonly levels: readonly PeakFileLevel[];
  readonly durationMs: number;
}

/** Header of a file whose peaks are still to come. */
export const growingHeader: PeakFileHeader = {
  peaksPerSecond,
  isComplete: false,
  levels: [],
  durationMs: 0,
};

/** Where the levels of a file lie that has `count` pairs on level 0. */
export function layOutLevels(count: number): PeakFileLevel[] {
  let beginByte = peakFileHeaderBytes;
  return Array.from({ length: levelCount }, (_, level) => {
    const place = { beginByte, count: countOfLevel(count, level) };
    beginByte += place.count * bytesPerPeak;
    return place;
  });
}

export function formatPeakFileHeader(header: PeakFileHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(peakFileHeaderBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, version, true);
  view.setUint16(6, peakFileHeaderBytes, true);
  view.setUint32(8, header.peaksPerSecond, true);
  view.setUint32(12, header.isComplete ? 1 : 0, true);
  view.setUint32(16, levelCount, true);
  view.setFloat64(24, header.durationMs, true);
  for (const [level, { beginByte, count }] of header.levels.entries()) {
    view.setUint32(levelsAt + level * 8, beginByte, true);
    view.setUint32(levelsAt + level * 8 + 4, count, true);
  }
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
    view.getUint32(8, true) === peaksPerSecond &&
    view.getUint32(16, true) === levelCount;
  if (!isOurs) return undefined;
  const levels = Array.from({ length: levelCount }, (_, level) => ({
    beginByte: view.getUint32(levelsAt + level * 8, true),
    count: view.getUint32(levelsAt + level * 8 + 4, true),
  }));
  return {
    peaksPerSecond: view.getUint32(8, true),
    isComplete: view.getUint32(12, true) === 1,
    levels: levels[0]!.beginByte === 0 ? [] : levels,
    durationMs: view.getFloat64(24, true),
  };
}

/** Whole pairs of level 0 in a file of this size, which was asked before the header was read. */
export function countPeaks(header: PeakFileHeader, fileBytes: number): number {
  const [base] = header.levels;
  if (base !== undefined) return base.count;
  return Math.max(0, Math.floor((fileBytes - peakFileHeaderBytes) / bytesPerPeak));
}

/** Whether a file of this size holds what its header says, with every level at its place. */
export function isWhole(header: PeakFileHeader, fileBytes: number): boolean {
  const [base] = header.levels;
  if (!header.isComplete || base === undefined) return false;
  const expected = layOutLevels(base.count);
  const isAsLaidOut = expected.every(
    ({ beginByte, count }, level) =>
      header.levels[level]!.beginByte === beginByte && header.levels[level]!.count === count,
  );
  const last = expected.at(-1)!;
  return isAsLaidOut && fileBytes === last.beginByte + last.count * bytesPerPeak;
}
