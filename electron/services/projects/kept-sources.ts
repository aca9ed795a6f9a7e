import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportedFile } from '@contract/api';
import { z } from 'zod';
import { readRegularText } from '../files/regular-file';
import { writeText } from '../files/write-text';
import { projectUnwritable } from './project-errors';
import { describeSubtitles, type SubtitleSource } from './subtitle-source';

/**
 * Files that came into a project, as they came, beside its document: the bytes under an id, and what
 * is known of them beside that. Until the edit that brings one in is journalled, the latter has a
 * name by which the file is not listed; the edit's group is the id, so that the journal says what
 * became of it when the studio went down between the two.
 */
const listedEnding = '.source.json';
const pendingEnding = '.pending.json';

const importedFileSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  name: z.string(),
  format: z.string(),
  cueCount: z.number(),
  encoding: z.exactOptional(z.object({ label: z.string(), hasMark: z.boolean() })),
  repairs: z.array(
    z.object({
      code: z.string(),
      line: z.number(),
      before: z.exactOptional(z.string()),
      after: z.exactOptional(z.string()),
    }),
  ),
  repairCount: z.number(),
  atMs: z.number(),
});

/**
 * Keeps a file as it came and what had to be mended in it, not listed yet.
 * @param ownFolder of the project
 * @throws StudioError `project/unwritable`, and nothing is kept
 */
export async function keepSource(
  ownFolder: string,
  source: SubtitleSource,
  { id, atMs }: Pick<ImportedFile, 'id' | 'atMs'>,
): Promise<void> {
  const place = (ending: string): string => join(folderOf(ownFolder), `${id}${ending}`);
  const about = { version: 1, ...describeSubtitles(source), id, atMs };
  try {
    // First what tells of the bytes, so that there are never bytes that nothing tells of.
    const text = `${JSON.stringify(about, undefined, 2)}\n`;
    await writeText(place(pendingEnding), text, 'project/unwritable');
    await writeText(place(source.file.format.extension), source.bytes, 'project/unwritable');
  } catch (thrown) {
    await dropSource(ownFolder, id).catch(() => undefined);
    throw thrown;
  }
}

/**
 * Lists a kept file from now on: its edit has been made.
 * @throws StudioError `project/unwritable`
 */
export async function listSource(ownFolder: string, id: string): Promise<void> {
  const path = join(folderOf(ownFolder), `${id}${pendingEnding}`);
  const listed = join(folderOf(ownFolder), `${id}${listedEnding}`);
  await rename(path, listed).catch((cause: unknown) => {
    throw projectUnwritable(listed, cause);
  });
}

/** Removes a kept file whose edit was refused. */
export async function dropSource(ownFolder: string, id: string): Promise<void> {
  const folder = folderOf(ownFolder);
  const names = (await readNames(folder)).filter((name) => name.startsWith(`${id}.`));
  // What tells of the bytes goes last.
  names.sort((left, right) => Number(left.endsWith('.json')) - Number(right.endsWith('.json')));
  for (const name of names) await rm(join(folder, name), { force: true });
}

/**
 * Ends what a studio that went down had begun: files whose edit was journalled are listed, others
 * are removed.
 */
export async function settleSources(
  ownFolder: string,
  hasGroup: (group: string) => boolean,
): Promise<void> {
  for (const name of await readNames(folderOf(ownFolder))) {
    if (!name.endsWith(pendingEnding)) continue;
    const id = name.slice(0, -pendingEnding.length);
    await (hasGroup(id) ? listSource(ownFolder, id) : dropSource(ownFolder, id));
  }
}

/** What was imported into a project, the last first; what cannot be understood is left out. */
export async function listSources(ownFolder: string): Promise<readonly ImportedFile[]> {
  const folder = folderOf(ownFolder);
  const names = (await readNames(folder)).filter((name) => name.endsWith(listedEnding));
  const files = await Promise.all(names.map((name) => readOne(join(folder, name))));
  return files.filter((file) => file !== undefined).sort((left, right) => right.atMs - left.atMs);
}

async function readOne(path: string): Promise<ImportedFile | undefined> {
  try {
    const text = await readRegularText(path);
    const { version: _version, ...file } = importedFileSchema.parse(JSON.parse(text));
    return file;
  } catch {
    return undefined;
  }
}

function readNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function folderOf(ownFolder: string): string {
  return join(ownFolder, 'sources');
}
