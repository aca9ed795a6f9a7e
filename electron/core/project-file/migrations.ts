import { migrateFromVersion1 } from './migrate-from-version-1';
import { projectVersion } from './project';

/** Makes a project file's content of one version into that of the next. */
export type Migration = (value: unknown) => unknown;

/**
 * By the version that a migration starts from, one for each version before the present one [PF4].
 * A migration is never changed once it was released: files of its version lie on people's disks.
 */
export const migrations: ReadonlyMap<number, Migration> = new Map([[1, migrateFromVersion1]]);

/**
 * The content of a project file in the form of a later version.
 *
 * @param version of `value`, from 1 to `target`
 * @throws TypeError where a step is missing, which is a bug
 */
export function migrateProject(
  value: unknown,
  version: number,
  target: number = projectVersion,
  steps: ReadonlyMap<number, Migration> = migrations,
): unknown {
  let current = value;
  for (let from = version; from < target; from++) {
    const step = steps.get(from);
    if (step === undefined) throw new TypeError(`no migration from version ${from}`);
    current = step(current);
  }
  return current;
}
