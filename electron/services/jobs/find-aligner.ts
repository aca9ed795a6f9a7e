import { StudioError } from '@core/errors/studio-error';
import type { TranscriptionEngine } from '../../engines/engine';
import type { Engines } from '../../engines/registry';

/**
 * An engine that places words in sound.
 * @param engineId by default the first that can
 * @throws StudioError `engine/unavailable` (data: `engine`) where there is none
 */
export function findAligner(engines: Engines, engineId?: string): TranscriptionEngine {
  const ids = engineId === undefined ? engines.ids : [engineId];
  const found = ids
    .map((id) => engines.get(id))
    .find((engine) => engine.describe().canAlign && engine.placeTexts !== undefined);
  if (found !== undefined) return found;
  throw new StudioError('engine/unavailable', 'no engine can align', {
    data: { engine: engineId ?? '' },
  });
}
