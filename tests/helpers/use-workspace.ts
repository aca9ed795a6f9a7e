import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { EventName, StudioEvents } from '../../electron/contract/api';
import { createWorkspace } from '../../electron/services/create-workspace';
import { createMemorySecretStore } from '../../electron/services/credentials/memory-secret-store';
import { findFolders } from '../../electron/services/settings/folders';
import type { Workspace } from '../../electron/services/workspace';
import { useStandaloneTools } from './use-standalone-tools';

const root = resolve(import.meta.dirname, '../..');

type Published = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: StudioEvents[Name] };
}[EventName];

/** A started workspace and everything it told its windows. */
export interface StartedWorkspace {
  readonly workspace: Workspace;
  readonly published: readonly Published[];
  /** The first event of a name, past or to come, that `isIt`. */
  readonly until: <Name extends EventName>(
    name: Name,
    isIt: (payload: StudioEvents[Name]) => boolean,
  ) => Promise<StudioEvents[Name]>;
}

export interface WorkspaceFolder {
  readonly inFolder: (name: string) => string;
  /** Starts the services on the folder's data; `env` comes on top of this process's. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<StartedWorkspace>;
}

/** Less than a test may take, and more than anything here needs. */
const mostWaitMs = 90_000;

/** A data folder of its own for each test; workspaces that still run are ended after it. */
export function useWorkspace(): WorkspaceFolder {
  let folder = '';
  useStandaloneTools();
  let started: Workspace[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zimu-workspace-'));
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((workspace) => workspace.dispose()));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    inFolder: (name) => join(folder, name),
    async start(given = {}) {
      const env = { ...process.env, ...given, ZIMU_HOME: join(folder, 'home') };
      const published: Published[] = [];
      const waiting = new Set<() => void>();
      const workspace = await createWorkspace({
        folders: findFolders({ env, platform: process.platform, homeDirectory: folder }),
        env,
        resourcesDirectory: resolve(root, 'resources'),
        engineChildScript: resolve(root, 'out/main/engine-child.js'),
        byteUrl: (path) => `http://127.0.0.1/bytes/${path}`,
        publish: (name, payload) => {
          published.push({ name, payload } as Published);
          for (const check of [...waiting]) check();
        },
        secrets: createMemorySecretStore(),
        log: () => undefined,
      });
      started.push(workspace);
      return {
        workspace,
        published,
        until: (name, isIt) =>
          new Promise((fulfil, reject) => {
            // It says what there was instead, which the end of the test's own time does not.
            const giveUp = setTimeout(() => {
              const last = published.findLast((event) => event.name === name);
              const names = published.map((event) => event.name).join(' ');
              reject(new Error(`no ${name} as wanted; last ${JSON.stringify(last)} of ${names}`));
            }, mostWaitMs);
            const check = (): void => {
              for (const event of published) {
                const payload = event.payload as StudioEvents[typeof name];
                if (event.name !== name || !isIt(payload)) continue;
                waiting.delete(check);
                clearTimeout(giveUp);
                fulfil(payload);
                return;
              }
            };
            waiting.add(check);
            check();
          }),
      };
    },
  };
}
