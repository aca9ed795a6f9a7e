import { extname } from 'node:path';
import { StudioError, describeThrown } from '@core/errors/studio-error';
import { parseSrt } from '@core/formats/srt';

export interface AlignmentText {
  /** Pieces that keep their text: the cues of a subtitle file, the lines of a plain text. */
  readonly units: readonly string[];
  /** Whether each unit must stay one cue, as in a subtitle file. */
  readonly hasFixedCues: boolean;
}

/** The first cue of an SRT, whose name a pipe does not tell. */
const srtBeginning = /^\uFEFF?\s*\d+[ \t]*\r?\n[ \t]*\d+:\d+:\d+[,.]\d+[ \t]*-->/u;

/**
 * Reads the text to align: an SRT by its extension or its first cue, or else plain text, of which
 * each line that is not blank is a unit.
 * @param path of the file, or what the source is called
 * @throws StudioError `text/unreadable` or `text/empty`
 */
export function readAlignmentText(bytes: Uint8Array, path: string): AlignmentText {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (cause) {
    throw new StudioError('text/unreadable', 'text cannot be read', {
      data: { path, reason: describeThrown(cause) },
      cause,
    });
  }
  if (/^\uFEFF?WEBVTT/.test(text)) {
    // Taken for plain text its times would become words.
    throw new StudioError('text/unreadable', 'WebVTT is not read', {
      data: { path, reason: 'WebVTT; save it as SRT' },
    });
  }
  const extension = extname(path).toLowerCase();
  const hasFixedCues = extension === '.srt' || (extension !== '.txt' && srtBeginning.test(text));
  const pieces = hasFixedCues
    ? parseSrt(text).cues.map((cue) => cue.text)
    : text.split(/\r\n|\r|\n/);
  const units = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (!units.some((unit) => /[\p{L}\p{N}]/u.test(unit))) {
    throw new StudioError('text/empty', 'text holds no words', { data: { path } });
  }
  return { units, hasFixedCues };
}

/**
 * Text of a file in UTF-8, UTF-16 with a byte order mark, or else GB18030, the encoding that
 * Chinese subtitle files without a mark most often have and that decodes nearly any bytes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new TypeError('it holds binary data');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the one other encoding worth trying here.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
