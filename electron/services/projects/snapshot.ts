import { createHash } from 'node:crypto';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import { formatProjectLines, parseProject } from '@core/project-file/project-file';
import { writePrivateFile } from '../files/private-files';
import { readRegularFile } from '../files/regular-file';
import { projectNotFound, projectUnreadable, projectUnwritable } from './project-errors';

/** A whole project as it is written to disk. */
export interface SnapshotContent {
  readonly bytes: Buffer;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

export interface ReadSnapshot {
  readonly project: Project;
  readonly hash: string;
}

/** Lines made before others get their turn: about a millisecond of work. */
const linesPerTurn = 100;

/** The file name of the snapshot in a project's folder. */
export function snapshotPath(folder: string): string {
  return join(folder, 'project.zimu');
}

/** Makes the content of a snapshot in small steps, as a big project would hold up everybody else. */
export async function formatSnapshot(project: Project): Promise<SnapshotContent> {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  let lines: string[] = [];
  const endPart = (): void => {
    const part = Buffer.from(lines.join(''));
    hash.update(part);
    parts.push(part);
    lines = [];
  };
  for (const line of formatProjectLines(project)) {
    lines.push(line);
    if (lines.length < linesPerTurn) continue;
    endPart();
    await yieldToOthers();
  }
  endPart();
  return { bytes: Buffer.concat(parts), hash: hash.digest('hex') };
}

/**
 * Puts a snapshot in place of the one before, which stays as `.bak` [JN5].
 * @throws StudioError `project/unwritable`; the one before is then still in place
 */
export async function writeSnapshot(folder: string, { bytes }: SnapshotContent): Promise<void> {
  const path = snapshotPath(folder);
  try {
    await keepBackup(path);
    await writePrivateFile(path, bytes);
  } catch (cause) {
    throw projectUnwritable(path, cause);
  }
}

/**
 * Reads the snapshot of a project, or the copy beside it where it is damaged; the damaged file is
 * put aside and the copy in its place.
 *
 * @throws StudioError `project/not-found` where there is neither; `project/unreadable`;
 *   `project/too-new`
 */
export async function readSnapshot(
  folder: string,
  projectId: string,
  log: (line: string) => void,
): Promise<ReadSnapshot> {
  const path = snapshotPath(folder);
  try {
    return await readOne(path, projectId);
  } catch (thrown) {
    if (thrown instanceof StudioError && thrown.code === 'project/too-new') throw thrown;
    const copy = await readOne(backupPath(path), projectId).catch(() => undefined);
    if (copy === undefined) throw thrown;
    log(`project ${projectId}: the snapshot is damaged, the copy beside it is used`);
    await rename(path, join(folder, 'project.damaged.zimu')).catch(() => undefined);
    await copyFile(backupPath(path), path).catch((cause: unknown) => {
      throw projectUnwritable(path, cause);
    });
    return copy;
  }
}

async function readOne(path: string, projectId: string): Promise<ReadSnapshot> {
  let bytes: Buffer;
  try {
    bytes = await readRegularFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw projectNotFound(projectId);
    throw projectUnreadable(path, cause);
  }
  const project = parseProject(bytes.toString('utf8'), path);
  return { project, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** The file in place is never moved away, so that there is one at every moment. */
async function keepBackup(path: string): Promise<void> {
  const fresh = `${backupPath(path)}.new`;
  await rm(fresh, { force: true });
  const isMissing = (thrown: unknown): boolean =>
    (thrown as NodeJS.ErrnoException).code === 'ENOENT';
  try {
    await link(path, fresh);
  } catch (thrown) {
    if (isMissing(thrown)) return;
    // Some file systems (FAT, some network drives) have no links.
    await copyFile(path, fresh);
  }
  await rename(fresh, backupPath(path));
}

function backupPath(path: string): string {
  return `${path}.bak`;
}
