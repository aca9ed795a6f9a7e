import { familyErrors } from './errors/family-errors';
import { fileAudioErrors } from './errors/file-audio-errors';
import { fileRequestErrors } from './errors/file-request-errors';
import { fileStateErrors } from './errors/file-state-errors';
import { flashErrors } from './errors/flash-errors';
import { generalAccountErrors } from './errors/general-account-errors';
import { generalErrors } from './errors/general-errors';
import { oneSentenceErrors } from './errors/one-sentence-errors';
import { ossErrors } from './errors/oss-errors';
import { popAccountErrors } from './errors/pop-account-errors';
import { popErrors } from './errors/pop-errors';
import { sdkNetworkErrors } from './errors/sdk-network-errors';
import { sdkParameterErrors } from './errors/sdk-parameter-errors';
import { sdkStateErrors } from './errors/sdk-state-errors';
import type { VendorErrorEntry } from './vendor-error-entry';

/**
 * Every code the vendor documents, and some it only sends. Of two rows that fit a failure equally
 * well the first is taken, so the tables of a service stand before the general ones.
 */
export const vendorErrors: readonly VendorErrorEntry[] = [
  ...flashErrors,
  ...fileStateErrors,
  ...fileRequestErrors,
  ...fileAudioErrors,
  ...generalAccountErrors,
  ...generalErrors,
  ...oneSentenceErrors,
  ...popErrors,
  ...popAccountErrors,
  ...ossErrors,
  ...sdkParameterErrors,
  ...sdkStateErrors,
  ...sdkNetworkErrors,
];

const entriesById: ReadonlyMap<string, VendorErrorEntry> = new Map(
  [...vendorErrors, ...familyErrors].map((entry) => [entry.id, entry]),
);

/** The row of an id, as the data of an error names it; also one of the families. */
export function getVendorError(id: string): VendorErrorEntry | undefined {
  return entriesById.get(id);
}
