import type { TranscriptFormat, WritableFormat } from './format';
import { transcriptFormats, writableFormats } from './registry';

/** The format whose ending a file's name has; of several that fit the longest (`.avid.txt`, `.txt`). */
export function findFormatOfName(fileName: string): TranscriptFormat | undefined {
  return findLongest(transcriptFormats, fileName);
}

/** As {@link findFormatOfName}, among those that can be written. */
export function findWritableFormatOfName(fileName: string): WritableFormat | undefined {
  return findLongest(writableFormats, fileName);
}

function findLongest<Format extends TranscriptFormat>(
  formats: readonly Format[],
  fileName: string,
): Format | undefined {
  const name = fileName.toLowerCase();
  const fits = formats.flatMap((format) =>
    format.extensions
      .filter((extension) => name.endsWith(extension))
      .map(({ length }) => ({ format, length })),
  );
  return fits.toSorted((left, right) => right.length - left.length)[0]?.format;
}
