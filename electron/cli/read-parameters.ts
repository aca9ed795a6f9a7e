import type { EngineFacts } from '@contract/api';
import type { JsonValue } from '@core/errors/studio-error';
import type { Studio } from '../services/studio';
import { type ParsedArguments, usageError } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * What `--set` and `--preset` say; undefined where neither is given.
 * @throws StudioError `usage/invalid`, also for an engine without a service, which has no parameters
 */
export function readParameters(
  studio: Pick<Studio, 'readParameters'>,
  { id: engine, service }: Pick<EngineFacts, 'id' | 'service'>,
  { values, lists }: ParsedArguments,
  terminal: Terminal,
): Readonly<Record<string, JsonValue>> | undefined {
  const preset = values['preset'];
  const assignments = lists['set'] ?? [];
  if (preset === undefined && assignments.length === 0) return undefined;
  if (service === undefined) {
    const option = preset === undefined ? '--set' : '--preset';
    throw usageError(terminal, 'cli.set.localEngine', { option });
  }
  return studio.readParameters({ engine, service, preset, assignments });
}
