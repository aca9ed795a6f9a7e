/** One mark of a clock in the bytes of a broadcast. */
export interface ClockMark {
  /** Whose clock it is: programs of one stream have their own. */
  readonly clock: number;
  readonly seconds: number;
}

/** Finds the marks in a piece that may begin anywhere. */
export type ReadClockMarks = (bytes: Buffer) => readonly ClockMark[];

/**
 * Marks of MPEG-TS, in packets of 188 bytes, or of more as cameras and receivers write them.
 * Source: ISO/IEC 13818-1 §2.4.3.4 (program clock reference).
 */
export const readTransportMarks: ReadClockMarks = (bytes) => {
  const marks: ClockMark[] = [];
  const { at: begin, step } = findPackets(bytes);
  for (let at = begin; step > 0 && at + 188 <= bytes.length; at += step) {
    if (bytes[at] !== 0x47) continue;
    const hasField = (bytes[at + 3]! & 0x20) !== 0;
    if (!hasField || bytes[at + 4]! < 7 || (bytes[at + 5]! & 0x10) === 0) continue;
    const ticks = bytes.readUInt32BE(at + 6) * 2 + (bytes[at + 10]! >> 7);
    marks.push({ clock: bytes.readUInt16BE(at + 1) & 0x1fff, seconds: ticks / 90_000 });
  }
  return marks;
};

function findPackets(bytes: Buffer): { readonly at: number; readonly step: number } {
  for (let at = 0; at < 1_024; at += 1) {
    for (const step of [188, 192, 204]) {
      const places = [0, 1, 2, 3, 4].map((count) => bytes[at + count * step]);
      if (places.every((byte) => byte === 0x47 || byte === undefined) && places[1] === 0x47) {
        return { at, step };
      }
    }
  }
  return { at: 0, step: 0 };
}

/** Marks of MPEG-PS, as DVDs have it. Source: ISO/IEC 13818-1 §2.5.3.3 (pack header). */
export const readProgramMarks: ReadClockMarks = (bytes) => {
  const marks: ClockMark[] = [];
  const packStart = Buffer.from([0, 0, 1, 0xba]);
  for (let at = bytes.indexOf(packStart); at !== -1; at = bytes.indexOf(packStart, at + 4)) {
    if (at + 10 > bytes.length) break;
    const [a, b, c, d, e] = [4, 5, 6, 7, 8].map((offset) => bytes[at + offset]!);
    const isSecond = (a! & 0xc0) === 0x40;
    if (!isSecond && (a! & 0xf0) !== 0x20) continue;
    // Bits 32 to 30 stand in front; those of the first version begin two bits further on.
    const high = isSecond ? (a! >> 3) & 7 : (a! >> 1) & 7;
    const ticks = isSecond
      ? high * 2 ** 30 +
        (((a! & 3) << 28) |
          (b! << 20) |
          ((c! >> 3) << 15) |
          ((c! & 3) << 13) |
          (d! << 5) |
          (e! >> 3))
      : high * 2 ** 30 + ((b! << 22) | ((c! >> 1) << 15) | (d! << 7) | (e! >> 1));
    marks.push({ clock: 0, seconds: ticks / 90_000 });
  }
  return marks;
};
