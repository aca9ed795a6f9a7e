import { offeredEngines } from '../services/offered-engines';
import { readChoice } from './parse-arguments';
import type { Terminal } from './terminal';

/** An engine that people can ask for. */
export type OfferedEngine = (typeof offeredEngines)[number];

/** @param value by default the usual engine. @throws StudioError `usage/invalid` for any other id */
export function readEngine(value: string | undefined, terminal: Terminal): OfferedEngine {
  const ids = offeredEngines.map(({ id }) => id);
  const chosen = readChoice(terminal, 'engine', value ?? ids[0] ?? '', ids);
  return offeredEngines.find(({ id }) => id === chosen)!;
}

/**
 * A model of the engine; of one that has none to choose, any that there is, and it makes no
 * difference. @throws StudioError `usage/invalid` for any other
 */
export function readModel(
  value: string | undefined,
  { models }: Pick<OfferedEngine, 'models'>,
  terminal: Terminal,
): string | undefined {
  if (value === undefined) return undefined;
  const known = models.length > 0 ? models : offeredEngines.flatMap((engine) => engine.models);
  return readChoice(terminal, 'model', value, known);
}
