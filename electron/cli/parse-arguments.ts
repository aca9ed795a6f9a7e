import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StudioError } from '@core/errors/studio-error';
import type { MessageKey, MessageParameters } from '@core/messages/catalogue';
import type { CommandSpec, OptionSpec } from './command-spec';
import { type Terminal, say } from './terminal';

export interface ParsedArguments {
  readonly files: readonly string[];
  /** Of an option that was given several times, the last. */
  readonly values: Readonly<Record<string, string>>;
  /** Those that may be given several times, in the order of the command line. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
}

/** A wrong use of the command line, in the reader's language. */
export function usageError(
  terminal: Terminal,
  key: MessageKey,
  parameters?: MessageParameters,
): StudioError {
  const problem = say(terminal, key, parameters);
  return new StudioError('usage/invalid', problem, { data: { problem } });
}

/**
 * Reads a command's arguments. A file whose name begins with a dash is taken as a file where one
 * of that name exists; `--` ends the options as everywhere.
 * @throws StudioError `usage/invalid` for an unknown option, a missing or unwanted value
 */
export function parseArguments(
  spec: CommandSpec,
  commandArguments: readonly string[],
  terminal: Terminal,
): ParsedArguments {
  const known = new Map<string, OptionSpec>(
    spec.options.flatMap((option) => listNames(option).map((name) => [name, option] as const)),
  );
  const { tokens } = parseArgs({
    args: [...commandArguments],
    options: Object.fromEntries(
      [...known].map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const flags = new Set<string>();
  let lastFileIndex = -1;
  for (const token of tokens) {
    // An empty word is a variable that was not set, not a file.
    if (token.kind === 'positional' && token.value !== '') files.push(token.value);
    if (token.kind !== 'option' || token.index === lastFileIndex) continue;
    const option = known.get(token.name);
    const raw = commandArguments[token.index] ?? token.rawName;
    if (option === undefined) {
      if (!existsSync(resolve(terminal.workingDirectory, raw))) {
        throw usageError(terminal, 'cli.unknownOption', { command: spec.name, option: raw });
      }
      files.push(raw);
      lastFileIndex = token.index;
    } else if (option.value === undefined) {
      if (token.value !== undefined) {
        throw usageError(terminal, 'cli.optionTakesNoValue', { option: token.rawName });
      }
      flags.add(option.name);
    } else {
      const isAnotherOption = token.inlineValue !== true && token.value?.startsWith('--') === true;
      if (token.value === undefined || token.value === '' || isAnotherOption) {
        throw usageError(terminal, 'cli.optionNeedsValue', { option: token.rawName });
      }
      values[option.name] = token.value;
      if (option.isRepeated) (lists[option.name] ??= []).push(token.value);
    }
  }
  return { files, values, lists, flags };
}

function listNames({ name, oldName }: OptionSpec): readonly string[] {
  return oldName === undefined ? [name] : [name, oldName];
}

/** The value of an option that must be one of a few. */
export function readChoice<Choice extends string>(
  terminal: Terminal,
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw usageError(terminal, 'cli.badChoice', {
      option: `--${name}`,
      choices: choices.join(', '),
    });
  }
  return choice;
}

/** The value of an option that must be a whole number within bounds, both included. */
export function readWholeNumber(
  terminal: Terminal,
  name: string,
  value: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw usageError(terminal, 'cli.badNumber', { option: `--${name}`, least, most });
  }
  return number;
}
