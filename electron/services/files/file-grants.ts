import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileGrant } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { FileGrants } from '../workspace';

/** Grants hold until the process ends; nothing but an id leads to a path [OP1]. */
export function createFileGrants(): FileGrants {
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  const find = (granted: ReadonlyMap<string, string>, id: string): string => {
    const path = granted.get(id);
    if (path !== undefined) return path;
    throw new StudioError('file/not-granted', 'no such file was granted');
  };
  return {
    async grant(given): Promise<FileGrant> {
      const path = resolve(given);
      const sizeBytes = await readSize(path);
      const id = randomUUID();
      paths.set(id, path);
      const name = basename(path);
      return { id, name, sizeBytes, kind: findFileKind(name) };
    },
    getPath: (id) => find(paths, id),
    grantFolder(path) {
      const id = randomUUID();
      folders.set(id, resolve(path));
      return id;
    },
    getFolder: (id) => find(folders, id),
  };
}

async function readSize(path: string): Promise<number> {
  const data = { path };
  const status = await stat(path).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new StudioError('media/not-found', `${path} does not exist`, { data, cause });
    }
    const reason = code ?? describeThrown(cause);
    throw new StudioError('media/unreadable', `${path} cannot be read: ${reason}`, {
      data: { path, reason },
      cause,
    });
  });
  if (!status.isFile()) {
    throw new StudioError('media/not-a-file', `${path} is not a file`, { data });
  }
  if (status.size === 0) throw new StudioError('media/empty', `${path} is empty`, { data });
  return status.size;
}
