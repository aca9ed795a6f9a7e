import { getVendorError, vendorErrors } from './error-catalogue';
import { familyIdOf } from './family-of-failure';
import type { VendorErrorEntry, VendorScope } from './vendor-error-entry';
import type { VendorFailure, VendorService } from './vendor-failure';

/** Whose codes a service may give; general codes count for all that speak to the gateway. */
const scopesOfService: Readonly<Record<VendorService, readonly VendorScope[]>> = {
  token: ['pop'],
  flash: ['flash'],
  file: ['file', 'pop'],
  oss: ['oss'],
  sdk: ['sdk', 'flash', 'file'],
};

/**
 * The row that explains a failure; one of the families (§3.4) where no table has it, so that there
 * is always something to say. The code is looked up first, then the StatusText; of several rows of
 * one number that whose own words stand in the text is taken, then that of the service (§6.19).
 */
export function findVendorError(failure: VendorFailure): VendorErrorEntry {
  return findByCode(failure) ?? findByName(failure) ?? getFamily(familyIdOf(failure));
}

function getFamily(id: string): VendorErrorEntry {
  const family = getVendorError(id);
  if (family === undefined) throw new RangeError(`no family ${id}`);
  return family;
}

function findByCode(failure: VendorFailure): VendorErrorEntry | undefined {
  const { code, httpStatus, service } = failure;
  // A bare 403 of flash is the vendor's own row for a bad token (§6.23); elsewhere it is HTTP's.
  const asked = code ?? (service === 'flash' && httpStatus === 403 ? 403 : undefined);
  if (asked === undefined) return undefined;
  const text = String(asked).trim();
  const isNumber = /^\d+$/.test(text);
  for (const wanted of isNumber ? [text] : spellings(text)) {
    const rows = vendorErrors.filter(
      (entry) => codesOf(entry).some((own) => own.toLowerCase() === wanted) && fits(entry, failure),
    );
    const best = choose(rows, failure);
    if (best !== undefined) return best;
  }
  if (isNumber || service === 'oss') return undefined;
  if (/^missing[a-z]/i.test(text)) return getVendorError('pop/Missing{ParameterName}');
  const [first] = text.toLowerCase().split('.');
  const related = vendorErrors.filter(
    (entry) =>
      fits(entry, failure) &&
      codesOf(entry).some((own) => own.toLowerCase().split('.')[0] === first),
  );
  return choose(related, failure);
}

/** A text code as it is, and without the "Error" that the vendor's packages append to it. */
function spellings(code: string): readonly string[] {
  const own = code.toLowerCase();
  return [own, own.replace(/error$/, '')];
}

function codesOf({ code, otherCodes = [] }: VendorErrorEntry): readonly string[] {
  return code === undefined ? otherCodes : [code, ...otherCodes];
}

/** By StatusText, alone or as a part: `Meta:APPKEY_NOT_EXIST:Appkey not exist!`, also as code. */
function findByName(failure: VendorFailure): VendorErrorEntry | undefined {
  const isRefused = /^[45]\d{7}$/.test(String(failure.code ?? '')) || isHttpFailure(failure);
  const rows = vendorErrors.filter(
    (entry) =>
      holdsName(failure, entry) &&
      fits(entry, failure) &&
      !(isRefused && (entry.outcome === 'success' || entry.outcome === 'running')),
  );
  return choose(rows, failure);
}

function isHttpFailure({ httpStatus }: VendorFailure): boolean {
  return httpStatus !== undefined && httpStatus >= 400;
}

/** A name is written in capitals with underscores, or is the whole text. */
function holdsName({ code, text }: VendorFailure, entry: VendorErrorEntry): boolean {
  const names = [entry.name, ...(entry.otherNames ?? [])].map((name) => name.toUpperCase());
  const said = [code, text].filter((part) => part !== undefined).map((part) => String(part));
  return said.some(
    (part) =>
      names.includes(part.trim().toUpperCase()) ||
      part.split(/[^A-Za-z0-9_]+/).some((word) => word.includes('_') && names.includes(word)),
  );
}

/** Whether the row can come from this service: text codes of the storage are not the gateway's. */
function fits(entry: VendorErrorEntry, { service }: VendorFailure): boolean {
  if (service === 'oss') return entry.scopes.includes('oss');
  return !entry.scopes.includes('oss');
}

function choose(
  rows: readonly VendorErrorEntry[],
  failure: VendorFailure,
): VendorErrorEntry | undefined {
  const scopes = scopesOfService[failure.service];
  const rate = (entry: VendorErrorEntry): number => {
    const isOfService = entry.scopes.some((scope) => scopes.includes(scope));
    const told =
      entry.tellTale === undefined ? 0 : hasTellTale(failure.text, entry.tellTale) ? 8 : -8;
    // The fewer services share a row, the more exactly it speaks of this one.
    return (
      told +
      (holdsName(failure, entry) ? 4 : 0) +
      (isOfService ? 2 : 0) +
      1 / (1 + entry.scopes.length)
    );
  };
  return rows.reduce<VendorErrorEntry | undefined>(
    (best, entry) => (best === undefined || rate(entry) > rate(best) ? entry : best),
    undefined,
  );
}

function hasTellTale(text: string | undefined, tellTale: string): boolean {
  return (text ?? '').toLowerCase().includes(tellTale.toLowerCase());
}
