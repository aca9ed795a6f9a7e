import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { omitUndefined } from '@core/omit-undefined';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { z } from 'zod';
import { clearWay } from '../files/clear-way';
import { makePrivateFolder } from '../files/private-files';
import { readRegularText } from '../files/regular-file';
import { askStudio } from './handover';
import { askHolder, proveHolder } from './holder-proof';

const lockSchema = z.object({
  pid: z.int().positive(),
  /** Tells this lock from every other, also of a process with the same id. */
  nonce: z.string(),
  /** Where its holder proves that it is there; the nonce is what it knows. */
  proofPort: z.exactOptional(z.int().min(1).max(65_535)),
  /** Where a person finds the running studio; absent until it listens, or where it is a window. */
  url: z.string().optional(),
  /** What lets another start hand a file over: not the page's token, so no page can do it. */
  handoverToken: z.string().optional(),
});

/** What a running studio says of itself in its data folder. */
export type RunningStudio = z.infer<typeof lockSchema>;

/** The right to be the one studio on a data folder. */
export interface StudioLock {
  /**
   * Says where the studio can be reached.
   * @throws StudioError `host/already-running` if the right was lost meanwhile
   */
  announce(address: { readonly url: string; readonly handoverToken: string }): Promise<void>;
  /** Gives the right up; another studio's lock is left alone. */
  release(): Promise<void>;
  /** The same for an end that waits for nothing. */
  releaseAtOnce(): void;
}

export interface LockOptions {
  /** How long the holder of a lock has to answer before it is taken to be busy, ms. */
  readonly answerLimitMs?: number;
}

/**
 * Makes this process the one studio on a data folder, until it releases the lock or ends. The lock
 * of a process that is no more is taken over [JN10].
 * @param home data folder; made where it is missing
 * @throws StudioError `host/already-running`, `cache/unwritable`
 */
export async function lockStudio(home: string, options: LockOptions = {}): Promise<StudioLock> {
  const path = join(home, 'studio.lock');
  const nonce = randomBytes(16).toString('hex');
  // Before there is a lock, so that there is never one whose holder cannot answer.
  const proof = await proveHolder(nonce);
  let mine: RunningStudio = {
    ...{ pid: process.pid, nonce },
    ...omitUndefined({ proofPort: proof?.port }),
  };
  try {
    await makePrivateFolder(home);
    while (!(await createLock(path, mine))) await clearStaleLock(path, home, options);
  } catch (thrown) {
    proof?.end();
    if (thrown instanceof StudioError) throw thrown;
    throw new StudioError('cache/unwritable', 'no lock can be made in the data folder', {
      data: { path: home, reason: describeThrown(thrown) },
      cause: thrown,
    });
  }
  return {
    announce: async (address) => {
      const text = await readLock(path);
      if (text !== JSON.stringify(mine)) throw alreadyRunning(home, parseLock(text));
      mine = { ...mine, ...address };
      const draft = await writeDraft(path, mine);
      await rename(draft, path);
    },
    release: async () => {
      const text = await readLock(path);
      if (text === JSON.stringify(mine)) await rm(path, { force: true });
      proof?.end();
    },
    releaseAtOnce: () => {
      try {
        const isMine =
          lstatSync(path).isFile() && readFileSync(path, 'utf8') === JSON.stringify(mine);
        if (isMine) rmSync(path);
      } catch {
        // Gone already, or it stays as one whose holder does not answer.
      }
    },
  };
}

/** The studio that has a data folder, as far as its lock tells; undefined where there is no lock. */
export async function findRunningStudio(home: string): Promise<RunningStudio | undefined> {
  return parseLock(await readLock(join(home, 'studio.lock')));
}

/** Whether the lock was free. It appears with its whole content or not at all. */
async function createLock(path: string, lock: RunningStudio): Promise<boolean> {
  const draft = await writeDraft(path, lock);
  try {
    await link(draft, path);
    return true;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without links: still only one creates it, but others may see it half written.
    return await writeFile(path, JSON.stringify(lock), { flag: 'wx', mode: 0o600 }).then(
      () => true,
      (refused: unknown) => {
        if ((refused as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw refused;
      },
    );
  } finally {
    await rm(draft, { force: true });
  }
}

/** The lock's token opens the studio, so nobody else may read it. */
async function writeDraft(path: string, lock: RunningStudio): Promise<string> {
  const draft = `${path}.${lock.nonce}`;
  await writeFile(draft, JSON.stringify(lock), { mode: 0o600 });
  return draft;
}

/**
 * Removes the lock of a studio that is no more.
 * @throws StudioError `host/already-running` if it is there
 */
async function clearStaleLock(path: string, home: string, options: LockOptions): Promise<void> {
  const text = await readLock(path);
  if (text === undefined) return clearWay(path);
  const lock = parseLock(text);
  // Written just now on a file system without links, or damaged by a power cut.
  const isGone =
    lock === undefined ? !(await isGrowing(path, text)) : !(await isRunning(lock, options));
  if (!isGone) throw alreadyRunning(home, lock);
  // Of several that see the same stale lock only one gets to move it.
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readLock(aside);
  // Another start was quicker, and this is its fresh lock: it goes back to its place.
  if (moved !== undefined && moved !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isGrowing(path: string, text: string): Promise<boolean> {
  await new Promise((fulfil) => setTimeout(fulfil, 100));
  return (await readLock(path)) !== text;
}

/**
 * Whether the studio of a lock runs. An id is used again by other processes, above all after the
 * computer was started anew, and says nothing in a container, where every start has the same: it
 * only shows quickly that there is nobody. Who is there answers.
 */
async function isRunning(lock: RunningStudio, { answerLimitMs }: LockOptions): Promise<boolean> {
  const { pid, nonce, proofPort, url, handoverToken } = lock;
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (proofPort !== undefined) return askHolder({ port: proofPort, secret: nonce }, answerLimitMs);
  // Of a version without proofs: only a studio with an address can be asked.
  return url !== undefined && handoverToken !== undefined && askStudio({ url, handoverToken });
}

function readLock(path: string): Promise<string | undefined> {
  return readRegularText(path).catch(() => undefined);
}

function parseLock(text: string | undefined): RunningStudio | undefined {
  if (text === undefined) return undefined;
  try {
    return lockSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON, so no lock of ours.
    return undefined;
  }
}

function alreadyRunning(home: string, lock: RunningStudio | undefined): StudioError {
  const address = lock?.url ?? (lock === undefined ? '?' : `PID ${lock.pid}`);
  return new StudioError('host/already-running', 'another studio has this data folder', {
    data: { path: home, address },
  });
}
