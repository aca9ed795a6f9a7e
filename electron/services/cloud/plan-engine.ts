import type { EnginePlan } from '@contract/api';
import { canFetch } from '@core/isi/address-limits';
import type { SpeechModel } from '@core/isi/model-table';
import { fileUploadLimits, flashUploadLimits, planUpload } from '@core/isi/plan-upload';
import type { SpeechRegion } from '@core/isi/speech-regions';
import { describeUpload } from '../media/describe-upload';
import { assertHasAudio, type MediaInfo } from '../media/probe-media';
import { estimateTime } from './estimate-time';

/** Bytes a second of each channel of what is made for a service: 48 kbit/s. */
const encodedBytesPerSecond = 6_000;

export interface PlanSurroundings {
  /** The one that hears it; undefined where nobody said, or the engine has none of the vendor's. */
  readonly model?: SpeechModel | undefined;
  /** Whether it has an address that a service could be given; by default it has none. */
  readonly isOnTheWeb?: boolean;
  /** Whether two channels are kept apart; by default they are mixed. */
  readonly hearsEachChannel?: boolean | undefined;
  /** Asked for an engine of the cloud only. */
  readonly readRegion: () => SpeechRegion;
}

/**
 * What an engine would do with a recording, without doing it.
 * @throws what `readRegion` throws
 */
export function planEngine(
  info: MediaInfo,
  engine: string,
  { model, isOnTheWeb = false, hearsEachChannel = false, readRegion }: PlanSurroundings,
): EnginePlan {
  const source = describeUpload(info);
  const { sizeBytes, durationMs, containerName, codecName, hasVideo } = source;
  const common = {
    sizeBytes,
    ...(durationMs === undefined ? {} : { durationMs }),
    container: containerName,
    codec: codecName,
    hasVideo,
  };
  if (engine !== 'flash' && engine !== 'file') {
    return { ...common, ...toEstimate(estimateTime(engine, durationMs, undefined)) };
  }
  const limits = engine === 'flash' ? flashUploadLimits : fileUploadLimits;
  if (isOnTheWeb && canFetch(source, engine)) {
    const upload = { kind: 'address', sizeBytes, partCount: 1, region: readRegion() } as const;
    return { ...common, upload, ...toEstimate(estimateTime(engine, durationMs, upload)) };
  }
  const plan = planUpload(source, limits, model?.sampleRateHz);
  const channels = hearsEachChannel && assertHasAudio(info).channels === 2 ? 2 : 1;
  const encodedBytes = Math.round(((durationMs ?? 0) / 1000) * encodedBytesPerSecond * channels);
  const upload: EnginePlan['upload'] = {
    kind: plan.kind,
    ...(plan.kind === 'as-is' ? {} : { reason: plan.reason }),
    sizeBytes: plan.kind === 'as-is' ? sizeBytes : encodedBytes,
    region: readRegion(),
    partCount: plan.kind === 'parts' ? Math.ceil((durationMs ?? 0) / limits.mostMs) : 1,
  };
  return { ...common, upload, ...toEstimate(estimateTime(engine, durationMs, upload)) };
}

function toEstimate(estimatedMs: number | undefined): Pick<EnginePlan, 'estimatedMs'> {
  return estimatedMs === undefined ? {} : { estimatedMs };
}
