import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeThrown } from '@core/errors/studio-error';
import { applicationName, type Folders } from '../settings/folders';
import { type Shape, shapeOfCache, shapeOfHome } from './data-folder-shape';
import { privateFileMode, privateFolderMode } from './private-files';

/** A start is not held up longer. */
const mostMs = 500;

/** Of a folder that all may write to and none may clear, as /tmp: it is nobody's own. */
const stickyBit = 0o1000;

type DataFolders = Pick<Folders, 'home' | 'cache'>;

interface Place {
  readonly path: string;
  readonly shape: Shape;
}

/**
 * {@link mendFolders} beside a start: what it does first closes all, and where there is much to look
 * at, the rest goes on while the program works already.
 */
export async function mendFoldersAtStart(
  folders: DataFolders,
  log: (line: string) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<void>((fulfil) => {
    timer = setTimeout(fulfil, mostMs);
  });
  await Promise.race([mendFolders(folders, log), isLate]);
  clearTimeout(timer);
}

/**
 * Takes away what others may do with the files of the data folders, which older versions made as
 * the umask has it. From the outside in, so that the first step closes everything below it.
 *
 * Only what is known to be ours: it has a name that we give and belongs to this user, and no link is
 * followed. `ZIMU_HOME` may name a folder that holds other things as well: it and they stay as they
 * are. Never rejects: what cannot be mended is logged.
 */
export async function mendFolders(
  { home, cache }: DataFolders,
  log: (line: string) => void,
): Promise<void> {
  // Windows knows no such modes; there a profile's folders are the user's own.
  if (process.platform === 'win32') return;
  const places: Place[] = [
    { path: home, shape: shapeOfHome },
    { path: cache, shape: shapeOfCache },
  ];
  for (const place of places) {
    try {
      places.push(...(await mendPlace(place)));
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code !== 'ENOENT') {
        log(`folders: others may read ${place.path}: ${describeThrown(thrown)}`);
      }
    }
  }
}

/** @returns what of ours it holds */
async function mendPlace({ path, shape }: Place): Promise<readonly Place[]> {
  const found = await lstat(path);
  if (found.uid !== process.getuid?.()) return [];
  if (found.isFile() && (shape.kind === 'file' || shape.kind === 'everything')) {
    await close(path, found, privateFileMode);
  }
  if (!found.isDirectory() || shape.kind === 'file') return [];
  const names = shape.kind === 'shut' ? [] : await readdir(path);
  const inner = await Promise.all(names.map((name) => findPlace(path, shape, name)));
  const ours = inner.filter((place) => place !== undefined);
  const isOurs = ours.length === names.length || basename(path) === applicationName;
  const isNobodys = (found.mode & stickyBit) !== 0;
  if (isOurs && !isNobodys) await close(path, found, privateFolderMode);
  return ours;
}

/** What of ours a name in a folder of ours stands for. */
async function findPlace(folder: string, shape: Shape, name: string): Promise<Place | undefined> {
  const path = join(folder, name);
  if (shape.kind !== 'folder') return { path, shape };
  const entry = shape.entries.find(({ pattern }) => pattern.test(name));
  if (entry === undefined) return undefined;
  if (entry.marks !== undefined) {
    const inside = await readdir(path).catch(() => undefined);
    const isOurs = inside?.length === 0 || entry.marks.some((mark) => inside?.includes(mark));
    if (!isOurs) return undefined;
  }
  return { path, shape: entry.shape };
}

async function close(path: string, { mode }: Stats, wanted: number): Promise<void> {
  if ((mode & 0o077) === 0) return;
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    await file.chmod(wanted);
  } finally {
    await file.close();
  }
}
