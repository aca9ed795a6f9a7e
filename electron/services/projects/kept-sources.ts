import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportedFile, SubtitleFacts } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import { lineEndings } from '@core/formats/text-form';
import type { DocumentSource } from '@core/records/document-properties';
import { z } from 'zod';
import { readRegularText } from '../files/regular-file';
import { writeText } from '../files/write-text';
import { projectUnwritable } from './project-errors';
import { describeSubtitles, type SubtitlePlace, type SubtitleSource } from './subtitle-source';

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
  lineEnding: z.exactOptional(z.enum(lineEndings)),
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
  /** Where it came from, and what its bytes were when it was read or saved back last. */
  path: z.exactOptional(z.string()),
  sha256: z.exactOptional(z.string()),
});

/** A file on this computer that a project's text came from. */
export interface SourceOrigin {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
}

/** A file that is kept, and what is known of it. */
export interface SourceToKeep {
  readonly facts: SubtitleFacts;
  readonly bytes: Buffer;
  /** Of its name, with the point. */
  readonly extension: string;
  /** Where it lies, where it can be saved back there, and what its bytes are. */
  readonly path?: string | undefined;
  readonly sha256?: string | undefined;
}

/**
 * Keeps a file as it came and what had to be mended in it, not listed yet.
 * @param ownFolder of the project
 * @throws StudioError `project/unwritable`, and nothing is kept
 */
export function keepSource(
  ownFolder: string,
  source: SubtitleSource,
  about: Pick<ImportedFile, 'id' | 'atMs'>,
): Promise<void> {
  const { bytes, path, sha256 } = source;
  const { extension } = source.file.format;
  const facts = describeSubtitles(source);
  return keepFile(ownFolder, { facts, bytes, extension, path, sha256 }, about);
}

/** As {@link keepSource}, of any file. */
export async function keepFile(
  ownFolder: string,
  { facts, bytes, extension, path, sha256 }: SourceToKeep,
  { id, atMs }: Pick<ImportedFile, 'id' | 'atMs'>,
): Promise<void> {
  const place = (ending: string): string => join(folderOf(ownFolder), `${id}${ending}`);
  const about = { version: 1, ...facts, id, atMs, ...omitUndefined({ path, sha256 }) };
  try {
    // First what tells of the bytes, so that there are never bytes that nothing tells of.
    const text = `${JSON.stringify(about, undefined, 2)}\n`;
    await writeText(place(pendingEnding), text, 'project/unwritable');
    await writeText(place(extension), bytes, 'project/unwritable');
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
  return files
    .filter((file) => file !== undefined)
    .sort((left, right) => right.atMs - left.atMs)
    .map(({ version: _version, path: _path, sha256: _sha256, ...file }) => file);
}

async function readOne(path: string): Promise<z.infer<typeof importedFileSchema> | undefined> {
  try {
    return importedFileSchema.parse(JSON.parse(await readRegularText(path)));
  } catch {
    return undefined;
  }
}

/**
 * Where the bytes of a file lie that came into a project before.
 * @throws StudioError `text/no-source` where they do no more
 */
export async function findKept(ownFolder: string, id: string): Promise<SubtitlePlace> {
  const folder = folderOf(ownFolder);
  const names = await readNames(folder);
  const listed = names.find((name) => name === `${id}${listedEnding}`);
  const about = listed === undefined ? undefined : await readOne(join(folder, listed));
  const bytesName = names.find((name) => name.startsWith(`${id}.`) && !name.endsWith(listedEnding));
  if (about === undefined || bytesName === undefined) {
    throw new StudioError('text/no-source', `nothing was kept of the import ${id}`);
  }
  return { path: join(folder, bytesName), kept: { name: about.name, path: about.path } };
}

/** The file that a document says it came from, where it was opened on this computer. */
export async function findOrigin(
  ownFolder: string,
  { importId, name, format }: DocumentSource,
): Promise<SourceOrigin | undefined> {
  const folder = folderOf(ownFolder);
  const names = (await readNames(folder)).filter((one) => one.endsWith(listedEnding));
  const files = await Promise.all(names.map((one) => readOne(join(folder, one))));
  const origins = files.flatMap((file) => {
    if (file?.path === undefined || file.sha256 === undefined) return [];
    return [{ ...file, path: file.path, sha256: file.sha256 }];
  });
  if (importId !== undefined) return origins.find(({ id }) => id === importId);
  // A project of an older studio has no more than the name.
  return origins
    .filter((file) => file.name === name && file.format === format)
    .sort((left, right) => right.atMs - left.atMs)[0];
}

/** From now on the file that was saved back is the one that is known. */
export async function rememberSaved(
  ownFolder: string,
  { id }: SourceOrigin,
  sha256: string,
): Promise<void> {
  const path = join(folderOf(ownFolder), `${id}${listedEnding}`);
  const about: unknown = JSON.parse(await readRegularText(path));
  const text = `${JSON.stringify({ ...(about as object), sha256 }, undefined, 2)}\n`;
  await writeText(path, text, 'project/unwritable');
}

function readNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function folderOf(ownFolder: string): string {
  return join(ownFolder, 'sources');
}
