import { join, relative } from 'node:path';

/** Where the studio keeps copies of files that a browser handed over: it does not know where they lie. */
export function findUploadsFolder(home: string): string {
  return join(home, 'uploads');
}

/** Whether a file is such a copy. */
export function isUpload(path: string, home: string): boolean {
  const within = relative(findUploadsFolder(home), path);
  return within !== '' && within.split(/[\\/]/u)[0] !== '..' && within !== path;
}
