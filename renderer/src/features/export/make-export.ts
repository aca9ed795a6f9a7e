import type { ExportChoices } from '@contract/api';
import { countUnits } from '@core/formats/count-units';
import type {
  FileContent,
  GivenOptions,
  TranscriptFormat,
  WritableFormat,
} from '@core/formats/format';
import type { Loss } from '@core/formats/list-losses';
import type { OptionField } from '@core/formats/option-fields';
import type { OptionProblem } from '@core/formats/writing-rules/writing-rule';
import { findWritableFormat, usualFormat } from '@core/formats/registry';
import type { Project } from '@core/project-file/project';

/** What is chosen in the form; what stands in a field of a number is as it was typed. */
export type OptionValues = ExportChoices['values'];

export type NumberField = Extract<OptionField, { readonly kind: 'number' }>;
export type TextField = Extract<OptionField, { readonly kind: 'text' }>;

/** The whole number that was typed; undefined where nothing was, or nothing that can be used. */
export function parseLimit(
  { least, most }: Pick<NumberField, 'least' | 'most'>,
  typed: string,
): number | undefined {
  if (!/^\d{1,9}$/u.test(typed.trim())) return undefined;
  const value = Number(typed);
  return value >= least && value <= most ? value : undefined;
}

/** Whether something was typed that cannot be used. */
export function isWrongLimit(field: Pick<NumberField, 'least' | 'most'>, typed: string): boolean {
  return typed.trim() !== '' && parseLimit(field, typed) === undefined;
}

/** What a field shows: what was chosen, or else what is usual. An empty number is as usual. */
export function showValue(field: OptionField, values: OptionValues): string | boolean {
  const value = values[field.name];
  if (field.kind === 'flag') return typeof value === 'boolean' ? value : field.usual;
  if (field.kind === 'number' || field.kind === 'text') {
    return typeof value === 'string' ? value : '';
  }
  return field.choices.some((choice) => choice.value === value) ? value! : field.usual;
}

function readValue(
  field: OptionField,
  value: string | boolean,
): string | number | boolean | undefined {
  if (field.kind === 'number') return parseLimit(field, String(value));
  if (field.kind !== 'text') return value;
  return isWrongText(field, String(value)) || value === '' ? undefined : value;
}

/** Whether something was typed that the option does not take. */
export function isWrongText({ isRight }: TextField, typed: string): boolean {
  return typed.trim() !== '' && !isRight(typed);
}

/** Whether a field has what its option never takes. */
function isWrongValue(field: OptionField, values: OptionValues): boolean {
  const shown = String(showValue(field, values));
  if (field.kind === 'text') return isWrongText(field, shown);
  return field.kind === 'number' && isWrongLimit(field, shown);
}

/**
 * What is wrong with the chosen options, by their names: nothing can be written then. The text is that of
 * a value of the right form that a file of the project does not have; absent for one of a wrong form.
 */
export function findWrongOptions(
  project: Project,
  choices: ExportChoices,
): ReadonlyMap<string, OptionProblem | undefined> {
  const { values } = choices;
  const { options } = getFormat(choices.format);
  const wrong = new Map<string, OptionProblem | undefined>();
  for (const format of listFormats(choices).map(getFormat)) {
    const problem = format.findOptionProblem(project, toRightForms(format, values));
    // What the form has no field for is left to the usual.
    const isShown = options.some(({ name }) => name === problem?.option);
    if (problem !== undefined && isShown) wrong.set(problem.option, problem);
  }
  for (const field of options) if (isWrongValue(field, values)) wrong.set(field.name, undefined);
  return wrong;
}

/** The options of the format that was chosen; what cannot be used is left to the usual. */
export function toOptions(
  format: TranscriptFormat,
  values: OptionValues,
  project: Project,
): GivenOptions {
  const given = toRightForms(format, values);
  const problem = format.findOptionProblem(project, given);
  return problem === undefined ? given : omit(given, problem.option);
}

function omit(given: GivenOptions, name: string): GivenOptions {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
}

function toRightForms(
  { options }: Pick<TranscriptFormat, 'options'>,
  values: OptionValues,
): GivenOptions {
  const given: Record<string, unknown> = {};
  for (const field of options) {
    // What nobody chose is left to the profile of rules, and then to the usual.
    if (values[field.name] === undefined) continue;
    const value = showValue(field, values);
    const read = readValue(field, value);
    if (read !== undefined) given[field.name] = read;
  }
  return given;
}

/** The whole file. */
export function formatExport(project: Project, choices: ExportChoices): FileContent {
  const format = getFormat(choices.format);
  return format.write(project, toOptions(format, choices.values, project)).content;
}

export interface Preview {
  /** Empty for a format that is not text. */
  readonly text: string;
  /** Cues of a subtitle file, else sentences, in the whole of it. */
  readonly count: number;
  /** Whether the file goes on where the preview ends. */
  readonly isPart: boolean;
}

/** Sentences that a preview shows: more than a person reads there, and formatted within a frame. */
const previewSentences = 200;

/** The beginning of the file exactly as it will be, and how much there is of it. */
export function makePreview(project: Project, choices: ExportChoices): Preview {
  const format = getFormat(choices.format);
  const options = toOptions(format, choices.values, project);
  const { sentences } = project;
  const beginning = { ...project, sentences: sentences.slice(0, previewSentences) };
  const { content } = format.write(beginning, options);
  return {
    text: typeof content === 'string' ? content : '',
    count: countUnits(format, project, options),
    isPart: sentences.length > previewSentences,
  };
}

/** What the chosen format cannot hold of the project. */
export function listExportLosses(project: Project, choices: ExportChoices): readonly Loss[] {
  const format = getFormat(choices.format);
  return format.listLosses(project, toOptions(format, choices.values, project));
}

/** Ids of all formats that are written, the chosen one first and each once. */
export function listFormats({ format, also = [] }: ExportChoices): readonly string[] {
  return [...new Set([format, ...also].map((id) => getFormat(id).id))];
}

/** The format of an id; of one that is not known any more, the usual one. */
export function getFormat(id: string): WritableFormat {
  return findWritableFormat(id) ?? usualFormat;
}
