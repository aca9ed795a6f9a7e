import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeForRecognition } from '../../../electron/services/media/decode-audio';
import { findMediaTools, type MediaTools } from '../../../electron/services/media/find-media-tools';
import { type MediaInfo, probeMedia } from '../../../electron/services/media/probe-media';
import type { DecodeWarning } from '../../../electron/services/media/decode-warning';
import { findStandaloneTools } from '../../helpers/find-standalone-tools';
import { findSystemTools } from '../../helpers/find-system-tools';

const run = promisify(execFile);

/** A temporary folder and real tools; media are made in it by ffmpeg's own generators, once each. */
export interface MediaFixture {
  readonly folder: string;
  readonly tools: MediaTools;
  /** The ffmpeg that makes the media; which one does is not the matter. */
  readonly maker: string;
  readonly make: (name: string, ...ffmpegArguments: string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** @param findTools by default those of the system: what they make of media is the matter */
export async function createMediaFixture(
  findTools: () => Promise<MediaTools> = findSystemTools,
): Promise<MediaFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'zimu-media-'));
  const tools = await findTools();
  const maker = findStandaloneTools().ZIMU_FFMPEG ?? tools.ffmpeg.path;
  const made = new Map<string, string>();
  return {
    folder,
    tools,
    maker,
    make: async (name, ...ffmpegArguments) => {
      const path = join(folder, name);
      const recipe = JSON.stringify(ffmpegArguments);
      if (made.get(path) === recipe && existsSync(path)) return path;
      const all = ['-v', 'error', '-y', '-nostdin', ...ffmpegArguments, `file:${path}`];
      await run(maker, all);
      made.set(path, recipe);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Tools that start at once, for media in which no version of them differs; old ones as well. */
export function findQuickTools(): Promise<MediaTools> {
  return findMediaTools({ environment: { ...process.env, ...findStandaloneTools() } });
}

export function toneInput(seconds: number, rateHz = 16_000): string[] {
  return ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}:sample_rate=${rateHz}`];
}

export function pictureInput(seconds: number): string[] {
  return ['-f', 'lavfi', '-i', `testsrc=duration=${seconds}:size=64x64:rate=10`];
}

export interface Heard {
  readonly info: MediaInfo;
  readonly samples: Float32Array;
  readonly warnings: readonly DecodeWarning[];
}

/** Probes and decodes a whole file. */
export async function hear(path: string, tools: MediaTools): Promise<Heard> {
  const info = await probeMedia(path, tools);
  const warnings: DecodeWarning[] = [];
  const blocks: Float32Array[] = [];
  const { signal } = new AbortController();
  const options = { onWarning: (warning: DecodeWarning) => void warnings.push(warning) };
  for await (const block of decodeForRecognition(path, info, tools, signal, options)) {
    blocks.push(block);
  }
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let written = 0;
  for (const block of blocks) {
    samples.set(block, written);
    written += block.length;
  }
  return { info, samples, warnings };
}

/** Time of the first sample that can be heard, in ms. */
export function findOnsetMs(samples: Float32Array): number {
  return samples.findIndex((sample) => Math.abs(sample) > 0.005) / 16;
}

/** Processes on Linux whose arguments name this path; elsewhere none can be listed. */
export async function listProcessesNaming(path: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const found: string[] = [];
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // A process may end between being listed and being looked at.
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(path)) found.push(line.replaceAll('\0', ' '));
  }
  return found;
}
