import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import type { SentChannels } from '@isi/decide-channels';
import { planUpload, type UploadLimits } from '@isi/plan-upload';
import type { RecordingPart } from '@isi/plan-parts';
import type { AudioSource } from '../engine';
import { findRecordingParts } from './find-recording-parts';
import type { SpeechEncoder } from './speech-encoder';

/** A file that can be sent, and which stretch of the recording it is. */
export interface PreparedFile extends RecordingPart {
  readonly path: string;
  readonly sizeBytes: number;
  /** The vendor's name of its format. */
  readonly format: string;
}

export interface PreparedUpload {
  /** None where the recording has no sound. */
  readonly files: readonly PreparedFile[];
  /** Of files that were made: by which the encoder finds them again. */
  readonly encodedName?: string;
  /** Deletes what was made. */
  dispose(): Promise<void>;
}

/**
 * An encoder adds some silence, and a service counts it: a part of exactly the greatest length would
 * be refused.
 */
const paddingMs = 1_000;
const nothing: PreparedUpload = { files: [], dispose: () => Promise.resolve() };

/**
 * What a service can be sent of a recording: the file itself, or smaller files of its sound.
 * @param options `modelRateHz`: of the model that hears it, for a service that takes no other rate;
 *   `sends`: which of its channels
 * @throws StudioError `media/not-found` where there is no file, and what the encoder throws
 */
export async function prepareUpload(
  audio: AudioSource,
  limits: UploadLimits,
  encoder: SpeechEncoder,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (part: number) => void;
    readonly modelRateHz?: number | undefined;
    readonly sends?: SentChannels;
  },
): Promise<PreparedUpload> {
  const { signal, onProgress, modelRateHz, sends = 'all' } = options;
  if (audio.file === undefined) {
    throw new StudioError('media/not-found', 'the recording is no file', {
      data: { path: audio.path },
    });
  }
  if (audio.durationMs === 0) return nothing;
  const plan = planUpload(audio.file, limits, modelRateHz, sends);
  if (plan.kind === 'as-is') {
    const whole = { beginMs: 0, endMs: audio.durationMs ?? 0 };
    const { sizeBytes } = audio.file;
    return {
      files: [{ ...whole, path: audio.path, sizeBytes, format: plan.format }],
      dispose: () => Promise.resolve(),
    };
  }
  const mostMs = limits.mostMs - paddingMs;
  // Where the container does not say, only decoding tells whether it is too long.
  const mayBeTooLong = audio.durationMs === undefined || audio.durationMs > mostMs;
  const parts = mayBeTooLong ? await findRecordingParts(audio, mostMs, signal) : undefined;
  const totalMs = audio.durationMs ?? parts?.at(-1)?.endMs ?? 0;
  const encoded = await encoder.encode(audio, parts?.length === 1 ? undefined : parts, {
    signal,
    sends,
    ...omitUndefined({ rateHz: modelRateHz }),
    onProgress: (doneMs) => onProgress(totalMs === 0 ? 0 : doneMs / totalMs),
  });
  return {
    files: encoded.parts.map((part) => ({ ...part, format: encoded.format })),
    encodedName: encoded.name,
    dispose: () => encoded.dispose(),
  };
}
