import { StudioError } from '@core/errors/studio-error';
import { findFilterProblem } from './word-filter';

/** What a parameter of one of the vendor's services may hold, for forms and for checks. */
export interface ParameterSpec {
  /** `json` is a text that holds a filter of words as JSON; `spans` a list of stretches of time. */
  readonly kind: 'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'json' | 'spans';
  /** Where a form shows it. */
  readonly group: 'usual' | 'advanced';
  /** What the service takes where nothing is sent; absent where that depends or is nothing. */
  readonly byDefault?: boolean | number | string;
  readonly isRequired?: true;
  /** Smallest and largest number, both allowed. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of a `choice`. */
  readonly choices?: readonly (string | number)[];
  /** Unit of a number. */
  readonly unit?: 'ms' | 'Hz' | 'characters' | 'speakers';
  /** Of a `text`: no blanks in it. */
  readonly isWithoutBlanks?: true;
  /** Of a `text`: punctuation marks and nothing else. */
  readonly isMarks?: true;
  /** Another parameter without which the service passes this one over, and its value. */
  readonly needs?: { readonly name: string; readonly is: boolean | number | string };
}

/** A value that a parameter may have; `undefined` is not sent. */
export type ParameterValue = boolean | number | string | readonly object[] | undefined;

/** Why a value does not fit, for the sentence that says it. */
export type ParameterProblem =
  | 'unknown'
  | 'missing'
  | 'wrong-kind'
  | 'out-of-range'
  | 'not-a-choice'
  | 'not-json'
  | 'wrong-filter'
  | 'not-marks'
  | 'blanks';

/** What is wrong with one value, or undefined. */
export function findParameterProblem(
  spec: ParameterSpec,
  value: ParameterValue,
): ParameterProblem | undefined {
  if (value === undefined) return spec.isRequired ? 'missing' : undefined;
  switch (spec.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'wrong-kind';
    case 'integer':
      return Number.isSafeInteger(value) ? checkRange(spec, value) : 'wrong-kind';
    case 'number':
      return Number.isFinite(value) ? checkRange(spec, value) : 'wrong-kind';
    case 'choice':
      return spec.choices?.some((choice) => choice === value) ? undefined : 'not-a-choice';
    case 'text':
      return checkText(spec, value);
    case 'json':
      return typeof value === 'string' ? findFilterProblem(value) : 'not-json';
    case 'spans':
      if (Array.isArray(value) && value.length === 0) return 'missing';
      return Array.isArray(value) && value.every(isSpan) ? undefined : 'wrong-kind';
  }
}

/**
 * Checks values against a table before anything is sent.
 * @throws StudioError `usage/invalid` for the first value that does not fit (data: `parameter`,
 *   `reason`, `allowed`, `problem`)
 */
export function validateParameters(
  specs: Readonly<Record<string, ParameterSpec>>,
  values: Readonly<Record<string, ParameterValue>>,
): void {
  for (const name of new Set([...Object.keys(specs), ...Object.keys(values)])) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    const value = values[name];
    const needs = value === undefined ? undefined : findNeed(spec, values);
    const unknown = value === undefined ? undefined : 'unknown';
    const problemOfValue = spec === undefined ? unknown : findParameterProblem(spec, value);
    const reason = problemOfValue ?? (needs === undefined ? undefined : 'needs-other');
    if (reason !== undefined) {
      const allowed =
        problemOfValue === undefined ? needs : spec === undefined ? '' : describeAllowed(spec);
      // The value stays out: an address among them may be signed.
      throw createParameterError(name, reason, allowed ?? '');
    }
  }
}

/** The other parameter that has to be set, `name=value`; undefined where it is. */
function findNeed(
  spec: ParameterSpec | undefined,
  values: Readonly<Record<string, ParameterValue>>,
): string | undefined {
  const needs = spec?.needs;
  if (needs === undefined || values[needs.name] === needs.is) return undefined;
  return `${needs.name}=${String(needs.is)}`;
}

function createParameterError(
  parameter: string,
  reason: ParameterProblem | 'needs-other',
  allowed: string,
): StudioError {
  const problem = `${parameter}: ${reason}${allowed === '' ? '' : ` (${allowed})`}`;
  return new StudioError('usage/invalid', problem, {
    data: { parameter, reason, allowed, problem },
  });
}

/** What a parameter takes, in a few words: `4..50`, `wav, mp3`, `true, false`. */
export function describeAllowed(spec: ParameterSpec): string {
  if (spec.kind === 'choice') return (spec.choices ?? []).join(', ');
  if (spec.kind === 'boolean') return 'true, false';
  if (spec.minimum === undefined && spec.maximum === undefined) return '';
  return `${spec.minimum ?? ''}..${spec.maximum ?? ''}`;
}

function checkRange(spec: ParameterSpec, value: ParameterValue): ParameterProblem | undefined {
  const number = Number(value);
  const isInside = number >= (spec.minimum ?? -Infinity) && number <= (spec.maximum ?? Infinity);
  return isInside ? undefined : 'out-of-range';
}

function checkText(spec: ParameterSpec, value: ParameterValue): ParameterProblem | undefined {
  if (typeof value !== 'string') return 'wrong-kind';
  if (value === '') return 'missing';
  if (spec.isWithoutBlanks && /\s/u.test(value)) return 'blanks';
  return spec.isMarks && !/^[\p{P}\p{S}]+$/u.test(value) ? 'not-marks' : undefined;
}

function isSpan(value: object): boolean {
  const span: Readonly<Record<string, unknown>> = { ...value };
  const names = ['begin_time', 'end_time', 'channel_id'];
  return (
    names.every((name) => Number.isSafeInteger(span[name]) && Number(span[name]) >= 0) &&
    Number(span['begin_time']) < Number(span['end_time'])
  );
}
