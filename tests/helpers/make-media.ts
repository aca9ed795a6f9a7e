import { execFileSync } from 'node:child_process';

/** Makes a media file with ffmpeg, from generated sound or a fixture; see `useStandaloneTools`. */
export function makeMedia(path: string, ffmpegArguments: readonly string[]): void {
  const all = ['-v', 'error', '-nostdin', '-y', ...ffmpegArguments, `file:${path}`];
  execFileSync(process.env['ZIMU_FFMPEG'] || 'ffmpeg', all);
}
