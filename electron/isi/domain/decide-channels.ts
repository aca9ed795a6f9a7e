import { omitUndefined } from '@core/omit-undefined';
import type { JsonValue } from '@core/errors/studio-error';
import type { PerChannel, StereoFacts } from './stereo-facts';

/** `all`: the one there is. `mix`: all of them in one, as the engine of this computer hears them. */
export type SentChannels = 'all' | 'first' | 'second' | 'mix' | 'both';

/** Why just these are sent; shown to people before anything is. */
export type ChannelReason =
  | 'mono'
  | 'many'
  | 'same'
  | 'opposite'
  | 'only-first'
  | 'only-second'
  | 'shared'
  | 'different'
  | 'crosstalk'
  | 'little'
  | 'no-speech'
  | 'speakers'
  | 'unmeasured'
  | 'asked-first'
  | 'asked-both';

/** What a person asked for that does not fit what is in the recording. */
export type ChannelWarning =
  | 'first-has-no-speech'
  | 'second-is-left-out'
  | 'heard-twice'
  | 'one-is-silent';

export interface ChannelDecision {
  /** Undefined where nobody knows. */
  readonly count: number | undefined;
  readonly sends: SentChannels;
  readonly reason: ChannelReason;
  readonly warning?: ChannelWarning;
  /** The vendor's parameter. */
  readonly firstChannelOnly: boolean;
  /** How many times the length of the recording is charged. */
  readonly billedChannels: 1 | 2;
  /** Whether speech was told from other sound by loudness alone. */
  readonly isByLevel: boolean;
}

/** What a person set that says something about channels. */
export interface ChannelWishes {
  /** Undefined: as the recording is. */
  readonly firstChannelOnly: boolean | undefined;
  /** Whether speakers are to be told apart, for which at 16 kHz one channel is looked at. */
  readonly splitsSpeakers: boolean;
}

/** What is known of a recording's channels. */
export interface ChannelSource {
  /** Undefined where nobody knows. */
  readonly count: number | undefined;
  /** Of two channels, where they were measured. */
  readonly facts?: StereoFacts | undefined;
  /** Whether the service fetches it from the web, so that nothing can be made of it. */
  readonly isByAddress?: boolean;
}

/** A channel with less holds none: a click may look like a voice. */
export const leastSpeechMs = 100;
/** A channel with less speech of its own is not worth the price of another recording. */
const worthMs = 1_000;
const worthShare = 0.02;
/** Nearly all, of what is measured in windows. */
const nearlyAll = 0.95;
/** From here on two microphones hear each other. */
const togetherShare = 0.5;
const faintShare = 0.75;
/** The rate at which each channel is charged (protocol §2.2, §3.2). */
const chargedRateHz = 16_000;

type Judgement = Pick<ChannelDecision, 'sends' | 'reason'>;

/**
 * Which channels of a recording a service of the cloud is sent and charges for [CH1] to [CH9].
 * @param modelRateHz of the model that hears it; undefined where nobody said: 16 kHz
 */
export function decideChannels(
  { count, facts, isByAddress = false }: ChannelSource,
  wishes: ChannelWishes,
  modelRateHz = chargedRateHz,
): ChannelDecision {
  const describe = ({ sends, reason }: Judgement, warning?: ChannelWarning): ChannelDecision => ({
    count,
    sends,
    reason,
    ...omitUndefined({ warning }),
    firstChannelOnly: sends !== 'both',
    billedChannels: sends === 'both' && modelRateHz === chargedRateHz ? 2 : 1,
    isByLevel: facts?.by === 'level',
  });
  const { firstChannelOnly } = wishes;
  if (count === 1) {
    // The parameter changes nothing there: what a person set is passed on as it is.
    const mono = describe({ sends: 'all', reason: 'mono' });
    return { ...mono, firstChannelOnly: firstChannelOnly ?? true };
  }
  if (count !== undefined && count > 2) return describe({ sends: 'mix', reason: 'many' });
  const found = facts === undefined ? undefined : judge(facts);
  if (firstChannelOnly === true) {
    return describe({ sends: 'first', reason: 'asked-first' }, facts && doubtFirst(facts));
  }
  if (firstChannelOnly === false) {
    return describe({ sends: 'both', reason: 'asked-both' }, found && doubtBoth(found));
  }
  if (found === undefined) return describe({ sends: 'first', reason: 'unmeasured' });
  if (found.sends === 'both' && wishes.splitsSpeakers && modelRateHz === chargedRateHz) {
    return describe({ sends: isByAddress ? 'both' : 'mix', reason: 'speakers' });
  }
  return describe(isByAddress ? { ...found, sends: fitAddress(found) } : found);
}

/** Whether each of two channels has speech of its own that is worth hearing by itself [CH6]. */
export function doChannelsDiffer(facts: StereoFacts): boolean {
  return judge(facts).sends === 'both';
}

/** Whether both hold the very same, at any level and phase [CH4]. */
export function isSameSound({ sharedMs, sameMs, ownMs }: StereoFacts): boolean {
  return sameMs > 0 && sameMs >= nearlyAll * sharedMs && Math.max(...ownMs) < leastSpeechMs;
}

/** What a person set, by the vendor's names (protocol §2.2, §3.2). */
export function readChannelWishes(
  parameters: Readonly<Record<string, JsonValue>> | undefined,
): ChannelWishes {
  const first = parameters?.['first_channel_only'];
  const spans = parameters?.['valid_times'];
  // A stretch of the second channel can only be heard where there is a second channel.
  const namesSecond = Array.isArray(spans) && spans.some(isOfLaterChannel);
  return {
    firstChannelOnly: typeof first === 'boolean' ? first : namesSecond ? false : undefined,
    splitsSpeakers: parameters?.['auto_split'] === true,
  };
}

/** Parameters that have each channel heard by itself; what a person set by the vendor's name wins. */
export function wishEachChannel(
  parameters: Readonly<Record<string, JsonValue>> | undefined,
): Readonly<Record<string, JsonValue>> {
  return { first_channel_only: false, ...parameters };
}

/** Whether a file must be made of the recording to send just these channels. */
export function needsOwnFile({ sends }: Pick<ChannelDecision, 'sends'>): boolean {
  return sends === 'mix' || sends === 'second';
}

function judge(facts: StereoFacts): Judgement {
  const { ownMs, sharedMs } = facts;
  const [holdsFirst, holdsSecond] = mapChannels(ownMs, (own) => own + sharedMs >= leastSpeechMs);
  if (!holdsFirst && !holdsSecond) return { sends: 'mix', reason: 'no-speech' };
  if (!holdsSecond) return { sends: 'first', reason: 'only-first' };
  if (!holdsFirst) return { sends: 'second', reason: 'only-second' };
  if (Math.max(...ownMs) >= leastSpeechMs) {
    const spokenMs = ownMs[0] + ownMs[1] - facts.togetherMs;
    if (
      facts.togetherMs >= togetherShare * spokenMs &&
      facts.faintMs >= faintShare * facts.togetherMs
    ) {
      return { sends: 'mix', reason: 'crosstalk' };
    }
    const [first, second] = ownMs;
    const isWorth =
      Math.min(first, second) >= Math.max(worthMs, worthShare * Math.max(first, second));
    if (isWorth) return { sends: 'both', reason: 'different' };
    if (Math.min(first, second) >= leastSpeechMs) return { sends: 'mix', reason: 'little' };
  }
  return judgeShared(facts);
}

/** Of speech that is in both: the channel that has more of it, or both in one. */
function judgeShared(facts: StereoFacts): Judgement {
  const { sharedMs, oppositeMs, louderMs, ownMs } = facts;
  const sends = findFuller(louderMs, ownMs, sharedMs);
  if (oppositeMs >= nearlyAll * sharedMs) return { sends: sends ?? 'first', reason: 'opposite' };
  if (isSameSound(facts)) return { sends: sends ?? 'first', reason: 'same' };
  return { sends: sends ?? 'mix', reason: 'shared' };
}

/** The channel that is clearly louder all through and lacks nothing of the other. */
function findFuller(
  louderMs: PerChannel<number>,
  ownMs: PerChannel<number>,
  sharedMs: number,
): 'first' | 'second' | undefined {
  if (louderMs[0] >= nearlyAll * sharedMs && ownMs[1] < leastSpeechMs) return 'first';
  if (louderMs[1] >= nearlyAll * sharedMs && ownMs[0] < leastSpeechMs) return 'second';
  return undefined;
}

/** Of a recording that is fetched as it is, nothing can be mixed or left out but the second channel. */
function fitAddress({ sends, reason }: Judgement): 'first' | 'both' {
  if (sends === 'both' || reason === 'only-second' || reason === 'little') return 'both';
  return 'first';
}

function doubtFirst({ ownMs, sharedMs }: StereoFacts): ChannelWarning | undefined {
  if (ownMs[1] < leastSpeechMs) return undefined;
  return ownMs[0] + sharedMs < leastSpeechMs ? 'first-has-no-speech' : 'second-is-left-out';
}

function doubtBoth({ reason }: Judgement): ChannelWarning | undefined {
  if (reason === 'only-first' || reason === 'only-second') return 'one-is-silent';
  return reason === 'different' || reason === 'little' || reason === 'no-speech'
    ? undefined
    : 'heard-twice';
}

function mapChannels<T, U>([first, second]: PerChannel<T>, map: (value: T) => U): PerChannel<U> {
  return [map(first), map(second)];
}

function isOfLaterChannel(span: JsonValue): boolean {
  if (typeof span !== 'object' || span === null || !('channel_id' in span)) return false;
  const { channel_id: channel } = span;
  return typeof channel === 'number' && channel > 0;
}
