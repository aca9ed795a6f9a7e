import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeThrown, type JsonValue, StudioError } from '@core/errors/studio-error';
import { isTaskExpired } from '@isi/task-life';
import { z } from 'zod';
import { makePrivateFolder } from '../files/private-files';
import { readRegularText } from '../files/regular-file';
import { setAside } from '../files/set-aside';
import { writeText } from '../files/write-text';
import { takeLock } from './task-lock';

const jsonValue: z.ZodType<JsonValue> = z.json();
const entrySchema = z.object({
  version: z.literal(1),
  /** The recording as a person named it; of the web without what may be signed. */
  source: z.string(),
  engine: z.string(),
  /** Of a task that was handed in. */
  taskId: z.string().optional(),
  savedAtMs: z.number().nonnegative(),
  /** What the engine goes on from. */
  state: jsonValue,
});

/** Work of the command line that another run of the program goes on from. */
export type KeptTask = z.infer<typeof entrySchema>;

/** One piece of work, which no other process may do meanwhile. */
export interface HeldTask {
  /** What an earlier run kept, as long as the service knows it. */
  readonly kept: KeptTask | undefined;
  /** @throws StudioError `cache/unwritable` */
  keep(task: Omit<KeptTask, 'version' | 'savedAtMs'>): Promise<void>;
  /** Forgets it. */
  remove(): Promise<void>;
  /** Lets others at it. */
  release(): Promise<void>;
}

export interface TaskStore {
  /**
   * @param identity what makes work the same: recording, service and parameters. Only its hash is
   *   kept
   * @param source named where another process has it
   * @throws StudioError `engine/task-busy` (data: `path`, `pid`), `cache/unwritable`
   */
  hold(identity: string, source: string): Promise<HeldTask>;
  /** By the id of a task; undefined where nothing is known of it. */
  find(taskId: string): Promise<{ readonly name: string; readonly task: KeptTask } | undefined>;
  /** What no service knows any more, taken out; its uploads are for the caller to remove. */
  takeExpired(): Promise<readonly KeptTask[]>;
  /** Forgets what {@link TaskStore.find} found; false where a process works on it. */
  forget(name: string): Promise<boolean>;
  /** All texts there are, to see which files are still needed. */
  readAll(): Promise<string>;
}

export interface TaskStoreOptions {
  readonly folder: string;
  /** ms since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const entryName = /^[0-9a-f]{64}\.json$/;

/** What the command line handed in and has no result of yet: a file for each, with a lock beside. */
export function createTaskStore({ folder, now, log }: TaskStoreOptions): TaskStore {
  /** Of one process: the second asks again when the first is done. */
  const turns = new Map<string, Promise<void>>();

  const read = async (path: string): Promise<KeptTask | undefined> => {
    const text = await readRegularText(path).catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return entrySchema.parse(JSON.parse(text));
    } catch (thrown) {
      const kept = await setAside(path).catch(() => path);
      log(`tasks: ${path} cannot be understood, kept as ${kept}: ${describeThrown(thrown)}`);
      return undefined;
    }
  };

  const list = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => entryName.test(name));

  /** A lock for tidying up: whatever stands in the way of it only puts that off. */
  const tryLock = async (path: string): Promise<(() => Promise<void>) | undefined> => {
    try {
      const taken = await takeLock(`${path}.lock`);
      return 'release' in taken ? taken.release : undefined;
    } catch (thrown) {
      log(`tasks: ${path} is left alone: ${describeThrown(thrown)}`);
      return undefined;
    }
  };

  const lock = async (path: string, source: string): Promise<() => Promise<void>> => {
    try {
      await makePrivateFolder(folder);
      const taken = await takeLock(`${path}.lock`);
      if ('release' in taken) return taken.release;
      throw new StudioError('engine/task-busy', 'another process has this task', {
        data: { path: source, pid: taken.owner.pid },
      });
    } catch (thrown) {
      if (thrown instanceof StudioError) throw thrown;
      throw new StudioError('cache/unwritable', 'no task can be kept', {
        data: { path: folder, reason: describeThrown(thrown) },
        cause: thrown,
      });
    }
  };

  return {
    async hold(identity, source) {
      const name = `${createHash('sha256').update(identity).digest('hex')}.json`;
      const path = join(folder, name);
      const before = turns.get(name) ?? Promise.resolve();
      let endTurn = (): void => undefined;
      const turn = new Promise<void>((fulfil) => (endTurn = fulfil));
      turns.set(
        name,
        before.then(() => turn),
      );
      await before;
      let release: () => Promise<void>;
      try {
        release = await lock(path, source);
      } catch (thrown) {
        endTurn();
        throw thrown;
      }
      return {
        kept: await read(path),
        keep: (task) => {
          const entry: KeptTask = { version: 1, savedAtMs: now(), ...task };
          const text = `${JSON.stringify(entry)}\n`;
          return writeText(path, text, 'cache/unwritable');
        },
        remove: () => rm(path, { force: true }),
        release: async () => {
          await release();
          endTurn();
        },
      };
    },
    async find(taskId) {
      for (const name of await list()) {
        const task = await read(join(folder, name));
        if (task?.taskId === taskId) return { name, task };
      }
      return undefined;
    },
    async takeExpired() {
      const expired: KeptTask[] = [];
      for (const name of await list()) {
        const path = join(folder, name);
        const task = await read(path);
        if (task === undefined || !isTaskExpired(task.savedAtMs, now())) continue;
        const release = await tryLock(path);
        if (release === undefined) continue;
        await rm(path, { force: true });
        await release();
        expired.push(task);
      }
      return expired;
    },
    async forget(name) {
      const path = join(folder, name);
      const release = await tryLock(path);
      if (release === undefined) return false;
      await rm(path, { force: true });
      await release();
      return true;
    },
    async readAll() {
      const texts = (await list()).map((name) =>
        readRegularText(join(folder, name)).catch(() => ''),
      );
      return (await Promise.all(texts)).join('\n');
    },
  };
}
