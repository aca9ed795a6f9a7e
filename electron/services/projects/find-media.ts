import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProjectMedia } from '@core/project-file/project';

/** Whether a file or folder can be found under a path. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * The recording of a `.zimu` file that came from elsewhere: where it was, or beside the file under
 * its own name. Found nowhere, it stays where it was said to be, as missing.
 *
 * @param copyPath the `.zimu` file
 * @param describe what is found under a path; rejects where that is no recording
 */
export async function findMediaOfCopy(
  media: ProjectMedia,
  copyPath: string,
  describe: (path: string) => Promise<ProjectMedia>,
): Promise<ProjectMedia> {
  // The name is somebody else's text and must not lead out of the folder.
  const isPlain = !/[/\\]/u.test(media.name);
  const candidates = [media.path, ...(isPlain ? [join(dirname(copyPath), media.name)] : [])];
  for (const candidate of candidates) {
    const found = await describe(candidate).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return media;
}
