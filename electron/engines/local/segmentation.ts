import { recognitionRateHz } from '../engine';

/** Samples in one frame of the voice activity model: 32 ms. */
export const frameSamples = 512;

/**
 * How speech is cut for the recogniser. Cutting matters more than any other setting: raw detector
 * stretches gave 15-19 % word errors on ten minutes of read speech, this recipe 9.3 (base model),
 * and whole-buffer decoding over 30 s drops speech or runs in circles. On another 407 s in one file
 * it gave 12.3 % where cutting by hand at every utterance gave 11.7; other paddings, gaps and caps
 * near these stayed within 0.2 of it, a gap of 0.6 s gave 13.0. Short recordings of one utterance each
 * (50, 872 words) want more sound around the speech: 13.7 % with 200 ms of padding, 12.0 with 300,
 * 11.8 with 400, 12.3 with 500.
 */
export interface SegmentationRecipe {
  /** Probability from which a frame starts or continues speech. */
  readonly threshold: number;
  /** Probability below which speech may end; between the two it goes on. */
  readonly negativeThreshold: number;
  readonly minSilenceMs: number;
  readonly minSpeechMs: number;
  /** Stretches closer than this are heard together. */
  readonly mergeGapMs: number;
  /** Sound kept before and after the speech, where there is room. */
  readonly padMs: number;
  /** Longest segment, padding included. */
  readonly capMs: number;
}

export const segmentationRecipe: SegmentationRecipe = {
  threshold: 0.5,
  negativeThreshold: 0.35,
  minSilenceMs: 250,
  minSpeechMs: 96,
  mergeGapMs: 1000,
  padMs: 400,
  capMs: 25_000,
};

/** A stretch to recognise, in samples from the beginning of the recording. */
export interface SpeechSegment {
  readonly beginSample: number;
  readonly endSample: number;
  /** Frames the detector took for speech, in ms. */
  readonly speechMs: number;
  /** First frame of {@link probabilities}; the padding lies outside. */
  readonly firstFrame: number;
  readonly probabilities: Float32Array;
}

/** Half-open range of frames. */
interface FrameRange {
  readonly begin: number;
  readonly end: number;
}

interface Group {
  begin: number;
  end: number;
  /** Where padding before the group must stop: the end of what was already given out. */
  earliestSample: number;
}

/**
 * Cuts a stream of speech probabilities into segments, giving each out as soon as nothing can
 * change it any more, so that memory stays bounded at any length of recording. Segments are in
 * order, never overlap, cover every stretch of speech and are no longer than the cap. A stretch
 * over the cap is cut at its longest pause, or where speech is least likely, so that words stay
 * whole where they can.
 */
export class SpeechSegmenter {
  readonly #recipe: SegmentationRecipe;
  readonly #minSilenceFrames: number;
  readonly #minSpeechFrames: number;
  readonly #maxFrames: number;
  readonly #padSamples: number;
  readonly #mergeGapSamples: number;
  /** Probabilities of the frames from `#historyBegin` on. */
  #history: number[] = [];
  #historyBegin = 0;
  #frame = 0;
  #stretchBegin: number | undefined;
  #silenceBegin: number | undefined;
  #group: Group | undefined;
  #givenOutSample = 0;

  constructor(recipe: SegmentationRecipe = segmentationRecipe) {
    this.#recipe = recipe;
    this.#minSilenceFrames = Math.ceil(samplesOf(recipe.minSilenceMs) / frameSamples);
    this.#minSpeechFrames = Math.ceil(samplesOf(recipe.minSpeechMs) / frameSamples);
    this.#padSamples = samplesOf(recipe.padMs);
    this.#mergeGapSamples = samplesOf(recipe.mergeGapMs);
    this.#maxFrames = Math.max(
      2,
      Math.floor((samplesOf(recipe.capMs) - 2 * this.#padSamples) / frameSamples),
    );
  }

  /** Takes the next frames' probabilities (0 to 1); gives the segments they made final. */
  push(probabilities: Float32Array): SpeechSegment[] {
    const segments: SpeechSegment[] = [];
    for (const probability of probabilities) {
      this.#history.push(probability);
      this.#followSpeech(probability);
      this.#frame += 1;
      this.#extendGroup(segments);
      const group = this.#group;
      const gapSamples = group === undefined ? 0 : (this.#frame - group.end) * frameSamples;
      if (this.#stretchBegin === undefined && gapSamples >= this.#mergeGapSamples) {
        this.#giveOutGroup(segments, Infinity);
      }
    }
    this.#forgetHistory();
    return segments;
  }

  /** Ends the recording after `totalSamples`; gives the last segment, if one was open. */
  finish(totalSamples: number): SpeechSegment[] {
    const segments: SpeechSegment[] = [];
    this.#giveOutGroup(segments, totalSamples);
    return segments;
  }

  /** The earliest sample a later segment can begin with; sound before it may be forgotten. */
  get keepFromSample(): number {
    const frame = Math.min(
      this.#group?.begin ?? this.#frame,
      this.#stretchBegin ?? this.#frame,
      this.#frame,
    );
    return Math.max(this.#givenOutSample, frame * frameSamples - this.#padSamples);
  }

  /** The detector's own rules, by hysteresis: where stretches of speech begin and end. */
  #followSpeech(probability: number): void {
    const { threshold, negativeThreshold } = this.#recipe;
    if (probability >= threshold) {
      this.#stretchBegin ??= this.#frame;
      this.#silenceBegin = undefined;
      return;
    }
    if (this.#stretchBegin === undefined) return;
    if (probability < negativeThreshold) this.#silenceBegin ??= this.#frame;
    if (
      this.#silenceBegin !== undefined &&
      this.#frame + 1 - this.#silenceBegin >= this.#minSilenceFrames
    ) {
      this.#stretchBegin = undefined;
      this.#silenceBegin = undefined;
    }
  }

  /** Adds the running stretch to the group once it is long enough to be speech. */
  #extendGroup(segments: SpeechSegment[]): void {
    if (this.#stretchBegin === undefined) return;
    const end = this.#silenceBegin ?? this.#frame;
    if (end - this.#stretchBegin < this.#minSpeechFrames) return;
    this.#group ??= {
      begin: this.#stretchBegin,
      end,
      earliestSample: this.#givenOutSample,
    };
    // After a cut inside the running stretch, the group may already reach further.
    this.#group.end = Math.max(this.#group.end, end);
    while (this.#group.end - this.#group.begin > this.#maxFrames) this.#cutGroup(segments);
  }

  #cutGroup(segments: SpeechSegment[]): void {
    const group = this.#group!;
    const frames = this.#history.slice(
      group.begin - this.#historyBegin,
      group.end - this.#historyBegin,
    );
    const pause = findBestPause(frames, this.#maxFrames, this.#recipe.negativeThreshold);
    const begin = group.begin + pause.begin;
    const end = group.begin + pause.end;
    const room = Math.floor(((end - begin) * frameSamples) / 2);
    this.#giveOut(segments, group, begin, begin * frameSamples + Math.min(this.#padSamples, room));
    group.begin = end;
    group.earliestSample = end * frameSamples - Math.min(this.#padSamples, room);
  }

  #giveOutGroup(segments: SpeechSegment[], totalSamples: number): void {
    const group = this.#group;
    if (group === undefined) return;
    const padded = group.end * frameSamples + this.#padSamples;
    this.#giveOut(segments, group, group.end, Math.min(padded, totalSamples));
    this.#group = undefined;
  }

  #giveOut(segments: SpeechSegment[], group: Group, endFrame: number, endSample: number): void {
    const beginSample = Math.max(
      0,
      group.earliestSample,
      group.begin * frameSamples - this.#padSamples,
    );
    const probabilities = Float32Array.from(
      this.#history.slice(group.begin - this.#historyBegin, endFrame - this.#historyBegin),
    );
    segments.push({
      beginSample,
      endSample,
      speechMs: countSpeechMs(probabilities, this.#recipe),
      firstFrame: group.begin,
      probabilities,
    });
    this.#givenOutSample = endSample;
  }

  #forgetHistory(): void {
    const from = Math.min(this.#group?.begin ?? this.#frame, this.#stretchBegin ?? this.#frame);
    const surplus = from - this.#historyBegin;
    if (surplus <= 0) return;
    this.#history.splice(0, surplus);
    this.#historyBegin = from;
  }
}

/**
 * The two halves of a segment, cut at its best pause; undefined where it is too short to cut.
 * Used to hear a segment again on which the decoder ran in circles.
 */
export function splitSegment(
  segment: SpeechSegment,
  recipe: SegmentationRecipe = segmentationRecipe,
): readonly [SpeechSegment, SpeechSegment] | undefined {
  const { probabilities, firstFrame } = segment;
  if (probabilities.length * frameSamples < 2 * samplesOf(recipe.mergeGapMs)) return undefined;
  const margin = Math.floor(probabilities.length / 4);
  const pause =
    findPauseBetween(
      probabilities,
      margin,
      probabilities.length - margin,
      recipe.negativeThreshold,
    ) ?? findLeastLikely(probabilities, margin, probabilities.length - margin);
  const cutSample = Math.floor(((2 * firstFrame + pause.begin + pause.end) * frameSamples) / 2);
  const left = probabilities.slice(0, pause.begin);
  const right = probabilities.slice(pause.end);
  return [
    {
      beginSample: segment.beginSample,
      endSample: cutSample,
      speechMs: countSpeechMs(left, recipe),
      firstFrame,
      probabilities: left,
    },
    {
      beginSample: cutSample,
      endSample: segment.endSample,
      speechMs: countSpeechMs(right, recipe),
      firstFrame: firstFrame + pause.end,
      probabilities: right,
    },
  ];
}

/** Milliseconds of a sample position, rounded. */
export function toMs(sample: number): number {
  return Math.round((sample * 1000) / recognitionRateHz);
}

function samplesOf(ms: number): number {
  return Math.round((ms * recognitionRateHz) / 1000);
}

function countSpeechMs(probabilities: Float32Array, recipe: SegmentationRecipe): number {
  let frames = 0;
  for (const probability of probabilities) {
    if (probability >= recipe.negativeThreshold) frames += 1;
  }
  return toMs(frames * frameSamples);
}

/**
 * Where to cut frames so that the first part has at most `maxFrames`. A late cut leaves fewer and
 * longer segments, which are recognised better, so the earlier half is looked at only if the later
 * has no pause.
 */
function findBestPause(
  frames: readonly number[],
  maxFrames: number,
  negativeThreshold: number,
): FrameRange {
  const middle = Math.floor(maxFrames / 2);
  return (
    findPauseBetween(frames, middle, maxFrames, negativeThreshold) ??
    findPauseBetween(frames, Math.floor(maxFrames / 8), middle, negativeThreshold) ??
    findLeastLikely(frames, middle, maxFrames)
  );
}

/**
 * The longest pause, a run of frames without speech, that begins or ends between two frames; the
 * last of equals. A run at the very beginning or end of the frames is no pause.
 */
function findPauseBetween(
  probabilities: ArrayLike<number>,
  begin: number,
  end: number,
  negativeThreshold: number,
): FrameRange | undefined {
  const isSilent = (frame: number): boolean => probabilities[frame]! < negativeThreshold;
  let best: FrameRange | undefined;
  for (let frame = begin; frame < end; frame++) {
    if (!isSilent(frame)) continue;
    let runBegin = frame;
    while (runBegin > 0 && isSilent(runBegin - 1)) runBegin -= 1;
    while (frame < probabilities.length && isSilent(frame)) frame += 1;
    const longest = best === undefined ? 1 : best.end - best.begin;
    if (runBegin > 0 && frame < probabilities.length && frame - runBegin >= longest) {
      best = { begin: runBegin, end: frame };
    }
  }
  return best;
}

/** An empty range at the frame where speech is least likely over three frames. */
function findLeastLikely(probabilities: ArrayLike<number>, begin: number, end: number): FrameRange {
  let best = begin + 1;
  let least = Infinity;
  for (let frame = begin + 1; frame < end - 1; frame++) {
    const sum = probabilities[frame - 1]! + 2 * probabilities[frame]! + probabilities[frame + 1]!;
    if (sum > least) continue;
    least = sum;
    best = frame;
  }
  return { begin: best, end: best };
}
