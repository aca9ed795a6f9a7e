import { execFileSync } from 'node:child_process';

/**
 * Makes a media file as `makeMedia` does, always with the ffmpeg of the system: the filters here are
 * written as it knows them, which the older one that npm brings does not.
 */
export function makeFiltered(path: string, ffmpegArguments: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...ffmpegArguments, `file:${path}`]);
}
