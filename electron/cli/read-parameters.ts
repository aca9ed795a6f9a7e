import type { JsonValue } from '@core/errors/studio-error';
import type { Studio } from '../services/studio';
import { type ParsedArguments, usageError } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * What `--set` and `--preset` say; undefined where neither is given.
 * @throws StudioError `usage/invalid`, also for the local engine, which has no parameters
 */
export function readParameters(
  studio: Pick<Studio, 'readParameters'>,
  engine: 'local' | 'flash' | 'file',
  { values, lists }: ParsedArguments,
  terminal: Terminal,
): Readonly<Record<string, JsonValue>> | undefined {
  const preset = values['preset'];
  const assignments = lists['set'] ?? [];
  if (preset === undefined && assignments.length === 0) return undefined;
  if (engine === 'local') {
    const option = preset === undefined ? '--set' : '--preset';
    throw usageError(terminal, 'cli.set.localEngine', { option });
  }
  return studio.readParameters({ engine, preset, assignments });
}
