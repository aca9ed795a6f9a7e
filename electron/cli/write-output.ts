import {
  access,
  constants,
  mkdir,
  open,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StudioError, describeThrown } from '@core/errors/studio-error';

/**
 * Finds out before the work begins whether a result can be kept, so that nobody waits an hour to
 * learn that it cannot. Creates the target's folder where it is missing.
 * @throws StudioError `output/exists` or `output/unwritable`
 */
export async function prepareOutput(
  path: string,
  { force }: { readonly force: boolean },
): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory() === true) throw unwritable(path, 'it is a folder');
  if (existing?.isFile() === false) return;
  if (existing !== undefined && !force) {
    throw new StudioError('output/exists', 'output exists', { data: { path } });
  }
  const probe = temporaryBeside(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    if (existing !== undefined) await access(path, constants.W_OK);
    // Only writing tells the truth: root passes every permission check on a read-only disk.
    await (await open(probe, 'wx')).close();
    await rm(probe);
  } catch (cause) {
    throw unwritable(path, describeThrown(cause), cause);
  }
}

/**
 * Writes a result whole or not at all: to a temporary file beside the target, then renamed over it.
 * @throws StudioError `output/unwritable`; the target is then as it was before
 */
export async function writeOutput(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  const temporary = temporaryBeside(target);
  try {
    // A device or a pipe cannot be replaced by a file, only written to.
    if (existing?.isFile() === false) {
      await writeFile(target, text);
      return;
    }
    await writeFile(temporary, text, { flag: 'wx', flush: true });
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw unwritable(path, describeThrown(cause), cause);
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
}

function unwritable(path: string, reason: string, cause?: unknown): StudioError {
  return new StudioError('output/unwritable', 'output cannot be written', {
    data: { path, reason },
    cause,
  });
}
