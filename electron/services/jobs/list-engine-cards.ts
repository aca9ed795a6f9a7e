import type { EngineCard } from '@contract/api';
import { errorToJson, type StudioError } from '@core/errors/studio-error';
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
      return toCard(engine.describe(), readiness.state === 'ready' ? undefined : readiness.error);
    }),
  );
}

function toCard(
  { id, languages, models, givesWordTimes, needsNetwork }: EngineDescription,
  error: StudioError | undefined,
): EngineCard {
  return {
    id,
    languages,
    models,
    givesWordTimes,
    needsNetwork,
    readiness:
      error === undefined
        ? { state: 'ready' }
        : { state: 'unavailable', error: errorToJson(error) },
  };
}
