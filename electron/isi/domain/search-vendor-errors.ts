import { vendorErrors } from './error-catalogue';
import type { VendorErrorEntry } from './vendor-error-entry';

/**
 * Rows that hold a text, in the order of the catalogue: those of exactly this code or name if there
 * are any, else those where it stands in code, name, message, cause or remedy of either language.
 * Case does not matter; several words must all be there. An empty text gives all rows.
 */
export function searchVendorErrors(text: string): readonly VendorErrorEntry[] {
  const wanted = text.trim().toLowerCase();
  const exact = vendorErrors.filter((entry) =>
    namesOf(entry).some((name) => name.toLowerCase() === wanted),
  );
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/);
  return vendorErrors.filter((entry) => {
    const whole = [...namesOf(entry), entry.message ?? '', ...entry.cause, ...entry.remedy]
      .join('\n')
      .toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

function namesOf(entry: VendorErrorEntry): readonly string[] {
  const { id, code, name, otherCodes = [], otherNames = [] } = entry;
  return [id, ...(code === undefined ? [] : [code]), name, ...otherCodes, ...otherNames];
}
