import { StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import type { MediaTools } from './find-media-tools';
import { describeComplaint, inputArguments } from './media-input';
import type { MediaInfo } from './probe-media';
import { collectTool, describeEnd } from './run-tool';

/** A track of text in time within a media file. */
export interface TextTrack {
  /** Its place among the tracks of text and of pictures of text, from 0; people count from 1. */
  readonly track: number;
  readonly codec?: string;
  readonly language?: string;
  readonly title?: string;
  readonly isDefault?: boolean;
  /** It is pictures of text, of which nothing here makes text. */
  readonly isUndecodable?: boolean;
}

/** How ffmpeg gives the text of a codec: the file that it writes, and whether the text stays as it is. */
interface TextForm {
  readonly muxer: string;
  readonly encoder: string;
}

const forms: Readonly<Record<string, TextForm>> = {
  subrip: { muxer: 'srt', encoder: 'copy' },
  ass: { muxer: 'ass', encoder: 'copy' },
  ssa: { muxer: 'ass', encoder: 'copy' },
  webvtt: { muxer: 'webvtt', encoder: 'copy' },
  ttml: { muxer: 'ttml', encoder: 'copy' },
  mov_text: { muxer: 'srt', encoder: 'srt' },
  text: { muxer: 'srt', encoder: 'srt' },
};

/** A film is read to its end for its text. */
const timeoutMs = 600_000;
const maximumBytes = 64_000_000;

/** The tracks of text of a media file, in its order, those of pictures among them. */
export function listTextTracks({ streams }: Pick<MediaInfo, 'streams'>): readonly TextTrack[] {
  return streams
    .filter(({ kind }) => kind === 'subtitle')
    .map(({ codec, language, title, isDefault }, track) => ({
      track,
      ...omitUndefined({ codec, language, title, isDefault }),
      ...(codec !== undefined && Object.hasOwn(forms, codec) ? undefined : { isUndecodable: true }),
    }));
}

/**
 * The text of a track as a file of its own, in UTF-8.
 * @throws StudioError `text/picture-track`, `tool/ffmpeg-failed`, `job/cancelled`
 */
export async function readTextTrack(
  { path, timeline }: Pick<MediaInfo, 'path' | 'timeline'>,
  { track, codec = '' }: TextTrack,
  { tools, signal }: { readonly tools: MediaTools; readonly signal?: AbortSignal },
): Promise<Uint8Array> {
  const form = forms[codec];
  if (form === undefined) {
    throw new StudioError('text/picture-track', `${codec} is no text`, {
      data: { path, track: track + 1, codec },
    });
  }
  const output = await collectTool(
    tools.ffmpeg.path,
    [
      ...['-v', 'error', '-nostdin', ...(timeline === 'kept' ? ['-copyts'] : [])],
      ...[...inputArguments(path), '-map', `0:s:${track}`],
      ...['-c:s', form.encoder, '-f', form.muxer, '-'],
    ],
    { timeoutMs, maximumBytes, signal },
  );
  const reason =
    output.spawnError?.message ??
    (output.stopped === undefined
      ? describeEnd(output) && (describeComplaint(output.stderrLines, path) ?? describeEnd(output))
      : `it passed its limit of ${output.stopped}`);
  if (reason === undefined) return Buffer.from(output.stdout, 'utf8');
  throw new StudioError('tool/ffmpeg-failed', 'the text could not be read', {
    data: { path, reason, tool: 'ffmpeg', toolPath: tools.ffmpeg.path },
    cause: output.spawnError,
  });
}
