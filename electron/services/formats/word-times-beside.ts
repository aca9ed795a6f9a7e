import { basename, dirname, join } from 'node:path';
import type { FormatDocument } from '@core/formats/format-document';
import { addWordTimes, nameWordTimes } from '@core/formats/word-times';
import { readBoundedFile } from '../files/regular-file';

/** A day of speech. */
const mostBytes = 64_000_000;

/** Where the times of words lie beside a file of text [FM84]. */
export function findWordTimesPath(path: string): string {
  return join(dirname(path), nameWordTimes(basename(path)));
}

/** A document with the times of words that lie beside its file; without them as it is. */
export async function readWordTimesBeside(
  document: FormatDocument,
  path: string,
): Promise<FormatDocument> {
  const bytes = await readBoundedFile(findWordTimesPath(path), mostBytes).catch(() => undefined);
  return bytes === undefined ? document : addWordTimes(document, bytes.toString('utf8'));
}
