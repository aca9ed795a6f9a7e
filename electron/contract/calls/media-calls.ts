import type { StudioErrorJson } from '@core/errors/studio-error';
import type { AudioTrack } from '@core/tracks/audio-track';

/** Where the peaks of a recording are to be had: a peak file (`core/waveform`), which may grow. */
export interface PeaksAccess {
  readonly url: string;
  /** Peaks of level 0 that can be read now. */
  readonly count: number;
  readonly isComplete: boolean;
}

/**
 * Why something else is played than the recording itself: it does not play here at all, its picture
 * is not shown, its sound not heard, its times are not those of its sound, or another of its tracks
 * would be heard.
 */
export const playbackReasons = ['format', 'picture', 'sound', 'clock', 'track'] as const;
export type PlaybackReason = (typeof playbackReasons)[number];

/** What is played instead of a recording. */
export interface PlaybackSubstitute {
  readonly reason: PlaybackReason;
  /** The same sound in a container with right times, or all of it encoded anew. */
  readonly way: 'copy' | 'encode';
}

/** How a recording is to be played and drawn. */
export interface MediaAccess {
  /**
   * `missing`: the file is not where it was; `none`: no recording was chosen yet [PF9]. The text can
   * be edited all the same.
   */
  readonly state: 'ready' | 'missing' | 'none';
  /**
   * Of one that is missing: the project came from elsewhere, and the recording that it names is not
   * opened before a person has chosen it.
   */
  readonly isOnlyNamed?: boolean;
  /**
   * For `<audio>` and `<video>`, with Range; of the proxy where one is ready. Empty as long as nothing
   * but another track could be played.
   */
  readonly url: string;
  readonly hasVideo: boolean;
  /** The audio tracks of its file; absent where it has no more than one. */
  readonly tracks?: readonly AudioTrack[];
  /** Which of several tracks is heard, played and drawn, from 0 [TR3]. */
  readonly heardTrack?: number;
  /** Where its sound begins; absent where it has none. */
  readonly soundBeginMs?: number;
  /** Absent where the recording itself is played. */
  readonly substitute?: PlaybackSubstitute;
  readonly proxy:
    | { readonly state: 'none' }
    | { readonly state: 'making'; readonly fraction: number }
    | { readonly state: 'ready' }
    | { readonly state: 'failed'; readonly error: StudioErrorJson };
  readonly peaks: PeaksAccess;
}

/** Calls about recordings and their peaks. */
export interface MediaCalls {
  'media.open': (input: { readonly projectId: string }) => Promise<MediaAccess>;
  /**
   * Begins to make what Chromium can play; progress comes by `media.changed`. A copy that is played
   * already gives way to an encoding, since it does not do.
   * @param input `reason`: what is wrong with what is played; by default it cannot be
   */
  'media.makeProxy': (input: {
    readonly projectId: string;
    readonly reason?: PlaybackReason | undefined;
  }) => Promise<MediaAccess>;
  /**
   * Has one of its audio tracks heard, played, drawn and sent from now on, as an edit that can be
   * undone; text that is there stays. `usage/invalid` for one that it does not have.
   */
  'media.chooseTrack': (input: {
    readonly projectId: string;
    /** From 0. */
    readonly track: number;
  }) => Promise<MediaAccess>;
  /**
   * Takes another file for a recording that is missing, or any for a project that has none yet;
   * `media/other-recording` where its length says that it is another one, unless that `isMeant`.
   */
  'media.relocate': (input: {
    readonly projectId: string;
    readonly fileId: string;
    readonly isMeant?: boolean | undefined;
  }) => Promise<MediaAccess>;
}

/** What every window is told about recordings and their peaks. */
export interface MediaEvents {
  'peaks.changed': {
    readonly projectId: string;
    readonly count: number;
    readonly isComplete: boolean;
    readonly error?: StudioErrorJson;
  };
  'media.changed': { readonly projectId: string; readonly access: MediaAccess };
}
