import { readFileSync } from 'node:fs';

/** Samples of a 16-bit mono WAV that ffmpeg wrote, -1 to 1. */
export function readWav(path) {
  const bytes = readFileSync(path);
  let at = 12;
  while (bytes.toString('latin1', at, at + 4) !== 'data') at += 8 + bytes.readUInt32LE(at + 4);
  const count = Math.floor((bytes.length - at - 8) / 2);
  return Float32Array.from(
    { length: count },
    (_, index) => bytes.readInt16LE(at + 8 + 2 * index) / 32768,
  );
}
