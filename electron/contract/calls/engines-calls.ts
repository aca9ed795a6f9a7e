import type { AudioTrack } from '@core/tracks/audio-track';
import type { EngineCard } from '../engines';
import type { Nothing } from './nothing';
import type { CloudSettings } from './settings-calls';
import type { ChannelFindings } from '@isi/compare-channels';
import type { ChannelDecision } from '@isi/decide-channels';
import type { ConversionReason } from '@isi/plan-upload';

/** What would be sent of a recording, said before anything is. */
export interface EnginePlan {
  readonly sizeBytes: number;
  readonly durationMs?: number;
  /** ffmpeg's names of container and codec. */
  readonly container: string;
  readonly codec: string;
  readonly hasVideo: boolean;
  /** The audio tracks of its file, and which one it is about; absent where it has no more than one. */
  readonly tracks?: readonly AudioTrack[];
  readonly heardTrack?: number;
  /**
   * Of an engine of this computer that can hear each channel by itself, and a recording with more than
   * one: whether they differ, so that this is worth it; absent as long as `listensFirst`, and where there
   * are more than anyone compares.
   */
  readonly channels?: {
    readonly count: number;
    readonly findings?: ChannelFindings;
    readonly listensFirst?: true;
  };
  /** Of an engine of the cloud: what leaves this computer. Absent: nothing does. */
  readonly upload?: {
    /** `address`: the service fetches the recording from the web; nothing of it is sent. */
    readonly kind: 'as-is' | 'encode' | 'parts' | 'address';
    readonly reason?: ConversionReason;
    /** Of what is made, an estimate. */
    readonly sizeBytes: number;
    readonly partCount: number;
    /** Which of its channels, and what is charged; absent as long as `listensFirst`. */
    readonly channels?: ChannelDecision & {
      /** Of the whole recording, all channels that are charged; absent where nobody knows its length. */
      readonly billedMs?: number;
    };
    /** It has two channels that nobody listened to yet. */
    readonly listensFirst?: true;
    /** Of the service it goes to: what the environment says wins over the settings. */
    readonly region: NonNullable<CloudSettings['region']>;
  };
  /** How long it will take, roughly, ms. */
  readonly estimatedMs?: number;
  /**
   * Nobody chose the recording here: it lay beside a project file that came from elsewhere. Before
   * it is sent a person must be asked, with its whole path.
   */
  readonly question?: { readonly path: string };
}

/** Calls about engines and what they would do. */
export interface EnginesCalls {
  /** @param input `projectIds`: of recordings that are to be heard, which may need less */
  'engines.list': (input: {
    readonly projectIds?: readonly string[] | undefined;
  }) => Promise<readonly EngineCard[]>;
  /** What an engine would do with the recording of a project; the Appkey's model counts too. */
  'engines.plan': (input: {
    readonly projectId: string;
    readonly engine: string;
    readonly appkeyId?: string | undefined;
    /** What a person set of it. */
    readonly firstChannelOnly?: boolean | undefined;
    readonly splitsSpeakers?: boolean | undefined;
    /**
     * Whether channels are listened to now, which takes up to a minute for an hour and is told by
     * `engines.listened`; else only what is known of them already is said.
     */
    readonly listens?: boolean | undefined;
  }) => Promise<EnginePlan>;
  /** Ends what listens to recordings for `engines.plan`: those calls fail with `job/cancelled`. */
  'engines.cancelPlans': (input: Nothing) => Promise<null>;
}

/** What every window is told about engines and what they would do. */
export interface EnginesEvents {
  /** How far the listening for a plan is, 0 to 1. */
  'engines.listened': { readonly projectId: string; readonly fraction: number };
}
