import { execFile, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

export type AudioContainer =
  | 'wav'
  | 'mp3'
  | 'aac'
  | 'ogg'
  | 'flac'
  | 'mp4'
  | 'asf'
  | 'amr'
  | 'matroska';

/** What a decoder would say of a file. */
export interface ProbedAudio {
  readonly container: AudioContainer | undefined;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Moving pictures, not the cover of an album. */
  readonly hasVideo: boolean;
  /** The container is right, but no audio comes out of it. */
  readonly isBroken: boolean;
}

/** Names a container by its first bytes; undefined for what is none of the vendor's nine. */
export function identifyContainer(head: Uint8Array): AudioContainer | undefined {
  const ascii = (begin: number, end: number) => String.fromCharCode(...head.subarray(begin, end));
  const [first = 0, second = 0] = head;
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return 'wav';
  if (ascii(0, 4) === 'OggS') return 'ogg';
  if (ascii(0, 4) === 'fLaC') return 'flac';
  if (ascii(4, 8) === 'ftyp') return 'mp4';
  if (ascii(0, 5) === '#!AMR') return 'amr';
  if (first === 0x30 && second === 0x26 && head[2] === 0xb2) return 'asf';
  if (first === 0x1a && second === 0x45 && head[2] === 0xdf) return 'matroska';
  if (ascii(0, 3) === 'ID3') return 'mp3';
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac';
  if (first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0) return 'mp3';
  return undefined;
}

/** Looks at a file: a WAV by its header, everything else with ffprobe, or by a guess without it. */
export async function probeAudio(path: string): Promise<ProbedAudio> {
  const { size } = await stat(path);
  const head = await readHead(path);
  const container = identifyContainer(head);
  const found =
    container === undefined
      ? undefined
      : container === 'wav'
        ? readWavHeader(head, size)
        : await askFfprobe(path, size);
  return {
    container,
    sizeBytes: size,
    durationMs: found?.durationMs ?? 0,
    channels: found?.channels ?? 1,
    sampleRateHz: found?.sampleRateHz ?? 16_000,
    hasVideo: found?.hasVideo ?? false,
    isBroken: found === undefined,
  };
}

/** Whether nothing is to be heard; stops at the first sample above the noise of a 16-bit file. */
export async function isSilent(path: string): Promise<boolean> {
  // Most that comes is plain samples, for which no decoder need be started.
  const samples = findPlainSamples(await readHead(path));
  return samples === undefined ? decodesToSilence(path) : holdsSilence(path, samples);
}

/** Where the 16-bit samples of a WAV are, first and last byte; undefined for all else. */
function findPlainSamples(head: Uint8Array): { start: number; end: number } | undefined {
  if (identifyContainer(head) !== 'wav') return undefined;
  const view = Buffer.from(head);
  let isPlain = false;
  for (let at = 12; at + 8 <= view.length;) {
    const name = view.toString('latin1', at, at + 4);
    const length = view.readUInt32LE(at + 4);
    if (name === 'data') {
      const start = at + 8;
      return isPlain ? { start, end: length === 0 ? Infinity : start + length - 1 } : undefined;
    }
    if (name === 'fmt ' && at + 24 <= view.length) {
      isPlain = view.readUInt16LE(at + 8) === 1 && view.readUInt16LE(at + 22) === 16;
    }
    at += 8 + length + (length & 1);
  }
  return undefined;
}

async function holdsSilence(
  path: string,
  samples: { readonly start: number; readonly end: number },
): Promise<boolean> {
  let odd = Buffer.alloc(0);
  let count = 0;
  for await (const piece of createReadStream(path, samples)) {
    const bytes = Buffer.concat([odd, piece as Buffer]);
    const end = bytes.length & ~1;
    odd = bytes.subarray(end);
    count += end;
    if (isLoud(bytes, end)) return false;
  }
  return count > 0;
}

function isLoud(bytes: Buffer, end: number): boolean {
  for (let at = 0; at < end; at += 2) {
    if (Math.abs(bytes.readInt16LE(at)) > 8) return true;
  }
  return false;
}

function decodesToSilence(path: string): Promise<boolean> {
  const child = spawn(
    process.env['ZIMU_FFMPEG'] ?? 'ffmpeg',
    ['-v', 'quiet', '-nostdin', '-i', `file:${path}`, '-f', 's16le', '-ar', '8000', '-'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return new Promise((fulfil) => {
    let odd = Buffer.alloc(0);
    let count = 0;
    child.stdout.on('data', (piece: Buffer) => {
      const bytes = Buffer.concat([odd, piece]);
      const end = bytes.length & ~1;
      odd = bytes.subarray(end);
      count += end;
      if (!isLoud(bytes, end)) return;
      child.kill();
      fulfil(false);
    });
    // Without ffmpeg, or where it decodes nothing, silence is not claimed.
    child.on('error', () => fulfil(false));
    child.on('close', () => fulfil(count > 0));
  });
}

interface Found {
  readonly durationMs: number;
  readonly hasVideo: boolean;
  readonly channels: number;
  readonly sampleRateHz: number;
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function readWavHeader(head: Uint8Array, size: number): Found | undefined {
  const view = Buffer.from(head);
  let format: { channels: number; rateHz: number; bytesPerSecond: number } | undefined;
  for (let at = 12; at + 8 <= view.length;) {
    const name = view.toString('latin1', at, at + 4);
    const length = view.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 24 <= view.length) {
      format = {
        channels: view.readUInt16LE(at + 10),
        rateHz: view.readUInt32LE(at + 12),
        bytesPerSecond: view.readUInt32LE(at + 16),
      };
    }
    if (name === 'data' && format !== undefined && format.bytesPerSecond > 0) {
      // A streamed WAV leaves its length at 0 or at the largest number. A header that promises
      // more than there is (as the tests for two hours do) is believed, as by a first look.
      const isOpen = length === 0 || length === 0xffffffff;
      const bytes = isOpen ? size - at - 8 : length;
      const durationMs = Math.round((bytes / format.bytesPerSecond) * 1000);
      return {
        ...{ durationMs, channels: format.channels, sampleRateHz: format.rateHz },
        hasVideo: false,
      };
    }
    at += 8 + length + (length & 1);
  }
  return undefined;
}

const ffprobeOutput = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string(),
      channels: z.number().optional(),
      sample_rate: z.string().optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
  format: z.object({ duration: z.string().optional() }).optional(),
});

async function askFfprobe(path: string, size: number): Promise<Found | undefined> {
  const program = process.env['ZIMU_FFPROBE'] ?? 'ffprobe';
  try {
    const { stdout } = await run(program, [
      ...['-v', 'error', '-show_streams', '-show_format', '-of', 'json', `file:${path}`],
    ]);
    const { streams, format } = ffprobeOutput.parse(JSON.parse(stdout));
    const audio = streams.find((stream) => stream.codec_type === 'audio');
    if (audio === undefined) return undefined;
    return {
      durationMs: Math.round(Number(format?.duration ?? 0) * 1000),
      channels: audio.channels ?? 1,
      sampleRateHz: Number(audio.sample_rate ?? 16_000),
      hasVideo: streams.some(
        ({ codec_type: type, disposition }) => type === 'video' && disposition?.attached_pic !== 1,
      ),
    };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // 64 kbit/s, mono: good enough where the length matters to nobody.
    return isMissing
      ? { durationMs: Math.round(size / 8), channels: 1, sampleRateHz: 16_000, hasVideo: false }
      : undefined;
  }
}
