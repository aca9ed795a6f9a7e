import { type ChannelDecision, decideChannels, readChannelWishes } from '@isi/decide-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import type { EngineContext, TranscriptionRequest } from '../engine';
import type { ChannelMeter } from './channel-meter';
import { throwIfCancelled } from './interruption';
import type { MeasuredChannels } from './measured-channels';

export interface ChannelTools {
  readonly meter: ChannelMeter;
  /** What an earlier run of the work measured. */
  readonly measured: () => MeasuredChannels | undefined;
  /** Keeps it for a later one. */
  readonly keep: (channels: MeasuredChannels) => Promise<void>;
  /** Takes 0 to 1 of the time before the upload. */
  readonly onProgress: (part: number) => void;
  /** Of the model that hears it; undefined where nobody said. */
  readonly modelRateHz: number | undefined;
}

/** Share of the time before the upload in which two channels are listened to. */
const measuringShare = 0.5;

/** How far the time before the upload is, of which a part of the rest is done. */
export function afterMeasuring(part: number): number {
  return measuringShare + (1 - measuringShare) * part;
}

/**
 * Finds out once which channels of a recording a service is sent, and tells it: two are listened to
 * first.
 * @returns what gives the decision; it throws what `ChannelMeter.measure` throws
 */
export function createChannelChooser(
  { audio, parameters }: Pick<TranscriptionRequest, 'audio' | 'parameters'>,
  { signal, report }: Pick<EngineContext, 'signal' | 'report'>,
  { meter, measured, keep, onProgress, modelRateHz }: ChannelTools,
): () => Promise<ChannelDecision> {
  let decision: ChannelDecision | undefined;
  const sourceBytes = audio.file?.sizeBytes ?? 0;
  const measure = async (): Promise<StereoFacts | undefined> => {
    const before = measured();
    if (before?.sourceBytes === sourceBytes) return before.facts;
    const { durationMs = Infinity } = audio;
    const facts = await meter.measure(audio, {
      signal,
      onProgress: (doneMs) => onProgress(measuringShare * Math.min(1, doneMs / durationMs)),
    });
    if (facts !== undefined) await keep({ sourceBytes, facts });
    return facts;
  };
  return async () => {
    if (decision !== undefined) return decision;
    const count = audio.file?.channelCount;
    const facts = count === 2 ? await measure() : undefined;
    throwIfCancelled(signal);
    const source = { count, facts, isByAddress: audio.address !== undefined };
    decision = decideChannels(source, readChannelWishes(parameters), modelRateHz);
    report({ kind: 'channels', decision });
    return decision;
  };
}
