import { z } from 'zod';
import { timelineOf } from './media-timeline';
import { findTitle } from './stream-title';

export type MediaStreamKind = 'audio' | 'video' | 'subtitle' | 'other';

export interface MediaStream {
  /** Number of the stream in the file, from 0, over streams of all kinds. */
  readonly index: number;
  readonly kind: MediaStreamKind;
  /** ffmpeg's name; undefined where it does not know the codec. */
  readonly codec: string | undefined;
  /** Where it begins, from the media element's zero. */
  readonly startOffsetMs: number;
  readonly durationMs?: number;
  /** BCP 47 or ISO 639-2, as the file has it. */
  readonly language?: string;
  /** What the file calls it. */
  readonly title?: string;
  /** The file says that it is the one of its kind to take. */
  readonly isDefault?: boolean;
  /** Text that is shown whatever a person chose: of signs and of foreign speech alone. */
  readonly isForced?: boolean;
  readonly rateHz?: number;
  readonly channels?: number;
  readonly channelLayout?: string;
  readonly width?: number;
  readonly height?: number;
  /** How the picture is stored, by ffmpeg's name (`yuv420p`). */
  readonly pixels?: string;
  /** Frames per second, as a fraction because 29.97 is 30000/1001. */
  readonly frameRate?: { readonly numerator: number; readonly denominator: number };
  /** A still picture that goes with the sound; not a video. */
  readonly isCoverArt?: boolean;
}

const number = z.coerce.number().refine(Number.isFinite);
export const optionalNumber = number.optional().catch(undefined);
/** A stream in ffprobe's reply. */
export const probedStream = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  start_time: optionalNumber,
  duration: optionalNumber,
  sample_rate: optionalNumber,
  channels: optionalNumber,
  channel_layout: z.string().optional(),
  width: optionalNumber,
  height: optionalNumber,
  pix_fmt: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  disposition: z.record(z.string(), z.number()).optional(),
  tags: z.record(z.string(), z.string()).optional().catch(undefined),
});
type ProbedStream = z.infer<typeof probedStream>;

/**
 * What ffprobe says of a stream, as the studio needs it.
 * @param zeroSeconds where the media element's time begins in that of the container
 */
export function toMediaStream(
  stream: ProbedStream,
  formatName: string,
  zeroSeconds: number,
): MediaStream {
  const timeline = timelineOf(formatName);
  const startSeconds = timeline === 'untimed' ? 0 : (stream.start_time ?? zeroSeconds);
  const untold =
    stream.codec_name === undefined ? textTags[stream.codec_tag_string ?? ''] : undefined;
  const kind = untold === undefined ? toKind(stream.codec_type) : 'subtitle';
  // Ogg states where a stream ends and ffprobe calls it the length.
  const leadSeconds = formatName === 'ogg' ? startSeconds : 0;
  const seconds = stream.duration === undefined ? undefined : stream.duration - leadSeconds;
  return {
    index: stream.index,
    kind,
    codec: stream.codec_name ?? untold,
    // What lies before zero is encoder delay or cut away by an edit list; no element plays it.
    startOffsetMs: Math.max(0, Math.round((startSeconds - zeroSeconds) * 1000)),
    ...present('durationMs', seconds === undefined ? undefined : Math.round(seconds * 1000)),
    ...present('language', stream.tags?.['language']),
    ...present('title', findTitle(stream.tags)),
    ...(stream.disposition?.['default'] === 1 ? { isDefault: true } : {}),
    ...(kind === 'subtitle' && stream.disposition?.['forced'] === 1 ? { isForced: true } : {}),
    ...(kind === 'audio' ? audioFields(stream) : {}),
    ...(kind === 'video' ? videoFields(stream) : {}),
  };
}

/** Text in MP4 that ffmpeg takes for data of no codec: ours of its sample entries (ISO/IEC 14496-30). */
const textTags: Readonly<Record<string, string>> = { stpp: 'stpp', wvtt: 'wvtt' };

function audioFields(stream: ProbedStream): Partial<MediaStream> {
  return {
    ...present('rateHz', stream.sample_rate),
    ...present('channels', stream.channels),
    ...present('channelLayout', stream.channel_layout),
  };
}

function videoFields(stream: ProbedStream): Partial<MediaStream> {
  return {
    ...present('width', stream.width),
    ...present('height', stream.height),
    ...present('pixels', stream.pix_fmt),
    ...present('frameRate', parseFrameRate(stream.avg_frame_rate)),
    ...(stream.disposition?.['attached_pic'] === 1 ? { isCoverArt: true } : {}),
  };
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);
}

function toKind(codecType: string | undefined): MediaStreamKind {
  return codecType === 'audio' || codecType === 'video' || codecType === 'subtitle'
    ? codecType
    : 'other';
}

function parseFrameRate(text: string | undefined): MediaStream['frameRate'] {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '');
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined;
}
