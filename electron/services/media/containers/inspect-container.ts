import { openRegularFile } from '../../files/regular-file';
import { readAdtsHead } from './adts';
import { type ReadClockMarks, readProgramMarks, readTransportMarks } from './broadcast-clock';
import { findAlacLengthMs } from './caf-length';
import { doesClockJump } from './clock-jump';
import type { ContainerFacts } from './container-facts';
import { type FrameScan, scanFrames } from './frame-scan';
import { judgeMpegAudio, readMpegAudioHead } from './mpeg-audio';
import { countOggLinks } from './ogg-links';
import { createReadAt, type ReadAt } from './read-at';
import { findWaveSound } from './wave-sound';

interface Inspected {
  readonly readAt: ReadAt;
  readonly sizeBytes: number;
  /** As the container states it. */
  readonly statedMs: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** From {@link scanAhead}. */
  readonly ahead: Promise<FrameScan | undefined>;
}

type Inspector = (file: Inspected) => Promise<ContainerFacts>;

function lookForJumps(readMarks: ReadClockMarks): Inspector {
  return async ({ readAt, sizeBytes, signal }) =>
    (await doesClockJump(readAt, sizeBytes, readMarks, signal)) ? { doesClockJump: true } : {};
}

/** Lengths that differ by less are the same: encoders add a beginning that decoders cut off. */
const toleratedMs = 100;

/**
 * Containers whose word is not taken, by the names of ffmpeg's demuxers: those that state no length
 * or one that nobody keeps right, and those in which a media element seeks by guessing.
 */
const inspectors: Readonly<Record<string, Inspector>> = {
  wav: async ({ readAt, sizeBytes }) => (await findWaveSound(readAt, sizeBytes)) ?? {},
  mp3: async ({ readAt, sizeBytes, statedMs, signal, ahead }) => {
    const scan = (await ahead) ?? (await scanFrames(readAt, sizeBytes, readMpegAudioHead, signal));
    if (scan === undefined) return {};
    const { durationMs, isClockRight } = judgeMpegAudio(scan);
    return {
      ...correctLength(statedMs, durationMs),
      ...(isClockRight ? {} : { playsBy: 'copy' as const }),
    };
  },
  // Without an index and with frames of any length: its own length is a guess as well.
  aac: async ({ readAt, sizeBytes, statedMs, signal }) => {
    const scan = await scanFrames(readAt, sizeBytes, readAdtsHead, signal);
    if (scan === undefined) return {};
    return { ...correctLength(statedMs, scan.durationMs), playsBy: 'copy' };
  },
  caf: async ({ readAt, statedMs }) => {
    const durationMs = await findAlacLengthMs(readAt);
    return durationMs === undefined ? {} : correctLength(statedMs, durationMs, 1);
  },
  ogg: async ({ readAt, sizeBytes, signal }) =>
    (await countOggLinks(readAt, sizeBytes, signal)) > 1 ? { playsBy: 'encode' } : {},
  // Live recordings have neither a length nor an index.
  matroska: ({ statedMs }) =>
    Promise.resolve(statedMs === undefined ? { playsBy: 'copy' as const } : {}),
  mpegts: lookForJumps(readTransportMarks),
  mpeg: lookForJumps(readProgramMarks),
  flac: ({ statedMs }) =>
    Promise.resolve(statedMs === undefined ? { playsBy: 'copy' as const } : {}),
};

/** What is known of a file before it is looked into. */
export interface Stated {
  /** As ffprobe gives it. */
  readonly formatName: string;
  readonly statedMs: number | undefined;
  readonly ahead?: Promise<FrameScan | undefined>;
}

const nothingAhead = Promise.resolve(undefined);

/**
 * Begins to count the frames of what is called an MP3 while ffprobe is still asked what it is: hours of
 * them take as long as ffprobe does. Never rejects.
 */
export async function scanAhead(
  path: string,
  signal?: AbortSignal,
): Promise<FrameScan | undefined> {
  if (!/\.mp3$/i.test(path)) return undefined;
  const file = await openRegularFile(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    return await scanFrames(createReadAt(file), size, readMpegAudioHead, signal);
  } catch {
    // Whoever reads the file next has the same trouble, and says so.
    return undefined;
  } finally {
    await file.close();
  }
}

/**
 * Looks into a file whose container may be mistaken about it.
 * @returns nothing where the container is right, or the file cannot be read, as others will say
 */
export async function inspectContainer(
  path: string,
  { formatName, statedMs, ahead = nothingAhead }: Stated,
  signal?: AbortSignal,
): Promise<ContainerFacts> {
  const name = formatName.split(',').find((each) => inspectors[each] !== undefined);
  if (name === undefined) return {};
  const file = await openRegularFile(path).catch(() => undefined);
  if (file === undefined) return {};
  try {
    const { size } = await file.stat();
    const inspected = { readAt: createReadAt(file), sizeBytes: size, statedMs, signal, ahead };
    return await inspectors[name]!(inspected);
  } catch {
    // A disk that fails is told of by whoever needs the sound.
    return {};
  } finally {
    await file.close();
  }
}

/** @param forgivenMs lengths that differ by no more are the same */
function correctLength(
  statedMs: number | undefined,
  durationMs: number,
  forgivenMs = toleratedMs,
): ContainerFacts {
  const isRight = statedMs !== undefined && Math.abs(statedMs - durationMs) <= forgivenMs;
  return isRight ? {} : { durationMs: Math.round(durationMs) };
}
