import type { Publish, StudioSettings } from '@contract/api';
import { describeThrown, StudioError, toStudioError } from '@core/errors/studio-error';
import { setAside } from '../files/set-aside';
import { writeText } from '../files/write-text';
import type { SettingsStore } from '../workspace';
import { readSettingsFile, type SettingsFile } from './load-settings';

/** Many times what a person can set; they are sent whole to every window at every change. */
const mostBytes = 1_000_000;

const empty: SettingsFile = { settings: {}, content: {} };

export interface StoredSettings extends SettingsStore {
  /** Why the file could not be used at the start, if it could not. */
  readonly problem: StudioError | undefined;
  /** Resolves when everything was written that could be. */
  readonly settled: () => Promise<void>;
}

export interface SettingsStoreOptions {
  readonly path: string;
  readonly publish: Publish;
  readonly log: (line: string) => void;
}

/**
 * The settings of this process: read once, then kept in memory and written at every change. A file
 * that cannot be understood gets another name before anything is written, so that it can be mended.
 */
export async function createSettingsStore({
  path,
  publish,
  log,
}: SettingsStoreOptions): Promise<StoredSettings> {
  const first = await readSettingsFile(path).catch((thrown: unknown) => toStudioError(thrown));
  let problem = first instanceof StudioError ? first : undefined;
  let isInTheWay = problem !== undefined;
  let { settings, content } = first instanceof StudioError ? empty : first;

  const moveAway = async (): Promise<void> => {
    const brokenPath = await setAside(path);
    isInTheWay = false;
    log(`settings: ${path} cannot be read, kept as ${brokenPath}`);
    if (problem !== undefined) {
      problem = new StudioError(problem.code, problem.message, {
        data: { ...problem.data, path: brokenPath },
        cause: problem.cause,
      });
    }
  };
  // Tried again before the first writing, which must not take the place of a file that holds work.
  if (problem !== undefined) await moveAway().catch(() => undefined);

  const write = async (): Promise<void> => {
    if (isInTheWay) {
      await moveAway().catch((cause: unknown) => {
        throw new StudioError('settings/unwritable', 'a broken file is in the way', {
          data: { path, reason: describeThrown(cause) },
          cause,
        });
      });
    }
    await writeText(path, `${JSON.stringify(content, undefined, 2)}\n`, 'settings/unwritable');
  };
  let last: Promise<void> = Promise.resolve();

  return {
    get problem() {
      return problem;
    },
    read: () => settings,
    async update(changes) {
      const next = dropUndefined({ ...content, ...changes });
      const nextBytes = measure(next);
      // What is too large already may become smaller.
      if (nextBytes > mostBytes && nextBytes > measure(content)) {
        throw new StudioError('settings/too-large', `settings of ${nextBytes} bytes`, {
          data: { kilobytes: Math.ceil(nextBytes / 1_000), most: mostBytes / 1_000 },
        });
      }
      settings = dropUndefined({ ...settings, ...changes });
      content = next;
      publish('settings.changed', settings);
      const updated = settings;
      // One after the other; each writes what holds when its turn comes.
      const written = last.then(write);
      last = written.catch(() => undefined);
      await written;
      return updated;
    },
    settled: () => last,
  };
}

function measure(content: SettingsFile['content']): number {
  return Buffer.byteLength(JSON.stringify(content), 'utf8');
}

function dropUndefined<Values extends StudioSettings>(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Values;
}
