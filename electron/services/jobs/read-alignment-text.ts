import { StudioError } from '@core/errors/studio-error';
import type { Repair, TextEncoding, TranscriptFormat } from '@core/formats/format';
import { omitUndefined } from '@core/omit-undefined';
import { stripMarkup } from '@core/transcript/markup';
import { openText, readOpened } from '../formats/read-subtitle-file';

export interface AlignmentText {
  /** Pieces that keep their text: the cues of a subtitle file, the lines of a plain text. */
  readonly units: readonly string[];
  /** For each unit who says it, where the file tells. */
  readonly speakers: readonly (string | undefined)[];
  /** Whether each unit must stay one cue, as in a subtitle file. */
  readonly hasFixedCues: boolean;
  /** Of a subtitle file: what had to be mended, and the format it is of. */
  readonly repairs: readonly Repair[];
  readonly format: TranscriptFormat | undefined;
  /** Absent for a binary format. */
  readonly encoding?: TextEncoding;
}

/**
 * Reads the text to align: a file of a format with cues, by its name or its beginning [FM11], or
 * else plain text, of which each line that is not blank is a unit.
 * @param path of the file, or what the source is called
 * @param encoding as a person named it; by default it is found out [EN1]
 * @throws StudioError `text/unreadable`, `text/encoding-unknown` or `text/empty`
 */
export function readAlignmentText(
  bytes: Uint8Array,
  path: string,
  encoding?: string,
): AlignmentText {
  const opened = openText(bytes, path, encoding);
  const hasFixedCues = opened.format?.read !== undefined;
  const file = hasFixedCues ? readOpened(bytes, path, opened) : undefined;
  const pieces: readonly { readonly text: string; readonly speaker?: string }[] =
    file?.document.sentences ??
    (opened.decoded?.text ?? '').split(/\r\n|\r|\n/).map((text) => ({ text }));
  const units = pieces
    .map(({ text, speaker }) => ({ text: text.trim(), speaker }))
    .filter(({ text }) => text !== '');
  if (!units.some(({ text }) => /[\p{L}\p{N}]/u.test(stripMarkup(text)))) {
    throw new StudioError('text/empty', 'text holds no words', { data: { path } });
  }
  return {
    units: units.map(({ text }) => text),
    speakers: units.map(({ speaker }) => speaker),
    hasFixedCues,
    repairs: file?.repairs ?? [],
    format: opened.format,
    ...omitUndefined({ encoding: opened.decoded?.encoding }),
  };
}
