import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileToSave } from '@contract/api';
import { mostNameBytes } from '@core/file-names/file-name-bytes';
import { findNameProblem } from '@core/file-names/output-name';
import { StudioError } from '@core/errors/studio-error';
import { writeText } from './write-text';

/** The names that are taken, where nothing was written; else the folder. */
export type SavedInto = { readonly existing: readonly string[] } | { readonly savedAs: string };

/**
 * Writes files into a folder that a person chose, each whole or not at all.
 * @param asked `isConfirmed`: also in the place of files that are there
 * @throws StudioError `output/unwritable`, `output/name-*`; files that come before stay written
 */
export async function saveInto(
  folder: string,
  files: readonly FileToSave[],
  asked: { readonly isConfirmed: boolean },
): Promise<SavedInto> {
  for (const { name } of files) refuseName(name, folder);
  if (!asked.isConfirmed) {
    const existing: string[] = [];
    for (const { name } of files) if (await isTaken(join(folder, name))) existing.push(name);
    if (existing.length > 0) return { existing };
  }
  for (const file of files) {
    const content = 'text' in file ? file.text : Buffer.from(file.base64, 'base64');
    await writeText(join(folder, file.name), content, 'output/unwritable', { isExport: true });
  }
  return { savedAs: folder };
}

/** A page names files, never a place: no name leads out of the folder [HG8]. */
function refuseName(name: string, folder: string): void {
  const isPlace = basename(name) !== name || /[/\\\0]/u.test(name) || /^\.*$/u.test(name);
  const problem = isPlace ? 'forbidden' : findNameProblem(name, process.platform);
  if (problem === undefined) return;
  throw new StudioError(`output/name-${problem}`, 'no file can be called so', {
    data: { path: join(folder, basename(name)), most: mostNameBytes },
  });
}

/** A link is something that is there, wherever it leads. */
function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
