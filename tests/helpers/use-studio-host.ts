import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { MethodInput, MethodName, MethodOutput, Reply } from '@contract/api';
import { errorFromJson } from '@core/errors/studio-error';
import { type BrowserHost, startBrowserHost } from '../../electron/host/start-browser-host';
import { createHandlers } from '../../electron/services/handlers';
import type { HostSide } from '../../electron/services/workspace';
import { makeHostFetch } from './host-fetch';
import { openTestWorkspace, type TestWorkspace } from './open-test-workspace';
import { useStandaloneTools } from './use-standalone-tools';

/** The real services behind a real browser host, asked as its page asks them. */
export interface StudioHost {
  /** In a folder beside the studio's data. */
  readonly inFolder: (...names: string[]) => string;
  readonly home: () => string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** @throws StudioError as the call does */
  readonly call: <Name extends MethodName>(
    name: Name,
    input: MethodInput<Name>,
  ) => Promise<MethodOutput<Name>>;
  /** Opens a file as a person does who drops it on the window; gives the project's id. */
  readonly drop: (path: string) => Promise<string>;
  /** Lets a person choose a file; gives the grant's id. */
  readonly choose: (path: string) => Promise<string>;
}

/**
 * One for each test of the file.
 * @param readEnv what comes on top of this process's environment
 * @param side what else the host can do
 */
export function useStudioHost(
  readEnv: () => Readonly<Record<string, string | undefined>> = () => ({}),
  side: Partial<HostSide> = {},
): StudioHost {
  let folder = '';
  useStandaloneTools();
  let opened: TestWorkspace;
  let host: BrowserHost;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zimu-studio-'));
    opened = await openTestWorkspace(readEnv());
    const { workspace, events } = opened;
    host = await startBrowserHost({
      handlers: createHandlers(workspace, { ...opened.host, ...side }),
      events,
      answerBytes: (request) => workspace.media.answer(request),
      rendererDirectory: folder,
      uploads: join(opened.home, 'uploads'),
      grant: (path) => workspace.grants.grant(path),
      open: (paths) => workspace.openFromOutside(paths),
    });
  });
  afterEach(async () => {
    await host.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const fetchPath: StudioHost['fetch'] = (path, init) => makeHostFetch(() => host.url)(path, init);
  return {
    inFolder: (...names) => join(folder, ...names),
    home: () => opened.home,
    fetch: fetchPath,
    async call(name, input) {
      const body = JSON.stringify({ name, input });
      const headers = { 'content-type': 'application/json' };
      const response = await fetchPath('/invoke', { method: 'POST', headers, body });
      const reply = (await response.json()) as Reply;
      if (!reply.ok) throw errorFromJson(reply.error);
      return reply.value as MethodOutput<typeof name>;
    },
    async drop(path) {
      const { id } = await opened.workspace.projects.openFile(path, new AbortController().signal);
      return id;
    },
    choose: async (path) => (await opened.workspace.grants.grant(path)).id,
  };
}
