import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { WritableFormat } from '@core/formats/format';
import { findOwnForm, type TextForm, usualForm } from '@core/formats/text-form';
import {
  type AskedReading,
  readSubtitleFile,
  type SubtitleFile,
} from '../services/formats/read-subtitle-file';
import { readWordTimesBeside } from '../services/formats/word-times-beside';
import { readTextSource, standardInput } from './read-text-source';
import { say, type Terminal } from './terminal';

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
  const name = source === standardInput ? say(terminal, 'cli.stdin') : source;
  const bytes = await readTextSource(source, { signal: terminal.signal, name }).catch(
    (cause: unknown) => {
      if (cause instanceof StudioError) throw cause;
      const data = { path: name, reason: describeThrown(cause) };
      throw new StudioError('text/unreadable', 'text cannot be read', { data, cause });
    },
  );
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
