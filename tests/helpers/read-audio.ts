import { execFileSync } from 'node:child_process';

/**
 * Decodes a fixture to mono samples at 16 kHz with the ffmpeg of the machine.
 * @param channel only this one; by default all are mixed
 */
export function readAudio(path: string, channel?: number): Float32Array {
  const filter = channel === undefined ? [] : ['-af', `pan=mono|c0=c${String(channel)}`];
  const bytes = execFileSync(
    process.env['ZIMU_FFMPEG'] ?? 'ffmpeg',
    ['-v', 'error', '-i', path, ...filter, '-ac', '1', '-ar', '16000', '-f', 'f32le', '-'],
    { maxBuffer: 1 << 28 },
  );
  // A copy, because the bytes need not start at a multiple of four.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** The samples of each channel at 16 kHz, decoded once for all of them. */
export function readChannels(path: string, channels: number): readonly Float32Array[] {
  const bytes = execFileSync(
    process.env['ZIMU_FFMPEG'] ?? 'ffmpeg',
    ['-v', 'error', '-i', path, '-ar', '16000', '-f', 'f32le', '-'],
    { maxBuffer: 1 << 28 },
  );
  const samples = new Float32Array(Uint8Array.from(bytes).buffer);
  return Array.from({ length: channels }, (_, channel) =>
    samples.filter((_sample, index) => index % channels === channel),
  );
}
