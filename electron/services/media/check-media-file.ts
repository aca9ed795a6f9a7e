import { access, constants, stat } from 'node:fs/promises';
import { describeThrown, StudioError } from '@core/errors/studio-error';

/** Of a file in which nobody finds a recording. */
export function unreadable(path: string, reason: string): StudioError {
  return new StudioError('media/unreadable', `${path} cannot be read: ${reason}`, {
    data: { path, reason },
  });
}

/**
 * Looks at the file before any tool does, so that plain mistakes get plain answers.
 * @returns how many bytes it has
 * @throws StudioError `media/not-found`, `media/not-a-file`, `media/empty`, `media/unreadable`
 */
export async function checkMediaFile(path: string): Promise<number> {
  try {
    const status = await stat(path);
    // Only plain files: a pipe or a device would block, or never end.
    if (!status.isFile()) {
      throw new StudioError('media/not-a-file', `${path} is not a file`, { data: { path } });
    }
    if (status.size === 0) {
      throw new StudioError('media/empty', `${path} is empty`, { data: { path } });
    }
    await access(path, constants.R_OK);
    return status.size;
  } catch (thrown) {
    if (thrown instanceof StudioError) throw thrown;
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new StudioError('media/not-found', `${path} does not exist`, {
        data: { path },
        cause: thrown,
      });
    }
    throw unreadable(path, code ?? describeThrown(thrown));
  }
}
