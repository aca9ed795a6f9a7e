import type { RecordingPart } from '@core/isi/plan-parts';
import type { AudioSource } from '../engine';

/** One file that a service takes, made of a recording or a part of it. */
export interface EncodedPart extends RecordingPart {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface EncodedSpeech {
  /** The vendor's name of their format. */
  readonly format: 'mp3';
  readonly parts: readonly EncodedPart[];
  /** Deletes the files. */
  dispose(): Promise<void>;
}

/** Makes small files of a recording's sound: mono, 16 kHz, as the recogniser hears it anyway. */
export interface SpeechEncoder {
  /**
   * @param parts stretches of the recording, sorted; they may overlap. Undefined: all of it
   * @throws StudioError `media/*`, `tool/ffmpeg-failed`, `cache/unwritable`, `job/cancelled`
   */
  encode(
    audio: AudioSource,
    parts: readonly RecordingPart[] | undefined,
    options: {
      readonly signal: AbortSignal;
      /** Takes ms of the recording that are done. */
      readonly onProgress: (doneMs: number) => void;
    },
  ): Promise<EncodedSpeech>;
}
