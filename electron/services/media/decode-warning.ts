import { assertHasAudio, type MediaInfo } from './probe-media';
import { describeComplaint } from './media-input';
import { describeEnd, type ToolEnd } from './run-tool';

/** What a person should know about audio that was decoded all the same. */
export interface DecodeWarning {
  /** Parts could not be decoded, or there is less than the container states (a cut file). */
  readonly kind: 'damaged' | 'shorter-than-stated';
  readonly decodedMs: number;
  readonly statedMs: number | undefined;
  /** The decoder's last words or how it ended; empty where the sound just stops. */
  readonly reason: string;
  /** Whether the decoder was killed or crashed: the recording itself may be whole. */
  readonly hasDecoderDied: boolean;
}

/** What became of a decoder that gave some sound. */
export interface Decoding {
  readonly decodedMs: number;
  /** Silence that was laid between sounds, where time stamps have a gap. */
  readonly filledMs: number;
  readonly lines: readonly string[];
  readonly end: ToolEnd;
}

/** Containers often state a length rounded to their last frame or index entry. */
const shortfallMs = 1_000;
const shortfallShare = 0.02;
/** Where the tool complained as well, less is enough. */
const complainedShortfallMs = 250;

/** Complaints of what reads sound, not of what finds it in the file. */
const soundComplaint = /Error while decoding|Error submitting packet to decoder/i;

/** Why the decoder ended as it did, as a reason to tell; undefined after a good end. */
export function findReason(path: string, { lines, end }: Decoding): string | undefined {
  // What a killed decoder complained of before is not why the sound ends.
  if (end.signal !== undefined) return describeEnd(end);
  return describeComplaint(lines, path) ?? describeEnd(end);
}

/**
 * What is to be said of a decoded recording: something only where sound is missing. Tools complain of
 * much that nobody misses, such as the seam of two recordings or a frame that is cut off at the end.
 */
export function judgeDecoding(info: MediaInfo, decoding: Decoding): DecodeWarning | undefined {
  const { decodedMs, end } = decoding;
  const statedMs = findStatedMs(info);
  const reason = findReason(info.path, decoding);
  const hasDecoderDied = end.signal !== undefined;
  const isShort = isShorter(decodedMs, statedMs, shortfallMs);
  const hasGivenUp = hasDecoderDied || end.exitCode !== 0;
  if (!isShort && !hasGivenUp && !(reason !== undefined && isMissing(info, decoding))) {
    return undefined;
  }
  return {
    kind: isShort ? 'shorter-than-stated' : 'damaged',
    decodedMs: Math.round(decodedMs),
    statedMs,
    reason: reason ?? '',
    hasDecoderDied,
  };
}

/** Whether sound is missing that a tool complained of. */
function isMissing(info: MediaInfo, { decodedMs, filledMs, lines }: Decoding): boolean {
  if (filledMs > 0 && lines.some((line) => soundComplaint.test(line))) return true;
  const statedMs = findStatedMs(info);
  if (statedMs !== undefined) return statedMs - decodedMs > complainedShortfallMs;
  // Of picture and sound together only the end of both is known.
  return isShorter(decodedMs, info.durationMs, shortfallMs);
}

function isShorter(decodedMs: number, statedMs: number | undefined, leastMs: number): boolean {
  return (
    statedMs !== undefined && statedMs - decodedMs > Math.max(leastMs, statedMs * shortfallShare)
  );
}

/** Where the sound should end; unknown where only the length of picture and sound together is. */
function findStatedMs(info: MediaInfo): number | undefined {
  const stream = assertHasAudio(info);
  if (info.facts?.statedMs !== undefined) return info.facts.statedMs;
  if (stream.durationMs !== undefined) return stream.startOffsetMs + stream.durationMs;
  return info.streams.some((other) => other.kind === 'video') ? undefined : info.durationMs;
}
