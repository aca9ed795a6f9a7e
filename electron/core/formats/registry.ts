import type { ReadableFormat, Specimen, TranscriptFormat, WritableFormat } from './format';
import { ass } from './ass';
import { avidDs } from './avid-ds';
import { csv } from './csv';
import { docx } from './docx';
import { edl } from './edl';
import { fcpxml } from './fcpxml';
import { html } from './html';
import { json } from './json';
import { lrc } from './lrc';
import { sbv } from './sbv';
import { scc } from './scc';
import { srt } from './srt';
import { ssa } from './ssa';
import { stl } from './stl';
import { sub } from './sub';
import { tsv } from './tsv';
import { ttml } from './ttml';
import { txt } from './txt';
import { vtt } from './vtt';
import { youtube } from './youtube';

/** Every file format, one row each [FM7]; the first is the usual one. */
export const transcriptFormats: readonly TranscriptFormat[] = [
  srt,
  vtt,
  ass,
  ssa,
  ttml,
  lrc,
  sbv,
  sub,
  scc,
  stl,
  txt,
  csv,
  tsv,
  docx,
  json,
  fcpxml,
  edl,
  avidDs,
  youtube,
  html,
];

export const writableFormats = transcriptFormats.filter(
  (format): format is WritableFormat => format.write !== undefined,
);

/** Those of which a file is known as one to be opened by its name; text for reading is not among them. */
export const readableFormats = transcriptFormats.filter(
  (format): format is ReadableFormat => format.read !== undefined && !format.isProse,
);

/** What keeps all that a transcript has. */
export const wholeFormat: WritableFormat = writableFormats.find(({ isWhole }) => isWhole)!;

/** What is written where nobody chose. */
export const usualFormat = writableFormats[0]!;

/** The format of an id or of a file's extension, with or without its point, in any case. */
export function findFormat(idOrExtension: string): TranscriptFormat | undefined {
  const key = idOrExtension.toLowerCase().replace(/^\./u, '');
  return transcriptFormats.find(
    ({ id, extensions }) => id === key || extensions.includes(`.${key}`),
  );
}

/** As {@link findFormat}, among those that can be written. */
export function findWritableFormat(idOrExtension: string): WritableFormat | undefined {
  return writableFormats.find((format) => format === findFormat(idOrExtension));
}

/** The likeliest format of a file; undefined where it is like none. */
export function detectFormat(specimen: Specimen): TranscriptFormat | undefined {
  let best: TranscriptFormat | undefined;
  let most = 0;
  for (const format of transcriptFormats) {
    const likelihood = format.probe(specimen);
    if (likelihood <= most) continue;
    best = format;
    most = likelihood;
  }
  if (best === undefined || best.read !== undefined) return best;
  // What is only written may still be readable as what its name ends in: chapters are plain text.
  const name = specimen.fileName.toLowerCase();
  const isReadable = (format: TranscriptFormat): boolean =>
    format.read !== undefined && hasExtension(format, name);
  return transcriptFormats.find(isReadable) ?? best;
}

function hasExtension({ extensions }: TranscriptFormat, name: string): boolean {
  return extensions.some((extension) => name.endsWith(extension));
}
