import type { StudioError } from '@core/errors/studio-error';
import { vendorRetries } from '@isi/vendor-error-entry';

/**
 * Whether the same work can succeed at another time, by itself or after a person did something: then
 * what was done of it so far is worth keeping. Of the vendor's refusals the catalogue knows it.
 */
export function isUsefulLater({ code, data }: StudioError): boolean {
  const { retry } = data;
  const entry = Object.entries(vendorRetries).find(([name]) => name === retry);
  if (entry !== undefined) return entry[1].isUseful;
  const isFinal = code === 'engine/audio-refused' || code === 'usage/invalid';
  return !isFinal && !code.startsWith('media/') && !code.startsWith('address/');
}
