import { StudioError } from '@core/errors/studio-error';
import type { Repair, TranscriptFormat } from '@core/formats/format';
import { openText, readOpened } from '../formats/read-subtitle-file';

export interface AlignmentText {
  /** Pieces that keep their text: the cues of a subtitle file, the lines of a plain text. */
  readonly units: readonly string[];
  /** Whether each unit must stay one cue, as in a subtitle file. */
  readonly hasFixedCues: boolean;
  /** Of a subtitle file: what had to be mended, and the format it is of. */
  readonly repairs: readonly Repair[];
  readonly format: TranscriptFormat | undefined;
}

/**
 * Reads the text to align: a file of a format with cues, by its name or its beginning [FM11], or
 * else plain text, of which each line that is not blank is a unit.
 * @param path of the file, or what the source is called
 * @throws StudioError `text/unreadable` or `text/empty`
 */
export function readAlignmentText(bytes: Uint8Array, path: string): AlignmentText {
  const opened = openText(bytes, path);
  const hasFixedCues = opened.format?.read !== undefined;
  const file = hasFixedCues ? readOpened(bytes, path, opened) : undefined;
  const pieces =
    file === undefined
      ? (opened.decoded?.text ?? '').split(/\r\n|\r|\n/)
      : file.document.sentences.map(({ text }) => text);
  const units = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (!units.some((unit) => /[\p{L}\p{N}]/u.test(unit))) {
    throw new StudioError('text/empty', 'text holds no words', { data: { path } });
  }
  return { units, hasFixedCues, repairs: file?.repairs ?? [], format: opened.format };
}
