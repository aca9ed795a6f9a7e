import type { GivenOptions, TranscriptFormat } from '@core/formats/format';
import type { FormatDocument } from '@core/formats/format-document';
import type { OptionField } from '@core/formats/option-fields';
import { writableFormats } from '@core/formats/registry';
import { lineFields } from '@core/formats/timed-text';
import { type BothLanguages, translate, type Wording } from '@core/messages/catalogue';
import { type ParsedArguments, readChoice, readWholeNumber, usageError } from './parse-arguments';
import { say, type Terminal } from './terminal';

/**
 * Where lines break is asked for by options of the command itself, as it also decides how an
 * engine's words become cues; see `read-limits.ts`.
 */
const ownOfCommands: ReadonlySet<string> = new Set(lineFields.map(({ name }) => name));

interface FormatOption {
  /** As the command line has it, without its dashes. */
  readonly name: string;
  readonly field: OptionField;
  /** The formats it makes a difference in. */
  readonly formatIds: readonly string[];
}

/** Each option that some format has, once. */
const formatOptions: readonly FormatOption[] = listFormatOptions();

/** The options of all formats, as rows of a command. */
export const formatOptionSpecs = formatOptions.map(({ name, field, formatIds }) => ({
  name,
  ...nameValue(field),
  help: describeHelp(field, formatIds),
}));

/**
 * What was asked for of the options that a format has.
 * @throws StudioError `usage/invalid`
 */
export function readFormatOptions(
  { values, flags }: ParsedArguments,
  format: Pick<TranscriptFormat, 'id'>,
  terminal: Terminal,
): GivenOptions {
  const given: Record<string, unknown> = {};
  for (const { name, field, formatIds } of formatOptions) {
    const value = values[name];
    if (field.kind === 'flag') {
      if (flags.has(name) && formatIds.includes(format.id)) given[field.name] = !field.usual;
    } else if (value !== undefined) {
      const read = readValue(field, { name, value, terminal });
      if (formatIds.includes(format.id)) given[field.name] = read;
    }
  }
  return given;
}

/**
 * As {@link readFormatOptions}, for a text that is made only later: what no file of it will have is
 * refused before the work begins.
 * @throws StudioError `usage/invalid`
 */
export function readResultFormatOptions(
  parsed: ParsedArguments,
  format: TranscriptFormat,
  terminal: Terminal,
): GivenOptions {
  const given = readFormatOptions(parsed, format, terminal);
  // Recordings that are heard do not tell their rate to what is written of them.
  refuseOptionProblem({ language: 'und', sentences: [] }, { format, given, terminal });
  return given;
}

/** @throws StudioError `usage/invalid` where a file of this document does not have what is asked for */
export function refuseOptionProblem(
  document: FormatDocument,
  asked: {
    readonly format: TranscriptFormat;
    readonly given: GivenOptions;
    readonly terminal: Terminal;
  },
): void {
  const { format, given, terminal } = asked;
  const found = format.findOptionProblem(document, given);
  const field = format.options.find(({ name }) => name === found?.option);
  if (found === undefined || field === undefined) return;
  const problem = say(terminal, found.text, found.parameters);
  throw usageError(terminal, 'cli.optionProblem', { option: `--${nameOption(field)}`, problem });
}

function readValue(
  field: Exclude<OptionField, { readonly kind: 'flag' }>,
  asked: { readonly name: string; readonly value: string; readonly terminal: Terminal },
): string | number {
  const { name, value, terminal } = asked;
  if (field.kind === 'number') return readWholeNumber(terminal, name, value, field);
  if (field.kind === 'choice') {
    const values = field.choices.map((choice) => choice.value);
    return readChoice(terminal, name, value, values);
  }
  if (field.isRight(value)) return value;
  throw usageError(terminal, 'cli.badText', { option: `--${name}`, example: field.example });
}

function listFormatOptions(): FormatOption[] {
  const found = new Map<string, { readonly field: OptionField; readonly formatIds: string[] }>();
  for (const { id, options } of writableFormats) {
    for (const field of options) {
      if (ownOfCommands.has(field.name)) continue;
      const name = nameOption(field);
      const known = found.get(name);
      if (known === undefined) found.set(name, { field, formatIds: [id] });
      else known.formatIds.push(id);
    }
  }
  return [...found].map(([name, option]) => ({ name, ...option }));
}

/** What is on by default can be switched off. */
function nameOption(field: OptionField): string {
  const name = field.name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return field.kind === 'flag' && field.usual ? `no-${name}` : name;
}

function nameValue(field: OptionField): { readonly value?: string } {
  if (field.kind === 'number') return { value: 'N' };
  if (field.kind === 'text') return { value: field.example };
  if (field.kind === 'choice') return { value: field.choices.map(({ value }) => value).join('|') };
  return {};
}

function describeHelp(field: OptionField, formatIds: readonly string[]): Wording {
  const isOn = field.kind === 'flag' && field.usual;
  const label = [translate('en', field.label), translate('zh-CN', field.label)] as const;
  const formats = describeFormats(formatIds);
  return isOn
    ? [`not: ${lowerFirst(label[0])} (${formats[0]})`, `不要：${label[1]}（${formats[1]}）`]
    : [`${lowerFirst(label[0])} (${formats[0]})`, `${label[1]}（${formats[1]}）`];
}

/** Their ids, or what they are where all of a sort are meant. */
function describeFormats(formatIds: readonly string[]): BothLanguages {
  const cues = writableFormats.filter(({ unit }) => unit === 'cue').map(({ id }) => id);
  const areAllOfCues =
    cues.length === formatIds.length && cues.every((id) => formatIds.includes(id));
  if (areAllOfCues) return ['all subtitle formats', '所有字幕格式'];
  return [formatIds.join(', '), formatIds.join(', ')];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
