import type { JsonValue } from '@core/errors/studio-error';
import { type ParameterField, type ParameterName, parameterConditions } from './parameter-fields';
import {
  findParameterProblem,
  type ParameterProblem,
  type ParameterSpec,
  type ParameterValue,
} from './parameter-spec';

/** What stands in the controls of a form: a switch, or a text as it was typed. Absent: default. */
export type ParameterDraft = Readonly<Record<string, boolean | string>>;

/** Values as they are sent and kept, by the vendor's names. */
export type ParameterValues = Readonly<Record<string, JsonValue>>;

/** What a form says: what would be sent, and what is wrong, by name. */
export interface ReadDraft {
  readonly values: ParameterValues;
  readonly problems: Readonly<Record<string, ParameterProblem>>;
  /** Fields without effect, with why. */
  readonly off: Readonly<Record<string, 'model' | 'condition'>>;
}

/**
 * Reads a form. Only what differs from the default and has an effect is a value; an empty text is
 * the default.
 */
export function readParameterDraft(
  fields: readonly ParameterField[],
  draft: ParameterDraft,
): ReadDraft {
  const holds = new Map(fields.map(({ name, byDefault }) => [name, byDefault]));
  for (const { name, isUnsupported } of fields) {
    const typed = draft[name];
    if (typeof typed === 'boolean') holds.set(name, typed && !isUnsupported);
  }
  const values: Record<string, JsonValue> = {};
  const problems: Record<string, ParameterProblem> = {};
  const off: Record<string, 'model' | 'condition'> = {};
  for (const { name, spec, byDefault, isUnsupported } of fields) {
    const condition = parameterConditions[name];
    if (isUnsupported) off[name] = 'model';
    else if (condition !== undefined && !isMet(condition, holds)) off[name] = 'condition';
    const typed = draft[name];
    if (off[name] !== undefined || typed === undefined) continue;
    const read = readValue(spec, typed);
    if ('problem' in read) problems[name] = read.problem;
    else if (read.value !== undefined && read.value !== byDefault) values[name] = read.value;
  }
  return { values, problems, off };
}

/** The form of kept values; what the fields do not know is left out. */
export function formatParameterDraft(
  fields: readonly ParameterField[],
  values: ParameterValues,
): ParameterDraft {
  const draft: Record<string, boolean | string> = {};
  for (const { name } of fields) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    if (typeof value === 'boolean') draft[name] = value;
    else draft[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return draft;
}

/** One service may not have the parameter that another depends on. */
function isMet(
  { name, is }: NonNullable<(typeof parameterConditions)[ParameterName]>,
  holds: ReadonlyMap<ParameterName, boolean | number | string | undefined>,
): boolean {
  return !holds.has(name) || holds.get(name) === is;
}

type Read = { readonly value: JsonValue | undefined } | { readonly problem: ParameterProblem };

function readValue(spec: ParameterSpec, typed: boolean | string): Read {
  if (typeof typed === 'boolean') return check(spec, typed);
  const text = typed.trim();
  if (text === '') return { value: undefined };
  switch (spec.kind) {
    case 'integer':
    case 'number':
      return check(spec, Number(text));
    case 'choice':
      return check(spec, spec.choices?.find((choice) => String(choice) === text) ?? text);
    case 'spans': {
      const spans = readSpans(text);
      return spans === undefined ? { problem: 'wrong-kind' } : check(spec, spans);
    }
    case 'boolean':
    case 'text':
    case 'json':
      return check(spec, text);
  }
}

function check(spec: ParameterSpec, value: JsonValue & ParameterValue): Read {
  const problem = findParameterProblem(spec, value);
  return problem === undefined ? { value } : { problem };
}

type JsonObject = { readonly [key: string]: JsonValue };

function readSpans(text: string): readonly JsonObject[] | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return Array.isArray(value) && value.every(isObject) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
