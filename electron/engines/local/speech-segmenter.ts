import { findBestPause } from './find-pause';
import {
  countSpeechMs,
  frameSamples,
  samplesOf,
  type SegmentationRecipe,
  segmentationRecipe,
  type SpeechSegment,
} from './segmentation';

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
    const endSample = begin * frameSamples + Math.min(this.#padSamples, room);
    this.#giveOut(segments, group, begin, endSample, { isCut: true });
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

  #giveOut(
    segments: SpeechSegment[],
    group: Group,
    endFrame: number,
    endSample: number,
    about: Pick<SpeechSegment, 'isCut'> = {},
  ): void {
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
      ...about,
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
