import type { EngineCard, EngineFacts } from '@contract/api';
import { errorToJson } from '@core/errors/studio-error';
import type { EngineDescription, RecordingPlace } from '../../engines/engine';
import type { Engines } from '../../engines/registry';

/** What a person can choose, and whether it could start now. */
export async function listEngineCards(
  engines: Engines,
  place: RecordingPlace,
): Promise<readonly EngineCard[]> {
  return Promise.all(
    engines.ids.map(async (id) => {
      const engine = engines.get(id);
      const readiness = await engine.check(undefined, place);
      return {
        ...toEngineFacts(engine.describe()),
        readiness:
          readiness.state === 'ready'
            ? readiness
            : { state: 'unavailable', error: errorToJson(readiness.error) },
      };
    }),
  );
}

/** What the engines are, for windows. */
export function listEngineFacts(engines: Engines): readonly EngineFacts[] {
  return engines.ids.map((id) => toEngineFacts(engines.get(id).describe()));
}

/** What of an engine windows need to know. */
export function toEngineFacts({
  canAlign: _canAlign,
  takesAddresses: _takesAddresses,
  taskStages = [],
  ...facts
}: EngineDescription): EngineFacts {
  return { ...facts, keepsTasks: taskStages.length > 0 };
}
