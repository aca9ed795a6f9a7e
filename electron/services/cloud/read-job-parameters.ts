import type { CloudParameterSettings } from '@contract/api';
import type { AssignmentReason } from '@core/errors/explain-reason';
import { StudioError } from '@core/errors/studio-error';
import type { ParameterValues } from '@isi/parameter-draft';
import type { CloudEngine } from '@isi/parameter-fields';
import {
  type ParameterAssignments,
  readParameterAssignments,
} from '@isi/read-parameter-assignments';

/** What a person says of parameters where there is no form. */
export interface AskedParameters {
  readonly engine: CloudEngine;
  /** Name of a preset of the settings. */
  readonly preset: string | undefined;
  /** Each `name=value`; they win over the preset. */
  readonly assignments: readonly string[];
}

/**
 * The parameters of a job, from a preset and from assignments.
 * @throws StudioError `usage/invalid` as `readParameterAssignments`, and for a preset that is not
 *   there (data: `preset`, `engine`, `names`)
 */
export function readJobParameters(
  { engine, preset, assignments }: AskedParameters,
  settings: CloudParameterSettings | undefined,
  model: ParameterAssignments['model'],
): ParameterValues {
  const given = preset === undefined ? undefined : findPreset(preset, engine, settings);
  return readParameterAssignments({
    ...{ engine, model, assignments },
    ...(given === undefined ? {} : { preset: given }),
  });
}

function findPreset(
  preset: string,
  engine: CloudEngine,
  { presets = [] }: CloudParameterSettings = {},
): ParameterValues {
  const own = presets.filter((candidate) => candidate.engine === engine);
  const found = own.find(({ name }) => name === preset);
  if (found !== undefined) return found.values;
  const names = own.map(({ name }) => name);
  const reason: AssignmentReason = names.length === 0 ? 'no-presets' : 'unknown-preset';
  throw new StudioError('usage/invalid', `--preset: ${reason}`, {
    data: { parameter: '--preset', reason, preset, engine, names },
  });
}
