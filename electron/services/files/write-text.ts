import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { ErrorCode } from '@core/errors/error-codes';
import { makeFolder } from './make-folder';
import { makePrivateFolder, writePrivateFile } from './private-files';
import { temporaryBeside } from './temporary-beside';

/**
 * Writes a whole text (or bytes) or nothing: into a file beside the target, flushed to disk, which then takes
 * its place. Makes the folder.
 * @param path absolute
 * @param code of the error, whose data are `path` and `reason`
 * @param isExport a person saves it where they like, and it follows the umask; all else is ours
 * @throws StudioError of the given code; the target is then as it was
 */
export async function writeText(
  path: string,
  content: string | Buffer,
  code: ErrorCode,
  { isExport = false }: { readonly isExport?: boolean } = {},
): Promise<void> {
  try {
    await (isExport ? makeFolder : makePrivateFolder)(dirname(path));
    await (isExport ? writeExport : writePrivateFile)(path, content);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? describeThrown(cause);
    throw new StudioError(code, `${path} cannot be written: ${reason}`, {
      data: { path, reason },
      cause,
    });
  }
}

/** A file that is there keeps its mode and owner; whatever is called how, its content fits beside it [FN2]. */
async function writeExport(path: string, content: string | Buffer): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => undefined);
  // A device is written to; a file in its place would take it away from all programs.
  if (there?.isFile() === false) return writeFile(target, content);
  const temporary = temporaryBeside(target);
  try {
    await writeFileAtomic(temporary, content, {
      ...(there === undefined
        ? {}
        : { mode: there.mode, chown: { uid: there.uid, gid: there.gid } }),
    });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
