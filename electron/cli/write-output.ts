import {
  access,
  constants,
  link,
  open,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StudioError, describeThrown } from '@core/errors/studio-error';
import { mostNameBytes } from '@core/file-names/file-name-bytes';
import { findNameProblem, formatPartialName, type NameProblem } from '@core/file-names/output-name';
import { makeFolder } from '../services/files/make-folder';
import { temporaryBeside } from '../services/files/temporary-beside';
import { writeToPipe } from './write-to-pipe';

/** Whether a result may take the place of a file that is there. */
export interface OutputPolicy {
  readonly force: boolean;
  /** Aborted when the person asks to stop; heard where a pipe keeps the program waiting. */
  readonly signal?: AbortSignal;
}

/**
 * Finds out before the work begins whether a result can be kept, so that nobody waits an hour to
 * learn that it cannot. Creates the target's folder where it is missing.
 * @throws StudioError `output/exists`, `output/unwritable`, `output/name-too-long` or
 *   `output/name-forbidden` [FN3]
 */
export async function prepareOutput(path: string, { force }: OutputPolicy): Promise<void> {
  const problem = findNameProblem(basename(path), process.platform);
  if (problem !== undefined) throw badName(path, problem);
  const existing = await stat(path).catch((thrown: unknown) => {
    // This disk, or the whole path, has less room than others.
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENAMETOOLONG') throw badName(path, 'too-long', thrown);
    return undefined;
  });
  if (existing?.isDirectory() === true) throw unwritable(path, 'it is a folder');
  if (existing?.isFile() === false) {
    // A pipe or a terminal takes a text. A disk would lose what is on it.
    if (existing.isFIFO() || existing.isCharacterDevice()) return;
    throw unwritable(path, 'it is no file');
  }
  if (existing !== undefined && !force) throw exists(path);
  const probe = temporaryBeside(path);
  try {
    await makeFolder(dirname(path));
    if (existing !== undefined) await access(path, constants.W_OK);
    // Only writing tells the truth: root passes every permission check on a read-only disk.
    await (await open(probe, 'wx')).close();
    await rm(probe);
  } catch (cause) {
    throw unwritable(path, describeThrown(cause), cause);
  }
}

/** The first of some paths that names the same file as one of others does, through whatever links; `-` names none. */
export async function findSameFile(
  paths: readonly string[],
  others: readonly string[],
): Promise<string | undefined> {
  const toReal = (path: string): Promise<string> => realpath(path).catch(() => path);
  const taken = new Set<string>();
  for (const other of others) taken.add(other).add(await toReal(other));
  for (const path of paths) {
    if (path !== '-' && (taken.has(path) || taken.has(await toReal(path)))) return path;
  }
  return undefined;
}

/**
 * Writes a result whole or not at all: to a temporary file beside the target, which then takes its
 * place. Without `force` a file that appeared since {@link prepareOutput} is left alone.
 * @throws StudioError `output/exists` or `output/unwritable`; the target is then as it was before
 */
export async function writeOutput(
  path: string,
  content: string | Uint8Array,
  { force, signal }: OutputPolicy,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = temporaryBeside(target);
  try {
    const existing = await stat(target).catch(() => undefined);
    // A device or a pipe cannot be replaced by a file, only written to.
    if (existing?.isFIFO() === true) {
      await writeToPipe(target, content, signal);
      return;
    }
    if (existing?.isFile() === false) {
      await writeFile(target, content);
      return;
    }
    await writeFile(temporary, content, { flag: 'wx', flush: true });
    if (force) await rename(temporary, target);
    else await renameUnlessThere(temporary, target);
  } catch (cause) {
    if (cause instanceof StudioError) throw cause;
    throw unwritable(path, describeThrown(cause), cause);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Unlike a rename, a hard link never takes the place of a file that is there. */
async function renameUnlessThere(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw exists(target);
    // Some file systems (FAT, some network drives) have no links.
    if ((await stat(target).catch(() => undefined)) !== undefined) throw exists(target);
    await rename(temporary, target);
  }
}

/**
 * Where an unfinished result goes: `talk.srt` → `talk.partial.srt`, beside the target. An earlier
 * partial result may be the longer one, so it keeps its place: `talk.2.partial.srt` [FN2].
 */
export async function findPartialPath(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = join(dirname(path), formatPartialName(basename(path), number));
    if ((await stat(candidate).catch(() => undefined)) === undefined) return candidate;
  }
}

function exists(path: string): StudioError {
  return new StudioError('output/exists', 'output exists', { data: { path } });
}

function badName(path: string, problem: NameProblem, cause?: unknown): StudioError {
  const data = { path, most: mostNameBytes };
  return new StudioError(`output/name-${problem}`, 'no file can be called so', { data, cause });
}

function unwritable(path: string, reason: string, cause?: unknown): StudioError {
  return new StudioError('output/unwritable', 'output cannot be written', {
    data: { path, reason },
    cause,
  });
}
