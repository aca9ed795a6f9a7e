import { StudioError } from '../errors/studio-error';

/** What a parameter of one of the vendor's services may hold, for forms and for checks. */
export interface ParameterSpec {
  /** `json` is a text that holds a JSON object; `spans` a list of stretches of time. */
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
}

/** A value that a parameter may have; `undefined` is not sent. */
export type ParameterValue = boolean | number | string | readonly object[] | undefined;

/** Why a value does not fit, for the sentence that says it. */
export type ParameterProblem =
  'unknown' | 'missing' | 'wrong-kind' | 'out-of-range' | 'not-a-choice' | 'not-json' | 'blanks';

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
      return typeof value === 'string' && isJsonObject(value) ? undefined : 'not-json';
    case 'spans':
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
    const reason =
      spec === undefined
        ? values[name] === undefined
          ? undefined
          : 'unknown'
        : findParameterProblem(spec, values[name]);
    if (reason !== undefined) {
      const allowed = spec === undefined ? '' : describeAllowed(spec);
      // The value stays out: an address among them may be signed.
      const problem = `${name}: ${reason}${allowed === '' ? '' : ` (${allowed})`}`;
      throw new StudioError('usage/invalid', problem, {
        data: { parameter: name, reason, allowed, problem },
      });
    }
  }
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
  return spec.isWithoutBlanks && /\s/u.test(value) ? 'blanks' : undefined;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function isSpan(value: object): boolean {
  const span: Readonly<Record<string, unknown>> = { ...value };
  const names = ['begin_time', 'end_time', 'channel_id'];
  return (
    names.every((name) => Number.isSafeInteger(span[name]) && Number(span[name]) >= 0) &&
    Number(span['begin_time']) < Number(span['end_time'])
  );
}
