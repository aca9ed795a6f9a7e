import type { EngineFacts } from '@contract/api';
import { offeredEngines } from '../services/offered-engines';
import type { Studio } from '../services/studio';
import { readChoice } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * @param value by default the usual engine. One that the studio has for its tests is named nowhere,
 *   and found.
 * @throws StudioError `usage/invalid` for any other id
 */
export function readEngine(
  studio: Pick<Studio, 'describeEngines'>,
  value: string | undefined,
  terminal: Terminal,
): EngineFacts {
  const ids = offeredEngines.map(({ id }) => id);
  const asked = value ?? ids[0] ?? '';
  const engines = studio.describeEngines();
  const found = engines.find(({ id }) => id === asked);
  return found ?? engines.find(({ id }) => id === readChoice(terminal, 'engine', asked, ids))!;
}

/**
 * A model of the engine; of one that has none to choose, any that there is, and it makes no
 * difference. @throws StudioError `usage/invalid` for any other
 */
export function readModel(
  value: string | undefined,
  { models }: Pick<EngineFacts, 'models'>,
  terminal: Terminal,
): string | undefined {
  if (value === undefined) return undefined;
  const known = models.length > 0 ? models : offeredEngines.flatMap((engine) => engine.models);
  return readChoice(terminal, 'model', value, known);
}
