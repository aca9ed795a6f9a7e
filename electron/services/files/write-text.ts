import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { ErrorCode } from '@core/errors/error-codes';
import { makeFolder } from './make-folder';
import { makePrivateFolder, writePrivateFile } from './private-files';

/**
 * Writes a whole text or nothing: into a file beside the target, flushed to disk, which then takes
 * its place. Makes the folder.
 * @param path absolute
 * @param code of the error, whose data are `path` and `reason`
 * @param isPrivate it lies in a data folder, so that nobody else may read it
 * @throws StudioError of the given code; the target is then as it was
 */
export async function writeText(
  path: string,
  text: string,
  code: ErrorCode,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
): Promise<void> {
  try {
    await (isPrivate ? makePrivateFolder : makeFolder)(dirname(path));
    await (isPrivate ? writePrivateFile : writeFileAtomic)(path, text);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? describeThrown(cause);
    throw new StudioError(code, `${path} cannot be written: ${reason}`, {
      data: { path, reason },
      cause,
    });
  }
}
