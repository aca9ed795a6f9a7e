import { omitUndefined } from '@core/omit-undefined';
import type { CloudParameterSettings } from '@contract/api';
import type { AssignmentReason } from '@core/errors/explain-reason';
import { StudioError } from '@core/errors/studio-error';
import type { ParameterValues } from '@isi/parameter-draft';
import {
  type ParameterAssignments,
  readParameterAssignments,
} from '@isi/read-parameter-assignments';
import type { RecognitionService } from '@isi/recognition-service';

/** What a person says of parameters where there is no form. */
export interface AskedParameters {
  /** For which presets are kept. */
  readonly engine: string;
  /** The vendor's that hears it. */
  readonly service: RecognitionService;
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
  { engine, service, preset, assignments }: AskedParameters,
  settings: CloudParameterSettings | undefined,
  model: ParameterAssignments['model'],
): ParameterValues {
  const given = preset === undefined ? undefined : findPreset(preset, engine, settings);
  return readParameterAssignments({
    ...{ service, model, assignments },
    ...omitUndefined({ preset: given }),
  });
}

function findPreset(
  preset: string,
  engine: string,
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
