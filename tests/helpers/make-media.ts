import { execFileSync } from 'node:child_process';

/** Makes a media file with ffmpeg, from generated sound or a fixture. */
export function makeMedia(path: string, ffmpegArguments: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...ffmpegArguments, `file:${path}`]);
}
