import { getVendorError } from './error-catalogue';
import { familyIdOf } from './family-of-failure';
import type { VendorErrorEntry } from './vendor-error-entry';

/**
 * The row of the family of a code that no table has, under the code as it was given, so that there
 * is something to say of it: the first digits tell what kind of failure it is (protocol §3.4).
 * @param text digits, or a name as the gateways and the storage write theirs: `InvalidName.Part`
 * @returns undefined for a text that is no code but words to search for
 */
export function explainUnlistedCode(text: string): VendorErrorEntry | undefined {
  const code = text.trim();
  if (!/^\d+$/.test(code) && !isCodeName(code)) return undefined;
  // 2105, 4105 and 5105 are the numbers of file transcription (protocol §3.4).
  const service = /^[245]105\d{4}$/.test(code) ? 'file' : 'flash';
  const family = getVendorError(familyIdOf({ service, code }));
  if (family === undefined) return undefined;
  const scopes = service === 'file' ? ([service] as const) : family.scopes;
  return { ...family, code, name: code, scopes };
}

/** A word with a capital in the middle, a dot or an underscore: no language writes so. */
function isCodeName(text: string): boolean {
  return /^[A-Za-z]\w*(?:\.\w+)*$/.test(text) && /[._]|[a-z][A-Z]/.test(text);
}
