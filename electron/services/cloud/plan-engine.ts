import { omitUndefined } from '@core/omit-undefined';
import type { EnginePlan } from '@contract/api';
import { canFetch } from '@isi/address-limits';
import { type ChannelFindings, mostComparedChannels } from '@isi/compare-channels';
import { type ChannelWishes, decideChannels } from '@isi/decide-channels';
import type { SpeechModel } from '@isi/model-table';
import { planUpload, uploadLimits, type UploadSource } from '@isi/plan-upload';
import type { SpeechRegion } from '@isi/speech-regions';
import type { StereoFacts } from '@isi/stereo-facts';
import type { TranscriptionEngine } from '../../engines/engine';
import { describeTracks } from '../media/audio-tracks';
import { describeUpload } from '../media/describe-upload';
import type { MediaInfo } from '../media/probe-media';

/** Bytes a second of each channel of what is made for a service: 48 kbit/s. */
const encodedBytesPerSecond = 6_000;
const noWishes: ChannelWishes = { firstChannelOnly: undefined, splitsSpeakers: false };

/** What a plan asks of an engine. */
export type PlannedEngine = Pick<TranscriptionEngine, 'describe' | 'estimateMs'>;

export interface PlanSurroundings {
  /** The one that hears it; undefined where nobody said, or the engine has none of the vendor's. */
  readonly model?: SpeechModel | undefined;
  /** Whether it has an address that a service could be given; by default it has none. */
  readonly isOnTheWeb?: boolean;
  /** What was measured of two channels; undefined as long as nobody listened to them. */
  readonly facts?: StereoFacts | undefined;
  /** What was found of two channels or more, for an engine of this computer; likewise. */
  readonly findings?: ChannelFindings | undefined;
  readonly wishes?: ChannelWishes;
  /** Asked for an engine of the cloud only. */
  readonly readRegion: () => SpeechRegion;
}

/**
 * What an engine would do with a recording, without doing it.
 * @throws what `readRegion` throws
 */
export function planEngine(
  info: MediaInfo,
  engine: PlannedEngine,
  { model, isOnTheWeb = false, facts, findings, wishes = noWishes, readRegion }: PlanSurroundings,
): EnginePlan {
  const source = describeUpload(info);
  const { sizeBytes, durationMs, containerName, codecName, hasVideo, channelCount } = source;
  const common = {
    sizeBytes,
    ...omitUndefined({ durationMs }),
    container: containerName,
    codec: codecName,
    hasVideo,
    ...describeTracks(info),
  };
  const { service } = engine.describe();
  const estimate = (upload: EnginePlan['upload']): Pick<EnginePlan, 'estimatedMs'> => {
    const estimatedMs =
      durationMs === undefined ? undefined : engine.estimateMs?.(durationMs, upload);
    return estimatedMs === undefined ? {} : { estimatedMs };
  };
  if (service === undefined) {
    const hearsEach = engine.describe().hearsEachChannel === true;
    return {
      ...common,
      ...(hearsEach ? describeChannels(source, findings) : {}),
      ...estimate(undefined),
    };
  }
  const isByAddress = isOnTheWeb && canFetch(source, service);
  const heard = { count: channelCount, facts, isByAddress };
  const decision = decideChannels(heard, wishes, model?.sampleRateHz);
  const channels =
    channelCount === 2 && facts === undefined
      ? ({ listensFirst: true } as const)
      : { channels: { ...decision, ...toBill(decision.billedChannels, durationMs) } };
  if (isByAddress) {
    const kind = 'address' as const;
    const upload = { kind, sizeBytes, partCount: 1, region: readRegion(), ...channels };
    return { ...common, upload, ...estimate(upload) };
  }
  const limits = uploadLimits[service];
  const plan = planUpload(source, limits, model?.sampleRateHz, decision.sends);
  const seconds = (durationMs ?? 0) / 1000;
  const sentChannels = decision.sends === 'both' && channelCount === 2 ? 2 : 1;
  const encodedBytes = Math.round(seconds * encodedBytesPerSecond * sentChannels);
  const upload: EnginePlan['upload'] = {
    kind: plan.kind,
    ...(plan.kind === 'as-is' ? {} : { reason: plan.reason }),
    sizeBytes: plan.kind === 'as-is' ? sizeBytes : encodedBytes,
    region: readRegion(),
    partCount: plan.kind === 'parts' ? Math.ceil((durationMs ?? 0) / limits.mostMs) : 1,
    ...channels,
  };
  return { ...common, upload, ...estimate(upload) };
}

/** Whether it is worth it to hear each channel by itself; of too many nobody finds out. */
function describeChannels(
  { channelCount: count = 1 }: UploadSource,
  findings: ChannelFindings | undefined,
): Pick<EnginePlan, 'channels'> {
  if (count < 2) return {};
  if (count > mostComparedChannels) return { channels: { count } };
  if (findings === undefined) return { channels: { count, listensFirst: true } };
  return { channels: { count, findings } };
}

function toBill(channels: number, durationMs: number | undefined): { readonly billedMs?: number } {
  return durationMs === undefined ? {} : { billedMs: durationMs * channels };
}
