import type { Nothing } from './nothing';
import type { JsonValue } from '@core/errors/studio-error';
import type { Locale, MessageKey } from '@core/messages/catalogue';
import type { SpeechRegion } from '@isi/speech-regions';

/** What a person chose once and for all. Absent: the studio's own default. */
export interface StudioSettings {
  readonly locale?: Locale | undefined;
  readonly theme?: 'system' | 'light' | 'dark' | undefined;
  readonly density?: 'compact' | 'comfortable' | undefined;
  readonly ffmpegPath?: string | undefined;
  readonly ffprobePath?: string | undefined;
  /** Engine, speech language and model of the last transcription. */
  readonly engine?: string | undefined;
  readonly language?: string | undefined;
  readonly model?: string | undefined;
  readonly volume?: number | undefined;
  readonly playbackRate?: number | undefined;
  readonly followPlayback?: boolean | undefined;
  /** Shown columns of the table in order, and widths in px. */
  readonly tableColumns?: readonly string[] | undefined;
  readonly columnWidths?: Readonly<Record<string, number>> | undefined;
  /** Sizes of the window's parts in px, by name; 0 is folded away. */
  readonly panelSizes?: Readonly<Record<string, number>> | undefined;
  readonly exportFormat?: string | undefined;
  readonly cloud?: CloudSettings | undefined;
  readonly cloudParameters?: CloudParameterSettings | undefined;
}

/** Parameters of a service of the cloud under a name, by the vendor's names. */
export interface ParameterPreset {
  readonly name: string;
  readonly engine: string;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** Parameters of the services of the cloud as they were set last, and under names. */
export interface CloudParameterSettings {
  /** By engine, then by the id of the Appkey. */
  readonly last?:
    | Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, JsonValue>>>>>>
    | undefined;
  readonly presets?: readonly ParameterPreset[] | undefined;
}

/** A project of the vendor's console: an Appkey, and what was chosen for it there. */
export interface AppkeySetting {
  readonly id: string;
  /** As the person calls it. */
  readonly name: string;
  readonly appkey: string;
  /** Model of the console's table; without it nobody knows what the project supports. */
  readonly model?: string | undefined;
  /** BCP 47 tag and sample rate of the model's row: some names stand in several. */
  readonly tag?: string | undefined;
  readonly sampleRateHz?: 8000 | 16000 | undefined;
  /** Where the project is; by default in the region of the account. */
  readonly region?: SpeechRegion | undefined;
}

/** The account of Alibaba Cloud, as far as it is no secret. */
export interface CloudSettings {
  readonly region?: SpeechRegion | undefined;
  /** The services are asked through the vendor's own network: only from its machines. */
  readonly isInternal?: boolean | undefined;
  readonly appkeys?: readonly AppkeySetting[] | undefined;
  /** The Appkey that is used where none is named; by default the first. */
  readonly usualAppkeyId?: string | undefined;
  readonly bucket?:
    | {
        readonly name: string;
        /** `cn-shanghai`; by default that of the services. */
        readonly region?: string | undefined;
        /** Origin of a storage of one's own. */
        readonly endpoint?: string | undefined;
      }
    | undefined;
  /** Uploads stay in the bucket after their result is here. */
  readonly keepsUploads?: boolean | undefined;
  readonly proxy?: { readonly url: string; readonly username?: string | undefined } | undefined;
  /** How many jobs of the cloud run at once, 1 to 10; by default 2. */
  readonly jobsAtOnce?: number | undefined;
}

export type SettingName = keyof StudioSettings;

export type ToolName = 'ffmpeg' | 'ffprobe';

/** What a page may change: which programs are run is chosen outside of it. */
export type SettingsChange = Omit<StudioSettings, `${ToolName}Path`>;

/** One finding of the check of this computer, as the settings show it. */
export interface DiagnosisFinding {
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly detail:
    | { readonly text: string }
    | {
        readonly key: MessageKey;
        readonly parameters?: Readonly<Record<string, string | number>>;
      };
  readonly fix?: MessageKey;
}

export interface StudioFolders {
  readonly home: string;
  readonly projects: string;
  readonly cache: string;
}

/** Calls about settings and this computer. */
export interface SettingsCalls {
  'settings.read': (input: Nothing) => Promise<StudioSettings>;
  /**
   * Keeps the given values. Those named in `cleared` go back to their defaults: JSON, which some
   * transports speak, would lose a value of `undefined`. `settings/too-large`, and nothing is changed.
   */
  'settings.update': (input: {
    readonly changes: SettingsChange;
    readonly cleared?: readonly SettingName[] | undefined;
  }) => Promise<StudioSettings>;
  /**
   * Lets the person choose a program in the system's open dialog, and keeps it if it answers as the
   * tool does. `tool/refused` where it does not, and `host/unsupported` where there is no dialog.
   */
  'settings.chooseTool': (input: { readonly tool: ToolName }) => Promise<StudioSettings>;
  'settings.folders': (input: Nothing) => Promise<StudioFolders>;
  'settings.diagnose': (input: Nothing) => Promise<readonly DiagnosisFinding[]>;
}

/** What every window is told about settings and this computer. */
export interface SettingsEvents {
  'settings.changed': StudioSettings;
}
