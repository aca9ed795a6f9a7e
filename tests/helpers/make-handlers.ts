import { methodNames, type StudioMethods } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';

/** Answers to the given calls; every other call is refused with `host/unsupported`. */
export function makeHandlers(given: Partial<StudioMethods>): StudioMethods {
  const refusals = methodNames.map((name) => [
    name,
    () => Promise.reject(new StudioError('host/unsupported', name)),
  ]);
  return { ...(Object.fromEntries(refusals) as StudioMethods), ...given };
}
