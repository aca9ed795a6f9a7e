import { stat } from 'node:fs/promises';
import type { WritableFormat } from '@core/formats/format';
import { findWritableFormat, writableFormats } from '@core/formats/registry';
import { isOwnFile } from '@core/formats/text-form';
import type { SubtitleFile } from '../services/formats/read-subtitle-file';
import type { Conversion } from './conversion';
import { expandInputs } from './expand-inputs';
import { type ParsedArguments, usageError } from './parse-arguments';
import { standardInput } from './read-text-source';
import type { Terminal } from './terminal';

/** Whether files are written back where they were read. */
export function isInPlace({ flags }: Pick<ParsedArguments, 'flags'>): boolean {
  return flags.has('in-place');
}

/**
 * The files that `zimu convert --in-place` reads and writes.
 * @throws StudioError `usage/invalid` for what has no place to be written back to, or two places
 */
export async function planInPlace(
  { files, values }: ParsedArguments,
  terminal: Terminal,
): Promise<readonly Conversion[]> {
  if (files.length === 0) throw usageError(terminal, 'cli.needsFile', { command: 'convert' });
  for (const option of ['out', 'name-pattern'] as const) {
    if (values[option] === undefined) continue;
    throw usageError(terminal, 'cli.inPlaceAlone', { option: `--${option}` });
  }
  const sources = await expandInputs(files, terminal.workingDirectory);
  if (sources.length === 0) {
    throw usageError(terminal, 'cli.nothingToConvert', { path: files.join(' ') });
  }
  for (const source of sources) {
    if (source === standardInput || !(await mayBeFile(source))) {
      throw usageError(terminal, 'cli.inPlaceNeedsFile', { path: source });
    }
  }
  return sources.map((source) => ({ source, target: source }));
}

/** What is not there is told when it is read. */
async function mayBeFile(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status === undefined || status.isFile();
}

/**
 * The format in which a file is written back: its own.
 * @param asked as the command line names it
 * @throws StudioError `usage/invalid` where that is another, or its own cannot be written
 */
export function findOwnFormat(
  { format, document }: SubtitleFile,
  { path, asked }: { readonly path: string; readonly asked: WritableFormat | undefined },
  terminal: Terminal,
): WritableFormat {
  const own = findWritableFormat(format.id);
  // Of the result of a recogniser our own JSON would be another file.
  if (own === undefined || !isOwnFile(document.source)) {
    const formats = writableFormats.map(({ id }) => id).join(', ');
    throw usageError(terminal, 'cli.inPlaceReadOnly', { path, format: format.id, formats });
  }
  if (asked === undefined || asked.id === own.id) return own;
  throw usageError(terminal, 'cli.inPlaceFormat', { path, format: own.id, asked: asked.id });
}
