import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The vendor's facts beside the checkout; they are no part of the project. */
const folder = resolve(import.meta.dirname, '../../../shared/isi');

/** A JSON file of the reference, or undefined where it is not on this computer. */
export function readIsiReference(name: string): unknown {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Why a test that needs the reference does nothing. */
export const noIsiReference = 'the reference is not here (expected ../shared/isi)';
