import { splitSentences } from '@core/cues/split-sentences';
import { StudioError } from '@core/errors/studio-error';
import type { Repair, TextEncoding, TranscriptFormat } from '@core/formats/format';
import { omitUndefined } from '@core/omit-undefined';
import { stripMarkup } from '@core/transcript/markup';
import type { Sentence } from '@core/transcript/sentence';
import { openText, readOpened } from '../formats/read-subtitle-file';

export interface AlignmentText {
  /** Pieces that keep their text: the cues of a subtitle file, the sentences of a plain text. */
  readonly units: readonly string[];
  /** For each sentence of a plain text in which line it stands: cues go on within a line. */
  readonly lines?: readonly number[];
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
 * else plain text, of which each sentence is a unit.
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
  const hasFixedCues = opened.format?.read !== undefined && !opened.format.isProse;
  const file = hasFixedCues ? readOpened(bytes, path, opened) : undefined;
  const units =
    file === undefined ? splitLines(opened.decoded?.text ?? '') : listCues(file.document.sentences);
  if (!units.some(({ text }) => /[\p{L}\p{N}]/u.test(stripMarkup(text)))) {
    throw new StudioError('text/empty', 'text holds no words', { data: { path } });
  }
  return {
    units: units.map(({ text }) => text),
    speakers: units.map(({ speaker }) => speaker),
    ...(file === undefined ? { lines: units.map(({ line }) => line) } : {}),
    hasFixedCues,
    repairs: file?.repairs ?? [],
    format: opened.format,
    ...omitUndefined({ encoding: opened.decoded?.encoding }),
  };
}

interface Unit {
  readonly text: string;
  readonly speaker?: string;
  readonly line: number;
}

/** By sentences, so that one that is not said is told from those beside it; what stands between is kept. */
function splitLines(text: string): readonly Unit[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((content, line) =>
      splitSentences(content.trim()).map((sentence) => ({ text: sentence, line })),
    );
}

function listCues(sentences: readonly Sentence[]): readonly Unit[] {
  return sentences
    .map(({ text, speaker }, line) => ({ text: text.trim(), line, ...omitUndefined({ speaker }) }))
    .filter(({ text }) => text !== '');
}
