import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/isi/samples');

/** Why the vendor's sample replies cannot be read, to skip with; undefined where they are there. */
export const samplesAbsent = existsSync(folder)
  ? undefined
  : 'the sample replies are not here (expected ../shared/isi/samples)';

/** A sample reply as it lies in the file. */
export function readSampleText(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The replies of a sample file that lists several, each as JSON text. */
export function readSampleList(name: string): string[] {
  const list: unknown = JSON.parse(readSampleText(name));
  if (!Array.isArray(list)) throw new Error(`${name} holds no list`);
  return list.map((reply) => JSON.stringify(reply));
}
