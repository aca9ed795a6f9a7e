import { execFileSync } from 'node:child_process';

/** Decodes a fixture to mono samples at 16 kHz with the ffmpeg of the machine. */
export function readAudio(path: string): Float32Array {
  const bytes = execFileSync(
    process.env['ZIMU_FFMPEG'] ?? 'ffmpeg',
    ['-v', 'error', '-i', path, '-ac', '1', '-ar', '16000', '-f', 'f32le', '-'],
    { maxBuffer: 1 << 28 },
  );
  // A copy, because the bytes need not start at a multiple of four.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
