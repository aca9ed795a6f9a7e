import { constants } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';

export interface RegularFileOptions {
  /** Whether the last part of the path may be a link to a file elsewhere; by default it may. */
  readonly followsLinks?: boolean;
}

/** The last two are undefined on Windows, where they change nothing. */
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

/**
 * Opens a regular file for reading. A pipe, a device, a socket or a folder is refused at once:
 * opening a pipe that nobody writes to never ends and holds a thread of the disk pool for good,
 * which even the end of the program waits for.
 *
 * @throws StudioError `media/not-a-file` (data: `path`)
 * @throws Error the system's, where it is not there or may not be read
 */
export async function openRegularFile(
  path: string,
  { followsLinks = true }: RegularFileOptions = {},
): Promise<FileHandle> {
  // First by name, because opening a device may already do something.
  const named = await (followsLinks ? stat(path) : lstat(path));
  if (!named.isFile()) throw notAFile(path);
  const flags = O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW);
  const file = await open(path, flags);
  try {
    // What was opened, as something else may have come to its place since.
    if (!(await file.stat()).isFile()) throw notAFile(path);
    return file;
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

/**
 * The bytes of a regular file that a person gave as a text.
 * @param mostBytes more is no text that a person made
 * @throws StudioError `text/too-large` (data: `path`, `most` in MB), and as {@link openRegularFile}
 */
export async function readBoundedFile(path: string, mostBytes: number): Promise<Buffer> {
  const file = await openRegularFile(path);
  try {
    const { size } = await file.stat();
    if (size > mostBytes) {
      const data = { path, most: mostBytes / 1_000_000 };
      throw new StudioError('text/too-large', `${path} is too large for a text`, { data });
    }
    // No more than it had just now, however fast it grows.
    const buffer = Buffer.alloc(size);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, size - length, length);
      if (bytesRead === 0) return buffer.subarray(0, length);
      length += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a regular file.
 * @throws as {@link openRegularFile}
 */
export async function readRegularFile(path: string): Promise<Buffer> {
  const file = await openRegularFile(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * A regular file of ours as text.
 * @throws as {@link openRegularFile}
 */
export async function readRegularText(path: string): Promise<string> {
  return (await readRegularFile(path)).toString('utf8');
}

function notAFile(path: string): StudioError {
  return new StudioError('media/not-a-file', `${path} is not a regular file`, { data: { path } });
}
