import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and the folders above it. Node's own `mkdir` with `recursive` never ends where a
 * file system refuses new folders with ENOENT, as /proc does (seen with Node 20).
 * @param path absolute
 * @param mode of what is made, before the umask
 * @throws Error the system's, when a folder cannot be made or a file is in the way
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const isThere = (place: string): Promise<boolean> =>
    stat(place).then(
      () => true,
      () => false,
    );
  const parent = dirname(path);
  if (parent !== path && !(await isThere(parent))) await makeFolder(parent, mode);
  await mkdir(path, mode).catch(async (thrown: unknown) => {
    // Somebody else may have made it in the meantime.
    const made = await stat(path).catch(() => undefined);
    if (made?.isDirectory() !== true) throw thrown;
  });
}
