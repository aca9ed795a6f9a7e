import type { SentChannels } from '@isi/decide-channels';
import type { RecordingPart } from '@isi/plan-parts';
import type { AudioSource } from '../engine';

/** One file that a service takes, made of a recording or a part of it. */
export interface EncodedPart extends RecordingPart {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface EncodedSpeech {
  /** By which another run of the program finds the files again. */
  readonly name: string;
  /** The vendor's name of their format. */
  readonly format: 'mp3';
  /** Those that have sound; none where the recording has none. */
  readonly parts: readonly EncodedPart[];
  /** Deletes the files. */
  dispose(): Promise<void>;
}

/** Makes small files of a recording's sound: of one channel, unless both are to be heard. */
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
      /** Of the files; by default 16 kHz. */
      readonly rateHz?: number;
      /** Of a stereo recording; by default both are mixed into one. */
      readonly sends?: SentChannels;
      /** Takes ms of the recording that are done. */
      readonly onProgress: (doneMs: number) => void;
    },
  ): Promise<EncodedSpeech>;
  /**
   * What was made in an earlier run, as long as all of it is still there.
   * @param parts as they were made
   */
  reopen(name: string, parts: readonly RecordingPart[]): Promise<EncodedSpeech | undefined>;
}
