import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeThrown, StudioError } from '@core/errors/studio-error';

/**
 * A path for a file of the cache that is still being written: `<key>.<process>.<random>.partial`,
 * so that two processes never write one, and those of dead processes can be told.
 */
export function createPartialPath(folder: string, key: string): string {
  return join(folder, `${key}.${process.pid}.${randomUUID()}.partial`);
}

/** Removes the partial files of a key whose process is gone. */
export async function removeLeftovers(folder: string, key: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${key}.`) || !name.endsWith('.partial')) continue;
    const owner = Number(name.slice(key.length + 1).split('.')[0]);
    if (!isRunning(owner)) await rm(join(folder, name), { force: true });
  }
}

/** Whether a process of this computer runs, whoever it belongs to. */
export function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // EPERM: it runs and belongs to another person.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Runs a write to the cache.
 * @throws StudioError `cache/unwritable` for a full disk or a missing right
 */
export async function guardWriting<Result>(
  path: string,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? describeThrown(thrown);
    throw new StudioError('cache/unwritable', `The cache could not be written: ${reason}`, {
      data: { path, reason },
      cause: thrown,
    });
  }
}
