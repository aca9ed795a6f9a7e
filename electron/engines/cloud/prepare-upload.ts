import { StudioError } from '@core/errors/studio-error';
import { planUpload, type UploadLimits } from '@core/isi/plan-upload';
import type { RecordingPart } from '@core/isi/plan-parts';
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
  readonly files: readonly PreparedFile[];
  /** Deletes what was made. */
  dispose(): Promise<void>;
}

/**
 * What a service can be sent of a recording: the file itself, or smaller files of its sound.
 * @throws StudioError `media/not-found` where there is no file, and what the encoder throws
 */
export async function prepareUpload(
  audio: AudioSource,
  limits: UploadLimits,
  encoder: SpeechEncoder,
  options: { readonly signal: AbortSignal; readonly onProgress: (part: number) => void },
): Promise<PreparedUpload> {
  const { signal, onProgress } = options;
  if (audio.file === undefined) {
    throw new StudioError('media/not-found', 'the recording is no file', {
      data: { path: audio.path },
    });
  }
  const plan = planUpload(audio.file, limits);
  if (plan.kind === 'as-is') {
    const whole = { beginMs: 0, endMs: audio.durationMs ?? 0 };
    const { sizeBytes } = audio.file;
    return {
      files: [{ ...whole, path: audio.path, sizeBytes, format: plan.format }],
      dispose: () => Promise.resolve(),
    };
  }
  const parts =
    plan.kind === 'parts' ? await findRecordingParts(audio, limits.mostMs, signal) : undefined;
  const totalMs = audio.durationMs ?? 0;
  const encoded = await encoder.encode(audio, parts, {
    signal,
    onProgress: (doneMs) => onProgress(totalMs === 0 ? 0 : doneMs / totalMs),
  });
  return {
    files: encoded.parts.map((part) => ({ ...part, format: encoded.format })),
    dispose: () => encoded.dispose(),
  };
}
