import { doChannelsDiffer, isSameSound, leastSpeechMs } from './decide-channels';
import type { StereoFacts } from './stereo-facts';

/** More are the parts of a sound picture rather than people. */
export const mostComparedChannels = 8;

/** What was measured of two channels or more. */
export interface ChannelFacts {
  readonly by: StereoFacts['by'];
  /** How long somebody speaks on each, ms. */
  readonly spokenMs: readonly number[];
  /** Each with each other one. */
  readonly pairs: readonly {
    readonly first: number;
    readonly second: number;
    readonly facts: StereoFacts;
  }[];
}

/** What the channels of a recording hold, from 0 [CH11]. */
export interface ChannelFindings {
  /** Two of them hold different speech: it is worth hearing each by itself. */
  readonly differ: boolean;
  /** Those with speech, each sound once. */
  readonly speaking: readonly number[];
  /** Those without speech. */
  readonly silent: readonly number[];
  /** Those that hold the very sound of an earlier one. */
  readonly same: readonly { readonly channel: number; readonly as: number }[];
}

/** Which channels of a recording have speech, and whose it is. */
export function compareChannels({ spokenMs, pairs }: ChannelFacts): ChannelFindings {
  const silent: number[] = [];
  const same: { readonly channel: number; readonly as: number }[] = [];
  const speaking: number[] = [];
  for (const [channel, ms] of spokenMs.entries()) {
    const twin = pairs.find(
      ({ first, second, facts }) =>
        second === channel && speaking.includes(first) && isSameSound(facts),
    );
    if (ms < leastSpeechMs) silent.push(channel);
    else if (twin === undefined) speaking.push(channel);
    else same.push({ channel, as: twin.first });
  }
  const differ = pairs.some(
    ({ first, second, facts }) =>
      speaking.includes(first) && speaking.includes(second) && doChannelsDiffer(facts),
  );
  return { differ, speaking, silent, same };
}
