import { lstat } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';
import { readRegularText } from './regular-file';
import { setAside } from './set-aside';

/**
 * Gives another name to what lies where a lock belongs and is no file: a pipe, a folder, a link that
 * leads nowhere. Whoever waits for the place to become free would wait for ever.
 * @throws Error the system's, where a file is there that may not be read, as of another user
 */
export async function clearWay(path: string): Promise<void> {
  try {
    await readRegularText(path);
  } catch (thrown) {
    const isNoFile = thrown instanceof StudioError && thrown.code === 'media/not-a-file';
    const isMissing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isNoFile && !isMissing) throw thrown;
    const found = await lstat(path).catch(() => undefined);
    // It may have gone, and a lock have come to its place, since it was looked at.
    if (found === undefined || found.isFile()) return;
    await setAside(path).catch((refused: unknown) => {
      if ((refused as NodeJS.ErrnoException).code !== 'ENOENT') throw refused;
    });
  }
}
