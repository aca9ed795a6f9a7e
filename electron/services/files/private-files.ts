import { open } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from './make-folder';

/**
 * What lies in the data folders is a person's own: what was said in their recordings, the account
 * and where the studio can be reached. Whoever else has an account on the computer sees none of it,
 * whatever the umask. What a person saves elsewhere is theirs to share and follows the umask.
 */
export const privateFileMode = 0o600;
export const privateFolderMode = 0o700;

/** Makes a folder of ours, and those above it that are missing. @throws Error the system's */
export function makePrivateFolder(path: string): Promise<void> {
  return makeFolder(path, privateFolderMode);
}

/**
 * Writes a file of ours whole or not at all, flushed to disk; the folder must be there.
 * @throws Error the system's; the file is then as it was
 */
export function writePrivateFile(path: string, content: string | Buffer): Promise<void> {
  return writeFileAtomic(path, content, { mode: privateFileMode });
}

/**
 * Makes an empty file for another program to write into, which would make one that all may read.
 * @throws Error the system's
 */
export async function reservePrivateFile(path: string): Promise<void> {
  await (await open(path, 'w', privateFileMode)).close();
}
