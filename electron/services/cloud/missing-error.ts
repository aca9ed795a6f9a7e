import { StudioError } from '@core/errors/studio-error';

/** `credentials/missing` @param name of the variable, or several joined by commas */
export function createMissingError(name: string): StudioError {
  return new StudioError('credentials/missing', `${name} is not set`, { data: { missing: name } });
}
