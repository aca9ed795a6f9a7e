import { execFileSync } from 'node:child_process';

/** Samples of any recording at 16 kHz mono, -1 to 1, by ffmpeg, as every program here gets them. */
export function readAudio(path) {
  const bytes = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-nostdin', '-i', path, '-ac', '1', '-ar', '16000', '-f', 'f32le', 'pipe:1'],
    { maxBuffer: 1 << 30 },
  );
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4).slice();
}
