import { stat } from 'node:fs/promises';
import {
  type ChannelFacts,
  type ChannelFindings,
  compareChannels,
  mostComparedChannels,
} from '@isi/compare-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import type { AudioSource } from '../engine';
import { throwIfCancelled } from './interruption';
import { SeveralMeter, type SeveralWindow } from './several-meter';
import { SpeechFinder, type VoiceListeners } from './speech-finder';
import {
  findSounding,
  frameSamples,
  type SpeechOfChannel,
  splitChannels,
  windowFrames,
} from './stereo-meter';

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** Takes ms of the recording that were measured. */
  readonly onProgress?: ((doneMs: number) => void) | undefined;
}

/**
 * Measures what channels hold, before anything is sent or heard: reads the recording once, with little
 * memory at any length. What was measured of a file is known until it changes.
 */
export interface ChannelMeter {
  /**
   * Of two channels.
   * @returns undefined where it has not two channels
   * @throws StudioError `media/*`, `tool/*`, `job/cancelled`
   */
  measure(audio: AudioSource, options: MeasureOptions): Promise<StereoFacts | undefined>;
  /** What is known already of two channels. */
  recall(audio: AudioSource): Promise<StereoFacts | undefined>;
  /**
   * Of two channels or more.
   * @returns undefined where it has one, or too many
   * @throws as `measure`
   */
  compare(audio: AudioSource, options: MeasureOptions): Promise<ChannelFindings | undefined>;
  /** What is known already of two channels or more. */
  recallFindings(audio: AudioSource): Promise<ChannelFindings | undefined>;
}

const samplesPerMs = 16;
const mostKnown = 200;

/** A meter that tells speech by voice detectors, or by loudness where there are none. */
export function createChannelMeter(listeners: VoiceListeners, log: Log): ChannelMeter {
  const known = new Map<string, ChannelFacts>();
  const recall = async (audio: AudioSource): Promise<ChannelFacts | undefined> =>
    known.get((await identify(audio)) ?? '');
  const measureAll = async (
    audio: AudioSource,
    { signal, onProgress }: MeasureOptions,
  ): Promise<ChannelFacts | undefined> => {
    const sound = findSound(audio);
    if (sound === undefined) return undefined;
    const identity = await identify(audio);
    const before = known.get(identity ?? '');
    if (before !== undefined) return before;
    const facts = await measure(sound, listeners, { signal, onProgress, log });
    if (identity !== undefined && identity === (await identify(audio))) {
      const [oldest] = known.keys();
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
      known.set(identity, facts);
    }
    return facts;
  };
  return {
    recall: async (audio) => toStereoFacts(await recall(audio)),
    measure: async (audio, options) =>
      audio.readStereo && toStereoFacts(await measureAll(audio, options)),
    recallFindings: async (audio) => toFindings(await recall(audio)),
    compare: async (audio, options) => toFindings(await measureAll(audio, options)),
  };
}

type Log = (line: string) => void;

function toStereoFacts(facts: ChannelFacts | undefined): StereoFacts | undefined {
  return facts?.spokenMs.length === 2 ? facts.pairs[0]?.facts : undefined;
}

function toFindings(facts: ChannelFacts | undefined): ChannelFindings | undefined {
  return facts && compareChannels(facts);
}

/** Channels in turn. */
interface ChannelsSound {
  readonly count: number;
  readonly read: AudioSource['read'];
}

function findSound({ readStereo, channels }: AudioSource): ChannelsSound | undefined {
  if (readStereo !== undefined) return { count: 2, read: readStereo };
  if (channels?.readAll === undefined || channels.count > mostComparedChannels) return undefined;
  return { count: channels.count, read: channels.readAll };
}

async function measure(
  { count, read }: ChannelsSound,
  listeners: VoiceListeners,
  { signal, onProgress, log }: MeasureOptions & { readonly log: Log },
): Promise<ChannelFacts> {
  const meter = new SeveralMeter(count);
  const speech = new SpeechFinder(listeners, count, log);
  let samples = 0;
  try {
    for await (const block of cutWindows(read(signal), count)) {
      throwIfCancelled(signal);
      const channels = splitChannels(block, count);
      const window = meter.measure(channels);
      speech.follow(channels);
      meter.add(window, await findSpeech(window, channels, speech, signal));
      samples += channels[0]!.length;
      onProgress?.(samples / samplesPerMs);
    }
    throwIfCancelled(signal);
    return meter.finish(speech.by);
  } finally {
    await speech.close();
  }
}

/** Of each channel, what is speech in a stretch; a sound that several hold is listened to once. */
async function findSpeech(
  { sameAs, hasSound, powers }: SeveralWindow,
  channels: readonly Float32Array[],
  finder: SpeechFinder,
  signal: AbortSignal,
): Promise<readonly SpeechOfChannel[]> {
  // Of a sound that all hold there is nothing to compare.
  if (sameAs.every((same) => same === 0)) return powers.map(findSounding);
  const sounds = channels.map((samples, channel) =>
    sameAs[channel] === channel && hasSound[channel] === true
      ? { samples, powers: powers[channel]! }
      : undefined,
  );
  const found = await finder.find(sounds, signal);
  return sameAs.map((same) => found[same]);
}

async function* cutWindows(
  blocks: AsyncIterable<Float32Array>,
  count: number,
): AsyncGenerator<Float32Array> {
  const windowSamples = count * windowFrames * frameSamples;
  let window = new Float32Array(windowSamples);
  let filled = 0;
  for await (const block of blocks) {
    for (let taken = 0; taken < block.length;) {
      const part = block.subarray(taken, taken + windowSamples - filled);
      window.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < windowSamples) continue;
      yield window;
      window = new Float32Array(windowSamples);
      filled = 0;
    }
  }
  if (filled > 0) yield window.subarray(0, filled);
}

/** Of a file, until it is written again; undefined where there is none. */
async function identify({ path, track = '' }: AudioSource): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : JSON.stringify([path, track, found.size, found.mtimeMs]);
}
