import type { WritableFormat } from '@core/formats/format';
import { findOwnForm, type TextForm, usualForm } from '@core/formats/text-form';
import {
  type AskedReading,
  readSubtitleFile,
  type SubtitleFile,
} from '../services/formats/read-subtitle-file';
import { readWordTimesBeside } from '../services/formats/word-times-beside';
import { readAskedText } from './read-asked-text';
import { standardInput } from './read-text-source';
import type { Terminal } from './terminal';

/** How a file is read that a command line names. */
export interface AskedSource extends AskedReading {
  /** Label of its encoding; by default it is found out [EN1]. */
  readonly readAs?: string | undefined;
}

/**
 * A file of subtitles, or standard input, with the word times that lie beside it.
 * @param source absolute, or `-`
 * @throws StudioError `text/*`
 */
export async function readSubtitleSource(
  source: string,
  { readAs, ...asked }: AskedSource,
  terminal: Terminal,
): Promise<SubtitleFile> {
  const { name, bytes } = await readAskedText(source, terminal);
  const file = readSubtitleFile(bytes, name, readAs, asked);
  if (source === standardInput) return file;
  return { ...file, document: await readWordTimesBeside(file.document, source) };
}

/** A file that stays in its format stays as it is on the disk as well, for all that nobody chose. */
export function findKeptForm(
  { encoding, document, format }: SubtitleFile,
  to: Pick<WritableFormat, 'id'>,
): TextForm {
  if (format.id !== to.id || encoding === undefined) return usualForm;
  const { lineEnding } = findOwnForm(document.source ?? { format: to.id });
  return { ...encoding, lineEnding };
}
