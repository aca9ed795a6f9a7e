import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findWritableFormatOfName } from '@core/formats/format-of-name';
import type { TranscriptFormat, WritableFormat } from '@core/formats/format';
import { readableFormats, transcriptFormats, writableFormats } from '@core/formats/registry';
import { omitUndefined } from '@core/omit-undefined';
import type { Conversion } from './conversion';
import { expandInputs } from './expand-inputs';
import { isInPlace, planInPlace } from './in-place';
import { type ParsedArguments, readChoice, usageError } from './parse-arguments';
import { planOutputs } from './plan-outputs';
import { readNaming } from './read-naming';
import { standardInput } from './read-text-source';
import { readOut, standardOutput } from './standard-output';
import type { Terminal } from './terminal';

export interface ConversionPlan {
  readonly conversions: readonly Conversion[];
  /** Absent where each file is written back in its own. */
  readonly to?: WritableFormat;
  /** As it was asked for; by default it is found out of each file. */
  readonly from: TranscriptFormat | undefined;
}

/**
 * What `zimu convert` is to write where: the last of its files is the result, or a folder for results,
 * unless `--out` names it, or `--to` alone says what comes beside each file.
 * @throws StudioError `usage/invalid`
 */
export async function planConversion(
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ConversionPlan> {
  const { values, files } = parsed;
  const { workingDirectory } = terminal;
  const to = readFormatId(values['to'], 'to', writableFormats, terminal);
  const from = readFormatId(values['from'], 'from', transcriptFormats.filter(isReadable), terminal);
  if (isInPlace(parsed)) {
    const conversions = await planInPlace(parsed, terminal);
    return { conversions, from, ...omitUndefined({ to }) };
  }
  const { words, asked } = await splitFiles(parsed, to, workingDirectory);
  if (words.length === 0) throw usageError(terminal, 'cli.needsFile', { command: 'convert' });
  if (asked === undefined && to === undefined) throw usageError(terminal, 'cli.convertNeedsOut');
  const sources = await expandInputs(words, workingDirectory);
  if (sources.length === 0) {
    throw usageError(terminal, 'cli.nothingToConvert', { path: words.join(' ') });
  }
  const fromInput = sources.includes(standardInput);
  const out =
    asked === undefined || asked === standardOutput ? asked : resolve(workingDirectory, asked);
  const folder = asked !== undefined && (await isFolder(asked, files, sources, workingDirectory));
  if (sources.length > 1 && out === standardOutput) throw usageError(terminal, 'cli.stdoutOneFile');
  if (sources.length > 1 && out !== undefined && !folder) {
    throw usageError(terminal, 'cli.convertNeedsFolder', { path: out });
  }
  if (fromInput && (out === undefined || folder)) {
    throw usageError(terminal, 'cli.convertNeedsName');
  }
  const format = to ?? (folder || out === undefined ? undefined : findWritableFormatOfName(out));
  if (format === undefined) {
    const formats = writableFormats.map(({ id }) => id).join(', ');
    throw usageError(terminal, 'cli.convertNeedsFormat', { path: asked ?? '', formats });
  }
  if (out === standardOutput || (out !== undefined && !folder)) {
    return { conversions: sources.map((source) => ({ source, target: out })), to: format, from };
  }
  const targets = planOutputs({
    sources: sources.map((path) => ({ name: path, path })),
    extension: format.extension.slice(1),
    ...{ out, outIsFolder: true, naming: readNaming(parsed, format, terminal) },
  });
  const conversions = targets.map(({ source, path }) => ({ source, target: path }));
  return { conversions, to: format, from };
}

/** Which words of the command line are read, and which is written. */
async function splitFiles(
  { files, values }: ParsedArguments,
  to: WritableFormat | undefined,
  workingDirectory: string,
): Promise<{ readonly words: readonly string[]; readonly asked: string | undefined }> {
  const named = readOut(values['out']);
  if (named !== undefined) return { words: files, asked: named };
  const last = files.at(-1);
  if (files.length < 2 || last === undefined) return { words: files, asked: undefined };
  if (to !== undefined && last !== standardOutput) {
    // Several files and what they are to become: the last is one of them, if it is there and another.
    const status = await stat(resolve(workingDirectory, last)).catch(() => undefined);
    const isInput = status?.isFile() === true && findWritableFormatOfName(last) !== to;
    if (isInput || /[*?[]/u.test(last)) return { words: files, asked: undefined };
  }
  return { words: files.slice(0, -1), asked: readOut(last) };
}

async function isFolder(
  asked: string,
  files: readonly string[],
  sources: readonly string[],
  workingDirectory: string,
): Promise<boolean> {
  if (asked === standardOutput) return false;
  const path = resolve(workingDirectory, asked);
  const status = await stat(path).catch(() => undefined);
  if (status !== undefined) return status.isDirectory();
  // What is not there yet is a folder where it is called one, or several files go there.
  const isOneFile = sources.length === 1 && files.length > 0;
  return /[/\\]$/u.test(asked) || (!isOneFile && findWritableFormatOfName(path) === undefined);
}

function readFormatId<Format extends TranscriptFormat>(
  asked: string | undefined,
  option: string,
  formats: readonly Format[],
  terminal: Terminal,
): Format | undefined {
  if (asked === undefined) return undefined;
  const id = readChoice(
    terminal,
    option,
    asked.toLowerCase(),
    formats.map((format) => format.id),
  );
  return formats.find((format) => format.id === id);
}

const isReadable = (format: TranscriptFormat): boolean =>
  format.read !== undefined || readableFormats.some(({ id }) => id === format.id);
