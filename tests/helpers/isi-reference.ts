import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The vendor's vectors and samples; they lie outside of the project and may be missing. */
const folder = resolve(
  import.meta.dirname,
  process.env['ZIMU_CORPUS'] === undefined
    ? '../../../shared/isi'
    : resolve(process.env['ZIMU_CORPUS'], '../isi'),
);

/** Whether the folder of the reference is here; tests that need it are skipped without it. */
export const hasIsiReference = existsSync(folder);

/** The parsed content of one of its JSON files. */
export function readIsiReference(name: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
}

/** Why such tests cannot run here; undefined where they can. */
export const isiReferenceAbsent = hasIsiReference
  ? undefined
  : 'the reference is not here (expected ../shared/isi)';
