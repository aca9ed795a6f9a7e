import { StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import { joinTtmlSamples } from './join-ttml-samples';
import type { MediaTools } from './find-media-tools';
import { describeComplaint, inputArguments } from './media-input';
import type { MediaInfo } from './probe-media';
import { collectTool, describeEnd } from './run-tool';

/** A track of text in time within a media file. */
export interface TextTrack {
  /** Its place among the tracks of text and of pictures of text, from 0; people count from 1. */
  readonly track: number;
  /** Its place among all streams of the file. */
  readonly index: number;
  readonly codec?: string;
  readonly language?: string;
  readonly title?: string;
  readonly isDefault?: boolean;
  /** Of signs and foreign speech alone. */
  readonly isForced?: boolean;
  /** Nothing here makes text of it: it is pictures of text, or of an unknown kind. */
  readonly isUndecodable?: boolean;
}

/** How ffmpeg gives the text of a codec: the file that it writes, and whether the text stays as it is. */
interface TextForm {
  readonly muxer: string;
  readonly encoder: string;
  /** Makes one file of what the muxer wrote. */
  readonly join?: (text: string) => string;
}

const forms: Readonly<Record<string, TextForm>> = {
  subrip: { muxer: 'srt', encoder: 'copy' },
  ass: { muxer: 'ass', encoder: 'copy' },
  ssa: { muxer: 'ass', encoder: 'copy' },
  webvtt: { muxer: 'webvtt', encoder: 'copy' },
  ttml: { muxer: 'ttml', encoder: 'copy' },
  mov_text: { muxer: 'srt', encoder: 'srt' },
  text: { muxer: 'srt', encoder: 'srt' },
  eia_608: { muxer: 'scc', encoder: 'copy' },
  stpp: { muxer: 'data', encoder: 'copy', join: joinTtmlSamples },
};

/** Codecs of pictures of text. */
const pictureCodecs: ReadonlySet<string> = new Set([
  'hdmv_pgs_subtitle',
  'dvd_subtitle',
  'dvb_subtitle',
  'xsub',
]);

/** Whether what a track holds is pictures, as far as is known. */
export function isPictureTrack({ codec = '' }: Pick<TextTrack, 'codec'>): boolean {
  return pictureCodecs.has(codec);
}

/** A film is read to its end for its text. */
const timeoutMs = 600_000;
const maximumBytes = 64_000_000;

/** The tracks of text of a media file, in its order, those of pictures among them. */
export function listTextTracks({ streams }: Pick<MediaInfo, 'streams'>): readonly TextTrack[] {
  return streams
    .filter(({ kind }) => kind === 'subtitle')
    .map(({ index, codec, language, title, isDefault, isForced }, track) => ({
      ...{ track, index },
      ...omitUndefined({ codec, language, title, isDefault, isForced }),
      ...(codec !== undefined && Object.hasOwn(forms, codec) ? undefined : { isUndecodable: true }),
    }));
}

/**
 * The text of a track as a file of its own, in UTF-8.
 * @throws StudioError `text/picture-track`, `text/unknown-track`, `tool/ffmpeg-failed`, `job/cancelled`
 */
export async function readTextTrack(
  { path, timeline }: Pick<MediaInfo, 'path' | 'timeline'>,
  { track, index, codec = '' }: TextTrack,
  { tools, signal }: { readonly tools: MediaTools; readonly signal?: AbortSignal },
): Promise<Uint8Array> {
  const form = forms[codec];
  if (form === undefined) {
    const code = isPictureTrack({ codec }) ? 'text/picture-track' : 'text/unknown-track';
    throw new StudioError(code, `no text is made of ${codec}`, {
      data: { path, track: track + 1, codec },
    });
  }
  const output = await collectTool(
    tools.ffmpeg.path,
    [
      ...['-v', 'error', '-nostdin', ...(timeline === 'kept' ? ['-copyts'] : [])],
      ...[...inputArguments(path), '-map', `0:${index}`],
      ...['-c:s', form.encoder, '-f', form.muxer, '-'],
    ],
    { timeoutMs, maximumBytes, signal },
  );
  const reason =
    output.spawnError?.message ??
    (output.stopped === undefined
      ? describeEnd(output) && (describeComplaint(output.stderrLines, path) ?? describeEnd(output))
      : `it passed its limit of ${output.stopped}`);
  if (reason === undefined) {
    return Buffer.from(form.join?.(output.stdout) ?? output.stdout, 'utf8');
  }
  throw new StudioError('tool/ffmpeg-failed', 'the text could not be read', {
    data: { path, reason, tool: 'ffmpeg', toolPath: tools.ffmpeg.path },
    cause: output.spawnError,
  });
}
