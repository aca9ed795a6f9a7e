import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder } from '../files/private-files';
import { projectUnwritable } from './project-errors';

/** No id begins with it, so that what is not whole is no project. */
const beginning = '.new-';

/**
 * Makes a project's folder, whole or not at all.
 * @param folder of all projects
 * @param fill puts into the folder it is given what a project has
 * @throws StudioError `project/unwritable`, and nothing is left of it
 */
export async function placeProject(
  folder: string,
  projectId: string,
  fill: (ownFolder: string) => Promise<void>,
): Promise<void> {
  const ownFolder = join(folder, projectId);
  const coming = join(folder, `${beginning}${projectId}`);
  try {
    await makePrivateFolder(coming);
    await fill(coming);
    await rename(coming, ownFolder);
  } catch (cause) {
    await rm(coming, { recursive: true, force: true }).catch(() => undefined);
    throw projectUnwritable(ownFolder, cause);
  }
}

/** Removes what is left of projects that a studio which went down was just making. */
export async function clearHalfMade(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(beginning))) {
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
