import { recognitionRateHz } from '../../engine';
import { energyPerMs, findQuiet, ignoreClicks, measureLoudness } from './find-quiet';
import { findSoundEnd } from './find-sound-end';
import type { ChunkSpan } from './tokeniser';

/**
 * Places tokens in time by the decoder's cross-attention: where the heads that follow the sound
 * looked while a token was predicted (the idea is that of Whisper's word times; six heads with
 * their raw weights did better here than normalised ones). A Viterbi path gives every frame to a
 * token or, between chunks, to silence, which quiet frames draw. Pure arithmetic.
 */

/** How far the encoder's convolutions advance for one attention frame. */
const frameMs = 24;
/** Centre of frame 0, by the widths of the encoder's convolutions. */
const firstCentreMs = 28;

/** What a silent state scores on a quiet frame and on any other. Chosen on one half of a sample. */
const quietScore = 0.1;
const loudScore = -0.05;

/** Where a chunk lies in a segment, in ms from the segment's first sample. */
export interface ChunkTimes {
  readonly beginMs: number;
  readonly endMs: number;
  /** Set where the times are a share of the segment's by length, not measured. */
  readonly isEstimated?: boolean;
}

/**
 * The attention frames that are quiet: one is when more than 60 % of the sound it stands for is.
 * What lies behind the end of the sound counts as quiet.
 * @param quiet of the sound, as `findQuiet` gives it
 */
export function findQuietFrames(quiet: Uint8Array, frames: number): Uint8Array {
  const result = new Uint8Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    const centreMs = frame * frameMs + firstCentreMs;
    const begin = Math.max(0, Math.floor((centreMs - frameMs / 2) * energyPerMs));
    const end = Math.ceil((centreMs + frameMs / 2) * energyPerMs);
    let count = 0;
    for (let index = begin; index < end; index++) count += quiet[index] ?? 1;
    result[frame] = count > 0.6 * (end - begin) ? 1 : 0;
  }
  return result;
}

/**
 * Adds one head's row of attention, smoothed by the median of three neighbours, to a row of sums.
 * At the ends the row is mirrored, which makes the outer value count twice. The median is the
 * middle of three by comparisons: a sort took longer than all the rest of an alignment.
 */
export function addSmoothed(row: Float32Array, sums: Float32Array): void {
  const last = row.length - 1;
  for (let index = 0; index <= last; index++) {
    const before = row[index === 0 ? Math.min(1, last) : index - 1]!;
    const here = row[index]!;
    const after = row[index === last ? Math.max(0, last - 1) : index + 1]!;
    const low = Math.min(before, here);
    const high = Math.max(before, here);
    sums[index] = sums[index]! + Math.max(low, Math.min(high, after));
  }
}

/**
 * The mean of several heads' attention for each predicted token.
 * @param attention rows of `frames` weights, the heads of one token after the other's:
 *   `[token][head][frame]`
 * @returns `[token][frame]`
 */
export function averageHeads(
  attention: Float32Array,
  heads: number,
  tokens: number,
  frames: number,
): Float32Array {
  const result = new Float32Array(tokens * frames);
  for (let token = 0; token < tokens; token++) {
    const sums = result.subarray(token * frames, (token + 1) * frames);
    for (let head = 0; head < heads; head++) {
      const begin = (token * heads + head) * frames;
      addSmoothed(attention.subarray(begin, begin + frames), sums);
    }
    for (let frame = 0; frame < frames; frame++) sums[frame] = sums[frame]! / heads;
  }
  return result;
}

/**
 * The frame at which the decoder looked for one token, by the mean of several heads.
 * @param attention `[head][frame]`
 */
export function findPlace(attention: Float32Array, heads: number, frames: number): number {
  const weights = averageHeads(attention, heads, 1, frames);
  let place = 0;
  for (let frame = 1; frame < frames; frame++) {
    if (weights[frame]! > weights[place]!) place = frame;
  }
  return place;
}

const silence = -1;

interface State {
  /** Row of the scores, or {@link silence}. */
  readonly row: number;
  /** Chunk the state belongs to, or {@link silence}. */
  readonly chunk: number;
}

/**
 * Frames of each chunk on the best path, end exclusive. Every token takes at least one frame;
 * silence before, between and after chunks and the closing end token are optional.
 * @param scores `[token][frame]`, one row more than the chunks have tokens: the end token's
 * @throws RangeError when there are fewer frames than tokens: no path exists
 */
export function findPath(
  scores: Float32Array,
  frames: number,
  chunks: readonly ChunkSpan[],
  quietFrames: Uint8Array,
): { readonly begin: number; readonly end: number }[] {
  const states = listStates(chunks, scores.length / frames);
  const count = states.length;
  if (frames < scores.length / frames - 1) throw new RangeError('Fewer frames than tokens');
  const optional = (index: number) => isOptional(states, index);
  let current = new Float64Array(count).fill(-Infinity);
  let previous = new Float64Array(count);
  /** How many states back the best path came from. */
  const steps = new Uint8Array(count * frames);
  for (let frame = 0; frame < frames; frame++) {
    [previous, current] = [current, previous];
    const quietness = quietFrames[frame] === 1 ? quietScore : loudScore;
    for (let index = 0; index < count; index++) {
      let best = -Infinity;
      let step = 0;
      if (frame === 0) {
        if (index === 0 || (index === 1 && optional(0))) best = 0;
      } else {
        best = previous[index]!;
        // At most two optional states follow each other: the last silence and the end token.
        for (let back = 1; back <= 3 && back <= index; back++) {
          if (back > 1 && !optional(index - back + 1)) break;
          if (previous[index - back]! > best) {
            best = previous[index - back]!;
            step = back;
          }
        }
      }
      const { row } = states[index]!;
      current[index] = best + (row === silence ? quietness : scores[row * frames + frame]!);
      steps[index * frames + frame] = step;
    }
  }
  return traceBack(states, steps, current, frames, chunks.length);
}

/** Whether a path may leave a state out. */
function isOptional(states: readonly State[], index: number): boolean {
  return states[index]?.chunk === silence;
}

function listStates(chunks: readonly ChunkSpan[], rows: number): State[] {
  const states: State[] = [{ row: silence, chunk: silence }];
  chunks.forEach((chunk, index) => {
    for (let row = chunk.beginToken; row < chunk.endToken; row++) {
      states.push({ row, chunk: index });
    }
    states.push({ row: silence, chunk: silence });
  });
  states.push({ row: rows - 1, chunk: silence });
  return states;
}

function traceBack(
  states: readonly State[],
  steps: Uint8Array,
  ends: Float64Array,
  frames: number,
  chunkCount: number,
): { readonly begin: number; readonly end: number }[] {
  let index = states.length - 1;
  for (let other = index - 1; other >= 0 && isOptional(states, other + 1); other--) {
    if (ends[other]! > ends[index]!) index = other;
  }
  const spans = Array.from({ length: chunkCount }, () => ({ begin: frames, end: 0 }));
  for (let frame = frames - 1; frame >= 0; frame--) {
    const span = spans[states[index]!.chunk];
    if (span) {
      span.begin = Math.min(span.begin, frame);
      span.end = Math.max(span.end, frame + 1);
    }
    index -= steps[index * frames + frame]!;
  }
  return spans;
}

export interface AlignmentInput {
  /** `[token][head][frame]`, with the end token's rows last. */
  readonly attention: Float32Array;
  readonly heads: number;
  readonly frames: number;
  readonly chunks: readonly ChunkSpan[];
  /** The segment, 16 kHz mono. */
  readonly samples: Float32Array;
  /** The model's own biases; see `models/catalogue.ts`. */
  readonly offsetMs: number;
  readonly tailMs: number;
}

/**
 * Begin and end of each chunk in integer ms from the segment's first sample: in order, never
 * overlapping, within the segment. Against a forced aligner the median error of a boundary is
 * about 40 ms. Where there are fewer frames than tokens the chunks share the time by length.
 */
export function alignChunks(input: AlignmentInput): ChunkTimes[] {
  const { attention, heads, frames, chunks, samples, offsetMs, tailMs } = input;
  if (chunks.length === 0) return [];
  const durationMs = Math.floor((samples.length * 1000) / recognitionRateHz);
  const tokens = attention.length / (heads * frames);
  if (!Number.isInteger(tokens) || frames < tokens) return shareTime(chunks, durationMs);
  const scores = averageHeads(attention, heads, tokens, frames);
  const quiet = findQuiet(measureLoudness(samples));
  const spans = findPath(scores, frames, chunks, findQuietFrames(ignoreClicks(quiet), frames));
  const toMs = (frame: number) =>
    Math.min(durationMs, Math.max(0, Math.round(frame * frameMs + offsetMs)));
  return spans.map(({ begin, end }, index) => {
    const limitMs = toMs(spans[index + 1]?.begin ?? frames);
    const soundEndMs = findSoundEnd(quiet, toMs(end), limitMs);
    return { beginMs: toMs(begin), endMs: Math.min(limitMs, soundEndMs ?? toMs(end) + tailMs) };
  });
}

/** Times in proportion to the chunks' lengths in characters. */
function shareTime(chunks: readonly ChunkSpan[], durationMs: number): ChunkTimes[] {
  const total = chunks.reduce((sum, chunk) => sum + chunk.text.length, 0);
  let passed = 0;
  return chunks.map((chunk) => {
    const beginMs = Math.floor((passed / total) * durationMs);
    passed += chunk.text.length;
    return { beginMs, endMs: Math.floor((passed / total) * durationMs), isEstimated: true };
  });
}
