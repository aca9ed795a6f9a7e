import type { EngineCard } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import type { EngineDescription } from '../../engines/engine';
import type { Engines } from '../../engines/registry';

/** What a person can choose: engines that are here, then those that are still to come. */
export async function listEngineCards(engines: Engines): Promise<readonly EngineCard[]> {
  const present = await Promise.all(
    engines.ids.map(async (id) => {
      const engine = engines.get(id);
      const readiness = await engine.check();
      return toCard(engine.describe(), readiness.state === 'ready' ? undefined : readiness.error);
    }),
  );
  const announced = engines.announced.map((description) =>
    toCard(
      description,
      new StudioError('engine/unavailable', `${description.id} is still to come`, {
        data: { engine: description.id },
      }),
    ),
  );
  return [...present, ...announced];
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
