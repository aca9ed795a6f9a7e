import { StudioError } from '@core/errors/studio-error';
import type { WebAddress } from '@isi/web-address';
import type { AudioSource } from '../../engines/engine';

/**
 * A recording of which there is nothing here but its address. How long it is, the reply of the
 * service tells; who reads it all the same gets `engine/needs-file`.
 * @param engine the one that hears files of this computer, which that error names
 */
export function createAddressSource(address: WebAddress, engine: string): AudioSource {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new StudioError('engine/needs-file', 'an address has no samples', {
        data: { engine },
      }),
    );
  return {
    path: address.shown,
    durationMs: undefined,
    address,
    read: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
  };
}
