import { randomUUID } from 'node:crypto';
import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { omitUndefined } from '@core/omit-undefined';
import { z } from 'zod';
import { clearWay } from '../files/clear-way';
import { readRegularText } from '../files/regular-file';
import { askHolder, proveHolder } from '../instance/holder-proof';

const ownerSchema = z.object({
  pid: z.int().positive(),
  nonce: z.string(),
  /** Where the owner proves that it is there; absent in locks of older versions. */
  proofPort: z.exactOptional(z.int().min(1).max(65_535)),
});

/** Who works on something that only one process may work on. */
export type LockOwner = z.infer<typeof ownerSchema>;

/** Locks of this very process: its id alone says nothing after another one had the same. */
const heldHere = new Set<string>();
/** Longest time that a lock stands there empty while its owner writes it. */
const growingMs = 2_000;

/**
 * Makes this process the only one on a path, until it releases the lock or ends: the lock of a
 * process that is no more is taken over.
 * @param path of the lock; its folder exists
 * @returns what gives the lock back, or who has it
 * @throws Error of the file system
 */
export async function takeLock(
  path: string,
): Promise<{ readonly release: () => Promise<void> } | { readonly owner: LockOwner }> {
  const nonce = randomUUID();
  const proof = await proveHolder(nonce);
  const mine: LockOwner = {
    ...{ pid: process.pid, nonce },
    ...omitUndefined({ proofPort: proof?.port }),
  };
  const text = JSON.stringify(mine);
  heldHere.add(mine.nonce);
  try {
    while (!(await create(path, text, nonce))) {
      const owner = await clearIfStale(path);
      if (owner === undefined) continue;
      heldHere.delete(nonce);
      proof?.end();
      return { owner };
    }
  } catch (thrown) {
    heldHere.delete(nonce);
    proof?.end();
    throw thrown;
  }
  return {
    release: async () => {
      heldHere.delete(nonce);
      if ((await read(path)) === text) await rm(path, { force: true });
      proof?.end();
    },
  };
}

/** Whether the lock was free. It appears with its whole content or, without links, soon has it. */
async function create(path: string, text: string, nonce: string): Promise<boolean> {
  const draft = `${path}.${nonce}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (thrown) {
    if (isThere(thrown)) return false;
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return true;
    } catch (refused) {
      if (isThere(refused)) return false;
      throw refused;
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** @returns who has the lock; undefined where it is free now, or may be */
async function clearIfStale(path: string): Promise<LockOwner | undefined> {
  const text = await read(path);
  const made = await stat(path).catch(() => undefined);
  if (text === undefined || made === undefined) {
    await clearWay(path);
    return undefined;
  }
  const owner = parse(text);
  if (owner === undefined && Date.now() - made.mtimeMs < growingMs) {
    return { pid: 0, nonce: '' };
  }
  if (owner !== undefined && (await isAlive(owner, made.mtimeMs))) return owner;
  // Of several that see the same stale lock only one gets to move it.
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await read(aside);
  // Another process was quicker, and this is its fresh lock: it goes back to its place.
  if (moved !== undefined && moved !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return undefined;
}

/** A number says nothing once another process may have it: the owner itself is asked. */
async function isAlive({ pid, nonce, proofPort }: LockOwner, madeMs: number): Promise<boolean> {
  if (pid === process.pid) return heldHere.has(nonce);
  if (madeMs < Date.now() - uptime() * 1_000 - growingMs) return false;
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return proofPort === undefined || (await askHolder({ port: proofPort, secret: nonce }));
}

function isThere(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === 'EEXIST';
}

function read(path: string): Promise<string | undefined> {
  return readRegularText(path).catch(() => undefined);
}

function parse(text: string): LockOwner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
