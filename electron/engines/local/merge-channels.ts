import type { JsonValue } from '@core/errors/studio-error';
import type { EngineEvent, EngineProgress, EngineSegment, SegmentNotice } from '../engine';
import { isOfNoSpeech } from './judge-take';
import type { ProgressReporter } from './progress-reporter';

/** What became final of one channel, until the others have come as far. */
interface Waiting {
  readonly beginMs: number;
  readonly segments: readonly EngineSegment[];
  readonly notices: readonly SegmentNotice[];
  readonly position: JsonValue | undefined;
}

interface Channel {
  readonly waiting: Waiting[];
  fraction: number;
  isDone: boolean;
  /** From which it goes on once all that was reported is kept. */
  position: JsonValue;
}

/**
 * Brings what several channels give, each in order of time, into one order of time. Held back is only
 * text, so nothing waits for the slowest channel; {@link flush} gives out what is left.
 */
export class ChannelMerge {
  readonly #reporter: ProgressReporter;
  readonly #channels: readonly Channel[];
  readonly #givePosition: (positions: readonly JsonValue[]) => JsonValue;
  readonly segments: EngineSegment[] = [];
  readonly notices: SegmentNotice[] = [];
  /** Sound without speech, which is told only where no channel has any. */
  readonly #soundOnly: SegmentNotice[] = [];

  /** @param positions of an earlier run, or null, for each channel */
  constructor(
    reporter: ProgressReporter,
    positions: readonly JsonValue[],
    givePosition: (positions: readonly JsonValue[]) => JsonValue,
  ) {
    this.#reporter = reporter;
    this.#givePosition = givePosition;
    this.#channels = positions.map((position) => ({
      ...{ waiting: [], fraction: 0, isDone: false, position },
    }));
  }

  take(channel: number, event: EngineEvent): void {
    if (event.kind !== 'progress') return;
    const own = this.#channels[channel]!;
    own.fraction = event.fraction;
    this.#hold(own, channel, event);
    this.#giveOut();
    const sum = this.#channels.reduce((total, { fraction }) => total + fraction, 0);
    this.#reporter.advance(Math.min(0.99, sum / this.#channels.length));
  }

  /** Says that a channel is not heard. */
  leave(channel: number): void {
    this.#channels[channel]!.fraction = 1;
    this.end(channel);
  }

  end(channel: number): void {
    this.#channels[channel]!.isDone = true;
    this.#giveOut();
  }

  /** Gives out all that is left: whatever became of the work, nothing that was heard is lost. */
  flush(): void {
    for (const channel of this.#channels) channel.isDone = true;
    this.#giveOut();
    const [first] = this.#soundOnly;
    if (this.segments.length > 0 || first === undefined) return;
    this.#soundOnly.length = 0;
    this.#report({ segments: [], notices: [first], position: undefined });
  }

  #hold(own: Channel, channel: number, { segments, notices, position }: EngineProgress): void {
    this.#soundOnly.push(...notices.filter(isOfNoSpeech));
    const told = notices.filter((notice) => !isOfNoSpeech(notice));
    const beginMs = segments[0]?.beginMs ?? told[0]?.beginMs;
    if (beginMs === undefined) {
      // Nothing was said up to there: it goes on from there once what came before is reported.
      if (position !== undefined && own.waiting.length === 0) own.position = position;
      return;
    }
    const ofChannel = segments.map((segment) => ({ ...segment, channel }));
    own.waiting.push({ beginMs, segments: ofChannel, notices: told, position });
  }

  #giveOut(): void {
    for (;;) {
      const isOpen = this.#channels.some(({ isDone, waiting }) => !isDone && waiting.length === 0);
      const heads = this.#channels.filter(({ waiting }) => waiting.length > 0);
      if (isOpen || heads.length === 0) return;
      const next = heads.reduce((first, other) =>
        other.waiting[0]!.beginMs < first.waiting[0]!.beginMs ? other : first,
      );
      const item = next.waiting.shift()!;
      next.position = item.position ?? next.position;
      this.#report(item);
    }
  }

  #report({ segments, notices }: Omit<Waiting, 'beginMs'>): void {
    this.segments.push(...segments);
    this.notices.push(...notices);
    const positions = this.#channels.map(({ position }) => position);
    this.#reporter.add(segments, notices, this.#givePosition(positions));
  }
}
