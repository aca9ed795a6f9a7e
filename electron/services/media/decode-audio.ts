import { omitUndefined } from '@core/omit-undefined';
import { mostComparedChannels } from '@isi/compare-channels';
import { type AudioSource, recognitionRateHz } from '../../engines/engine';
import { nameTrack } from './audio-tracks';
import type { DecodeWarning } from './decode-warning';
import { StereoDownmix } from './downmix-stereo';
import type { MediaTools } from './find-media-tools';
import { describeUpload } from './describe-upload';
import { assertHasAudio, type MediaInfo } from './probe-media';
import { streamPcm } from './stream-pcm';

export interface DecodeOptions {
  /** Called at most once, at the end of the audio. */
  readonly onWarning?: (warning: DecodeWarning) => void;
  /** Where to begin; whether a file can be read from there, {@link canReadFrom} says. */
  readonly beginMs?: number;
}

/**
 * Whether decoding can begin in the middle. Of rebased containers ffmpeg's zero differs between
 * versions, so that nobody can say where it would have begun.
 */
export function canReadFrom({ timeline }: MediaInfo): boolean {
  return timeline !== 'rebased';
}

/**
 * Decodes the audio of a file to what engines hear: mono, 16 kHz, -1 to 1, sample 0 at the media
 * element's zero. More than two channels are mixed by ffmpeg's matrix for their layout, two by
 * {@link StereoDownmix}.
 * @throws StudioError as `streamPcm`
 */
export async function* decodeForRecognition(
  path: string,
  info: MediaInfo,
  tools: MediaTools,
  signal: AbortSignal,
  options: DecodeOptions = {},
): AsyncGenerator<Float32Array, void, undefined> {
  const isStereo = hasTwoChannels(info);
  const downmix = isStereo ? new StereoDownmix(recognitionRateHz) : undefined;
  const source = { path, info, tools };
  for await (const samples of decodeChannels(source, isStereo ? 2 : 1, signal, options)) {
    const mono = downmix === undefined ? samples : downmix.push(samples);
    if (mono.length > 0) yield mono;
  }
  const rest = downmix?.finish();
  if (rest !== undefined && rest.length > 0) yield rest;
}

function hasTwoChannels(info: MediaInfo): boolean {
  return assertHasAudio(info).channels === 2;
}

/** The samples as ffmpeg gives them, those of two channels in turn. */
async function* decodeChannels(
  source: {
    readonly path: string;
    readonly info: MediaInfo;
    readonly tools: MediaTools;
    /** Only this one; by default all. */
    readonly channel?: number;
  },
  channels: number,
  signal: AbortSignal,
  { onWarning, beginMs }: DecodeOptions,
): AsyncGenerator<Float32Array, void, undefined> {
  const format = { rateHz: recognitionRateHz, channels, sample: 'f32' } as const;
  for await (const block of streamPcm({ ...source, format, onWarning, beginMs }, signal)) {
    yield new Float32Array(block.buffer, 0, block.length / 4);
  }
}

/** The audio of a probed file as engines take it. Each `read` starts a decoder of its own. */
export function createAudioSource(
  path: string,
  info: MediaInfo,
  tools: MediaTools,
  options: DecodeOptions = {},
): AudioSource {
  const { channels: count = 1 } = assertHasAudio(info);
  return {
    path,
    durationMs: info.durationMs,
    ...omitUndefined({ track: nameTrack(info) }),
    file: describeUpload(info),
    read: (signal) => decodeForRecognition(path, info, tools, signal, options),
    ...(canReadFrom(info)
      ? {
          readFrom: (beginMs, signal) =>
            decodeForRecognition(path, info, tools, signal, { beginMs }),
        }
      : {}),
    ...(count < 2
      ? {}
      : {
          channels: {
            count,
            read: (channel, signal) =>
              decodeChannels({ path, info, tools, channel }, 1, signal, options),
            ...(count <= mostComparedChannels
              ? {
                  readAll: (signal) =>
                    decodeChannels({ path, info, tools }, count, signal, options),
                }
              : {}),
          },
        }),
    ...(count === 2
      ? { readStereo: (signal) => decodeChannels({ path, info, tools }, 2, signal, options) }
      : {}),
  };
}
