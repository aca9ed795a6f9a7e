import { type ErrorData, StudioError } from '@core/errors/studio-error';
import type { AssignmentReason } from '@core/errors/explain-reason';
import {
  formatParameterDraft,
  type ParameterDraft,
  type ParameterValues,
  readParameterDraft,
} from './parameter-draft';
import {
  isOwnParameter,
  listParameterFields,
  parameterConditions,
  type ParameterField,
} from './parameter-fields';
import { describeAllowed } from './parameter-spec';
import type { SpeechModel } from './model-table';
import type { RecognitionService } from './recognition-service';
import { findNearName } from './find-near-name';

/** Parameters as they are typed where there is no form. */
export interface ParameterAssignments {
  readonly service: RecognitionService;
  /** Of the Appkey; undefined where nobody said. */
  readonly model: SpeechModel | undefined;
  /** Values to begin with, of a preset. */
  readonly preset?: ParameterValues;
  /** Each `name=value`, by the vendor's names. */
  readonly assignments: readonly string[];
}

/**
 * Reads assignments by the same rules as the form of the window: what would be wrong or without
 * effect there is refused here, before anything is sent.
 * @returns values as they are sent; what is as by default is left out
 * @throws StudioError `usage/invalid` (data: `parameter`, `reason`, `allowed`, `problem`, and
 *   `suggestion` for a name that is nearly one)
 */
export function readParameterAssignments({
  service,
  model,
  preset = {},
  assignments,
}: ParameterAssignments): ParameterValues {
  const fields = listParameterFields(service, model);
  const typed = new Map<ParameterField['name'], string>();
  for (const assignment of assignments) {
    const { name, value } = split(assignment);
    const field = fields.find((known) => known.name === name);
    if (field === undefined) throw unknownName(service, name, fields);
    if (typed.has(field.name)) throw refuse(name, 'twice');
    typed.set(field.name, value);
  }
  const draft: Record<string, boolean | string> = { ...formatParameterDraft(fields, preset) };
  for (const [name, value] of typed) {
    const { spec } = fields.find((known) => known.name === name)!;
    const allowed = describeAllowed(spec);
    if (value.trim() === '') throw invalidValue(name, 'missing', allowed);
    if (spec.kind !== 'boolean') draft[name] = value;
    else if (value === 'true' || value === 'false') draft[name] = value === 'true';
    else throw invalidValue(name, 'wrong-kind', allowed);
  }
  return checkDraft(fields, draft, typed);
}

function checkDraft(
  fields: readonly ParameterField[],
  draft: ParameterDraft,
  typed: ReadonlyMap<ParameterField['name'], string>,
): ParameterValues {
  const { values, problems, off } = readParameterDraft(fields, draft);
  for (const { name, spec } of fields) {
    const problem = problems[name];
    if (problem !== undefined) throw invalidValue(name, problem, describeAllowed(spec));
    // What a preset has to no effect is passed over, as in the form.
    if (!typed.has(name) || off[name] === undefined) continue;
    if (off[name] === 'model') throw refuse(name, 'unsupported');
    const condition = parameterConditions[name];
    throw refuse(name, 'no-effect', {
      other: condition?.name ?? '',
      value: String(condition?.is ?? ''),
    });
  }
  return values;
}

function split(assignment: string): { readonly name: string; readonly value: string } {
  const at = assignment.indexOf('=');
  const name = assignment.slice(0, Math.max(at, 0)).trim();
  if (name === '') throw refuse('--set', 'no-assignment', { given: assignment });
  return { name, value: assignment.slice(at + 1) };
}

function unknownName(
  service: RecognitionService,
  name: string,
  fields: readonly ParameterField[],
): StudioError {
  if (isOwnParameter(name)) return refuse(name, 'own');
  const names = fields.map((field) => field.name);
  const suggestion = findNearName(name, names);
  return suggestion === undefined
    ? refuse(name, 'unknown-name', { engine: service, names })
    : refuse(name, 'near-name', { engine: service, names, suggestion });
}

/** The catalogue says of these reasons what is wrong. */
function invalidValue(parameter: string, reason: string, allowed: string): StudioError {
  const problem = `${parameter}: ${reason}${allowed === '' ? '' : ` (${allowed})`}`;
  return new StudioError('usage/invalid', problem, {
    data: { parameter, reason, allowed, problem },
  });
}

function refuse(parameter: string, reason: AssignmentReason, more: ErrorData = {}): StudioError {
  const problem = `${parameter}: ${reason}`;
  return new StudioError('usage/invalid', problem, {
    data: { parameter, reason, problem, ...more },
  });
}
