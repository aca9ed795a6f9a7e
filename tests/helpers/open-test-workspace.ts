import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEventHub, type EventHub } from '@contract/event-hub';
import { createWorkspace } from '../../electron/services/create-workspace';
import { createMemorySecretStore } from '../../electron/services/credentials/memory-secret-store';
import { findFolders } from '../../electron/services/settings/folders';
import type { HostSide, Workspace } from '../../electron/services/workspace';

/** The real services on a data folder of their own. */
export interface TestWorkspace {
  readonly workspace: Workspace;
  readonly events: EventHub;
  readonly host: HostSide;
  readonly home: string;
  /** Ends the services and removes the folder. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the services as the browser host does.
 * @param given comes on top of this process's environment
 */
export async function openTestWorkspace(
  given: Readonly<Record<string, string | undefined>> = {},
): Promise<TestWorkspace> {
  const home = mkdtempSync(join(tmpdir(), 'zimu-workspace-'));
  const env = { ...process.env, ...given, ZIMU_HOME: home };
  const events = createEventHub();
  const byteUrl = (path: string): string => `/bytes/${path}`;
  const workspace = await createWorkspace({
    folders: findFolders({ env, platform: process.platform, homeDirectory: home }),
    env,
    resourcesDirectory: resolve(import.meta.dirname, '../../resources'),
    byteUrl,
    publish: events.publish,
    secrets: createMemorySecretStore(),
    log: () => undefined,
  });
  return {
    workspace,
    events,
    home,
    host: {
      description: {
        version: '1.2.3',
        kind: 'browser',
        systemLanguage: 'en',
        platform: process.platform,
        hasNativeDialogs: false,
      },
      byteUrl,
    },
    close: async () => {
      await workspace.dispose();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
