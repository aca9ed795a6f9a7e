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
  return toSamples(bytes);
}

/** The samples of each channel at 16 kHz, decoded once for all of them. */
export function readChannels(path: string, channels: number): readonly Float32Array[] {
  const bytes = execFileSync(
    process.env['ZIMU_FFMPEG'] ?? 'ffmpeg',
    ['-v', 'error', '-i', path, '-ar', '16000', '-f', 'f32le', '-'],
    { maxBuffer: 1 << 28 },
  );
  const samples = toSamples(bytes);
  return Array.from({ length: channels }, (_, channel) => {
    const own = new Float32Array(Math.ceil((samples.length - channel) / channels));
    for (let at = 0; at < own.length; at += 1) own[at] = samples[at * channels + channel]!;
    return own;
  });
}

/** A copy, because the bytes need not start at a multiple of four. */
function toSamples(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
