import { needsOwnFile, type SentChannels } from './decide-channels';
import type { RecognitionService } from './recognition-service';

/** What is known of a file before it is sent. */
export interface UploadSource {
  readonly sizeBytes: number;
  /** Undefined where the container does not say. */
  readonly durationMs: number | undefined;
  /** ffprobe's names of the container, comma-separated as it gives them (`mov,mp4,m4a,…`). */
  readonly containerName: string;
  /** ffprobe's name of the codec of the sound that is heard. */
  readonly codecName: string;
  /** Of the sound that is heard; undefined where the file does not say. */
  readonly sampleRateHz: number | undefined;
  /** Of the sound that is heard; absent where the file does not say. */
  readonly channelCount?: number | undefined;
  readonly hasVideo: boolean;
  /** More than one sound track: nobody knows which one a service hears. */
  readonly hasSeveralTracks: boolean;
  /** Whether time 0 of the sound is time 0 of the recording: a service counts from the sound. */
  readonly beginsAtZero: boolean;
  /** Whether the file states the length of its sound rightly; by default it does. */
  readonly hasRightHeader?: boolean;
}

/** What a service takes. */
export interface UploadLimits {
  readonly mostBytes: number;
  readonly mostMs: number;
  /** The service's name for a container and codec it takes as they are. */
  readonly nameFormat: (containerName: string, codecName: string) => string | undefined;
  /** Whether sound of one rate is heard by a model of another, both in Hz. */
  readonly takesRate: (sampleRateHz: number, modelRateHz: number) => boolean;
}

/** Why a file is not sent as it is; shown to people before anything is sent. */
export type ConversionReason =
  | 'video'
  | 'format'
  | 'size'
  | 'length'
  | 'tracks'
  | 'offset'
  | 'length-unknown'
  | 'header'
  | 'rate'
  | 'channels';

export type UploadPlan =
  | { readonly kind: 'as-is'; readonly format: string }
  /** One smaller file of the sound alone. */
  | { readonly kind: 'encode'; readonly reason: ConversionReason }
  /** Too long even then: several files, cut at pauses. */
  | { readonly kind: 'parts'; readonly reason: 'length' };

const hour = 3_600_000;
const megabyte = 1_000_000;

/**
 * Flash takes 100 MB and 2 h (protocol §2.2). The vendor's pages disagree about MP4 and about what
 * is meant by OPUS; only what all of them name is sent as it is. The service brings any rate to that
 * of the model (§2.2).
 */
export const flashUploadLimits: UploadLimits = {
  mostBytes: 100 * megabyte,
  mostMs: 2 * hour,
  nameFormat: (containerName, codecName) => {
    const container = containerName.split(',');
    if (container.includes('wav')) return codecName === 'pcm_s16le' ? 'wav' : undefined;
    if (container.includes('mp3')) return 'mp3';
    return container.includes('aac') ? 'aac' : undefined;
  },
  takesRate: () => true,
};

const adaptedRateHz = 16_000;

const fileCodecs: Readonly<Record<string, readonly string[]>> = {
  wav: ['pcm_s16le', 'pcm_u8', 'pcm_alaw', 'pcm_mulaw'],
  mp3: ['mp3'],
  mp4: ['aac', 'mp3'],
  asf: ['wmav1', 'wmav2'],
  aac: ['aac'],
  ogg: ['vorbis', 'opus'],
  amr: ['amr_nb', 'amr_wb'],
  flac: ['flac'],
};

/**
 * File transcription takes 512 MB of sound and 12 h of WAV, MP3, MP4, M4A, WMA, AAC, OGG, AMR or
 * FLAC (protocol §3.2). It takes videos too, but their pictures need not be uploaded. Of rates it only
 * brings down what is above 16 kHz, to 16 kHz; any other one must be the model's (41050008, §3.4).
 */
export const fileUploadLimits: UploadLimits = {
  mostBytes: 512 * megabyte,
  mostMs: 12 * hour,
  nameFormat: (containerName, codecName) =>
    containerName
      .split(',')
      .find((container) => fileCodecs[container]?.includes(codecName) ?? false),
  takesRate: (sampleRateHz, modelRateHz) =>
    sampleRateHz === modelRateHz || (modelRateHz === adaptedRateHz && sampleRateHz > adaptedRateHz),
};

/** What each service takes. */
export const uploadLimits: Readonly<Record<RecognitionService, UploadLimits>> = {
  flash: flashUploadLimits,
  file: fileUploadLimits,
};

/**
 * Whether a file can be sent as it is, and if not, what is made of it.
 * @param modelRateHz of the model that hears it; undefined where nobody said
 * @param sends which of its channels; by default those a service takes as they are
 */
export function planUpload(
  source: UploadSource,
  limits: UploadLimits,
  modelRateHz?: number,
  sends?: SentChannels,
): UploadPlan {
  const { durationMs } = source;
  if (durationMs !== undefined && durationMs > limits.mostMs) {
    return { kind: 'parts', reason: 'length' };
  }
  const format = limits.nameFormat(source.containerName, source.codecName);
  const reason = findReason(source, limits, format, modelRateHz) ?? findMixing(source, sends);
  return reason === undefined && format !== undefined
    ? { kind: 'as-is', format }
    : { kind: 'encode', reason: reason ?? 'format' };
}

function findReason(
  source: UploadSource,
  limits: UploadLimits,
  format: string | undefined,
  modelRateHz: number | undefined,
): ConversionReason | undefined {
  if (source.hasVideo) return 'video';
  if (format === undefined) return 'format';
  if (source.hasSeveralTracks) return 'tracks';
  if (!source.beginsAtZero) return 'offset';
  if (source.durationMs === undefined) return 'length-unknown';
  if (source.hasRightHeader === false) return 'header';
  if (source.sizeBytes > limits.mostBytes) return 'size';
  const { sampleRateHz } = source;
  if (sampleRateHz === undefined || modelRateHz === undefined) return undefined;
  return limits.takesRate(sampleRateHz, modelRateHz) ? undefined : 'rate';
}

/** More than two channels no service takes, and of two it hears the first or both [CH1]. */
function findMixing(
  { channelCount }: UploadSource,
  sends: SentChannels | undefined,
): ConversionReason | undefined {
  if ((channelCount ?? 1) > 2) return 'channels';
  return sends !== undefined && needsOwnFile({ sends }) ? 'channels' : undefined;
}
