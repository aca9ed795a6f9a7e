import type { GivenOptions, TranscriptFormat } from '@core/formats/format';
import type { FormatDocument } from '@core/formats/format-document';
import type { OptionField } from '@core/formats/option-fields';
import { writableFormats } from '@core/formats/registry';
import { lineFields } from '@core/formats/timed-text';
import { type BothLanguages, translate, type Wording } from '@core/messages/catalogue';
import { omitUndefined } from '@core/omit-undefined';
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
  readonly oldName?: string;
  readonly field: OptionField;
  /** The formats it makes a difference in. */
  readonly formatIds: readonly string[];
}

/** Each option that some format has, once. */
const formatOptions: readonly FormatOption[] = listFormatOptions();

/** The options of all formats, as rows of a command. */
export const formatOptionSpecs = formatOptions.map(({ name, oldName, field, formatIds }) => ({
  name,
  ...omitUndefined({ oldName }),
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
  const option = formatOptions.find(({ field }) => field.name === found?.option);
  if (found === undefined || option === undefined) return;
  const problem = say(terminal, found.text, found.parameters);
  throw usageError(terminal, 'cli.optionProblem', { option: `--${option.name}`, problem });
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
      const known = found.get(field.name);
      if (known === undefined) found.set(field.name, { field, formatIds: [id] });
      else known.formatIds.push(id);
    }
  }
  return [...found.values()].map((option) => ({ ...nameOption(option), ...option }));
}

/**
 * How an option is called [FM7]: one that a single format has by the id of that format, so that `--profile`
 * of the rules of writing and `--ttml-profile` are told apart; what is on by default can be switched off.
 */
function nameOption({
  field,
  formatIds,
}: Pick<FormatOption, 'field' | 'formatIds'>): Pick<FormatOption, 'name' | 'oldName'> {
  const bare = field.name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  const isOn = field.kind === 'flag' && field.usual;
  const write = (name: string): string => (isOn ? `no-${name}` : name);
  const [only, ...others] = formatIds;
  const isShared = field.group !== undefined || others.length > 0;
  if (isShared || bare.startsWith(`${only}-`)) return { name: write(bare) };
  return { name: write(`${only}-${bare}`), oldName: write(bare) };
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

/** But for what is an abbreviation. */
function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
