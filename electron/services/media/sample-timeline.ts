import type { MediaTimeline } from './media-timeline';

/** Smaller gaps are jitter of time stamps (many containers round to ms), not missing sound. */
const smallestGapMs = 100;
/** A jump past the stated end by more than this is taken for a broken time stamp. */
const largestOvershootMs = 60_000;
const largestGapWithoutLengthMs = 3_600_000;

/**
 * Decides how much silence belongs before each decoded frame so that sample `n` stands at
 * `n / rateHz` of the media element's timeline. Silence comes before a track that starts late and
 * where a recorder paused. A media element in Chromium plays on without the pause until the next
 * seek; the time stamps are what its picture and its seeks follow, so they are the truth here, and the
 * recording is played from an encoding that has the silence.
 *
 * Nothing heard is ever dropped: frames that overlap what came before are appended, and the
 * surplus is taken from the next gap.
 */
export class SampleTimeline {
  private readonly rateHz: number;
  private readonly timeline: MediaTimeline;
  private readonly startOffsetMs: number;
  private readonly durationMs: number | undefined;
  private readonly beginMs: number;
  private zeroMs: number | undefined;

  constructor(options: {
    readonly rateHz: number;
    readonly timeline: MediaTimeline;
    /** Where the track begins by the container, from the element's zero. */
    readonly startOffsetMs: number;
    readonly durationMs: number | undefined;
    /** Of the first frame that is wanted; 0 unless the times are `kept`. */
    readonly beginMs?: number;
  }) {
    this.rateHz = options.rateHz;
    this.timeline = options.timeline;
    this.startOffsetMs = options.startOffsetMs;
    this.durationMs = options.durationMs;
    this.beginMs = options.beginMs ?? 0;
  }

  /**
   * Frames of silence that belong between the `writtenFrames` so far and a decoded frame with
   * this time stamp.
   */
  silenceBefore(timestampMs: number, writtenFrames: number): number {
    if (this.timeline === 'untimed') return 0;
    const isFirst = this.zeroMs === undefined;
    // ffmpeg's own zero differs between versions for rebased containers, the probe's does not.
    this.zeroMs ??= this.timeline === 'kept' ? this.beginMs : timestampMs - this.startOffsetMs;
    const positionMs = timestampMs - this.zeroMs;
    const writtenMs = (writtenFrames / this.rateHz) * 1000;
    const gapMs = positionMs - writtenMs;
    if (gapMs < (isFirst ? 0 : smallestGapMs) || this.isBroken(positionMs, gapMs)) return 0;
    return Math.round((positionMs * this.rateHz) / 1000) - writtenFrames;
  }

  private isBroken(positionMs: number, gapMs: number): boolean {
    return this.durationMs === undefined
      ? gapMs > largestGapWithoutLengthMs
      : positionMs > this.durationMs - this.beginMs + largestOvershootMs;
  }
}
