import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectMedia } from '@core/project-file/project';
import { isPlainFileName } from '../files/foreign-paths';

/** Whether a file or folder can be found under a path. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path is a file itself, and no link to one that lies elsewhere. */
export function isOwnFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * Where the recording of a project file may lie in the file's own folder [PF5]: under its name, or
 * under the last part of its path.
 */
export function listPlacesBeside(
  folder: string,
  { path, name }: Pick<ProjectMedia, 'path' | 'name'>,
): readonly string[] {
  // Both are somebody else's text and must not lead out of the folder.
  const names = new Set([name, path.split(/[/\\]/u).at(-1) ?? '']);
  return [...names].filter(isPlainFileName).map((plain) => join(folder, plain));
}

/** The first place with a file of its own. */
export async function findOwnFile(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) if (await isOwnFile(place)) return place;
  return undefined;
}
