import { describeThrown } from '@core/errors/studio-error';
import type { LiveProject } from './live-project';

/** The projects in memory: a few of those used last. */
export interface LoadedProjects {
  /**
   * Does something with a project, which is brought into memory first where needed and stays there
   * until it is done.
   */
  use<Value>(projectId: string, task: (live: LiveProject) => Promise<Value>): Promise<Value>;
  /** The project, if it is in memory. */
  find(projectId: string): Promise<LiveProject | undefined>;
  /** Drops it without writing anything. */
  discard(projectId: string): Promise<void>;
  /** Writes and drops all. */
  close(): Promise<void>;
}

export interface LoadedProjectsOptions {
  readonly load: (projectId: string) => Promise<LiveProject>;
  /** Beyond this many the one not used for longest is written and dropped. */
  readonly maximum: number;
  readonly log: (line: string) => void;
}

interface Slot {
  readonly live: Promise<LiveProject>;
  users: number;
}

/** Makes an empty memory. */
export function createLoadedProjects(options: LoadedProjectsOptions): LoadedProjects {
  const { load, maximum, log } = options;
  /** Used longest ago first. */
  const slots = new Map<string, Slot>();
  /** A project is read again only when what was written of it has come to rest. */
  const leaving = new Map<string, Promise<void>>();

  const takeSlot = (projectId: string): Slot => {
    const known = slots.get(projectId);
    const slot = known ?? {
      live: (leaving.get(projectId) ?? Promise.resolve()).then(() => load(projectId)),
      users: 0,
    };
    slots.delete(projectId);
    slots.set(projectId, slot);
    return slot;
  };
  const leave = (projectId: string, end: (live: LiveProject) => Promise<void>): Promise<void> => {
    const slot = slots.get(projectId);
    slots.delete(projectId);
    if (slot === undefined) return leaving.get(projectId) ?? Promise.resolve();
    const left = slot.live
      .then(end)
      .catch((thrown: unknown) => log(`project ${projectId}: ${describeThrown(thrown)}`))
      .finally(() => {
        if (leaving.get(projectId) === left) leaving.delete(projectId);
      });
    leaving.set(projectId, left);
    return left;
  };
  const makeRoom = async (): Promise<void> => {
    for (const [projectId, slot] of [...slots]) {
      if (slots.size <= maximum) return;
      if (slot.users > 0) continue;
      const live = await slot.live.catch(() => undefined);
      // Somebody may have begun to use it while it was looked at.
      if (slots.get(projectId) !== slot || slot.users > 0 || live?.isBusy() === true) continue;
      await leave(projectId, (leaver) => leaver.close());
    }
  };

  return {
    async use(projectId, task) {
      const slot = takeSlot(projectId);
      slot.users += 1;
      try {
        return await task(await slot.live);
      } catch (thrown) {
        // A project that could not be loaded is looked for anew next time.
        const isLoaded = await slot.live.then(
          () => true,
          () => false,
        );
        if (!isLoaded && slots.get(projectId) === slot) slots.delete(projectId);
        throw thrown;
      } finally {
        slot.users -= 1;
        if (slots.size > maximum) void makeRoom();
      }
    },
    find: async (projectId) => slots.get(projectId)?.live.catch(() => undefined),
    discard: (projectId) => leave(projectId, (live) => live.discard()),
    async close() {
      await Promise.all([...slots.keys()].map((id) => leave(id, (live) => live.close())));
      await Promise.all(leaving.values());
    },
  };
}
