import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectUnwritable } from './project-errors';

/**
 * Deletes a project's folder with all that is in it.
 * @param folder of all projects
 * @throws StudioError `project/unwritable` where it cannot be taken from its place
 * @throws Error the system's, where a file in it cannot be deleted
 */
export async function removeProjectFolder(folder: string, projectId: string): Promise<void> {
  const ownFolder = join(folder, projectId);
  // Under a name that is no id it is gone at once, even if a file in it cannot be deleted.
  const leaving = join(folder, `.removed-${projectId}`);
  await rename(ownFolder, leaving).catch((cause: unknown) => {
    throw projectUnwritable(ownFolder, cause);
  });
  await rm(leaving, { recursive: true, force: true });
}
