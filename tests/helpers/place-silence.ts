import { truncateSync, writeFileSync } from 'node:fs';
import { makeWav } from './make-wav';

/**
 * A 16-bit WAV of silence, mono, 16 kHz, of any length: the file system keeps no zeros, so that
 * hours cost nothing to make.
 * @returns `path`
 */
export function placeSilence(path: string, durationMs: number): string {
  const header = makeWav({ durationMs: 0, claimedMs: durationMs });
  writeFileSync(path, header);
  truncateSync(path, header.length + durationMs * 32);
  return path;
}
