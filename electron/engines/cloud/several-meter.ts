import type { ChannelFacts } from '@isi/compare-channels';
import { countSpeechMs, measureWindow, type SpeechOfChannel, StereoMeter } from './stereo-meter';
import type { StereoWindow } from './stereo-meter';

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly meter: StereoMeter;
}

/** A stretch of several channels, each measured beside each other one. */
export interface SeveralWindow {
  readonly pairs: readonly StereoWindow[];
  readonly hasSound: readonly boolean[];
  /** Powers of each channel's frames. */
  readonly powers: readonly Float64Array[];
  /** Of each channel the first one that is the very same here, which is often itself. */
  readonly sameAs: readonly number[];
}

/** Measures what two channels or more hold, two at a time [CH2]. */
export class SeveralMeter {
  readonly #pairs: readonly Pair[];
  readonly #spokenMs: number[];

  /** @param count of channels, at least two */
  constructor(count: number) {
    this.#spokenMs = Array.from({ length: count }, () => 0);
    this.#pairs = this.#spokenMs.flatMap((_, first) =>
      Array.from({ length: count - first - 1 }, (__, index) => ({
        ...{ first, second: first + 1 + index, meter: new StereoMeter() },
      })),
    );
  }

  /** @param channels of a stretch of at most 4 s, a block for each */
  measure(channels: readonly Float32Array[]): SeveralWindow {
    const pairs = this.#pairs.map(({ first, second }) =>
      measureWindow(channels[first]!, channels[second]!),
    );
    const of = <T>(channel: number, read: (window: StereoWindow, place: 0 | 1) => T): T => {
      const index = this.#pairs.findIndex(
        ({ first, second }) => first === channel || second === channel,
      );
      return read(pairs[index]!, this.#pairs[index]!.first === channel ? 0 : 1);
    };
    return {
      pairs,
      hasSound: channels.map((_, channel) => of(channel, (each, place) => each.hasSound[place])),
      powers: channels.map((_, channel) =>
        of(channel, ({ powers }, place) => (place === 0 ? powers.first : powers.second)),
      ),
      sameAs: channels.map((_, channel) => {
        const index = this.#pairs.findIndex(
          ({ second }, pair) => second === channel && pairs[pair]!.isSame,
        );
        return index < 0 ? channel : this.#pairs[index]!.first;
      }),
    };
  }

  /** Adds up a stretch, once it is known how likely each frame of each channel is speech. */
  add({ pairs }: SeveralWindow, speech: readonly SpeechOfChannel[]): void {
    for (const [index, { first, second, meter }] of this.#pairs.entries()) {
      const window = pairs[index]!;
      if (window.isSame) meter.addSame(window);
      else if (window.hasSound.some(Boolean)) meter.add(window, [speech[first], speech[second]]);
    }
    for (const [channel, each] of speech.entries()) {
      this.#spokenMs[channel]! += countSpeechMs(each);
    }
  }

  /** @param by what told speech from other sound */
  finish(by: ChannelFacts['by']): ChannelFacts {
    const pairs = this.#pairs.map(({ first, second, meter }) => ({
      ...{ first, second, facts: meter.finish(by) },
    }));
    return { by, spokenMs: this.#spokenMs, pairs };
  }
}
