import type { HostDescription } from '@contract/api';
import { createEventHub, type EventHub } from '@contract/event-hub';
import { findUploadsFolder } from '../services/files/uploads-folder';
import { createHandlers } from '../services/handlers';
import { lockStudio } from '../services/instance/studio-lock';
import type { HostSide, Workspace, WorkspaceSurroundings } from '../services/workspace';
import { bytesPrefix } from './answer-bytes';
import { type BrowserHost, startBrowserHost } from './start-browser-host';
import { clearWayIn, layWayIn, type WayIn } from './way-in';

export interface ServeOptions {
  /** Data folder, of which there is one studio at a time. */
  readonly home: string;
  readonly description: Pick<HostDescription, 'version' | 'systemLanguage'>;
  /** Makes the services behind the page; they are disposed when the studio ends. */
  readonly openWorkspace: (
    given: Pick<HostSide, 'byteUrl'> &
      Pick<EventHub, 'publish'> &
      Pick<WorkspaceSurroundings, 'readOwnPorts'>,
  ) => Promise<Workspace>;
  /** Folder of the built renderer. */
  readonly rendererDirectory: string;
  /** 0: one that is free. */
  readonly port: number;
  /** Recordings and projects to open, absolute. */
  readonly files: readonly string[];
}

/** A studio that serves its page. */
export interface ServedStudio extends Pick<BrowserHost, 'url' | 'pages'> {
  /** @see layWayIn @throws Error the system's, when it cannot be written */
  layWayIn(): Promise<WayIn>;
  /** Ends jobs and children, writes what is still to be written, and gives the folder free. */
  close(): Promise<void>;
}

/**
 * Runs the studio for a browser: one on each data folder.
 * @throws StudioError `host/already-running`, or what a file could not be opened for
 * @throws Error the system's, when the port cannot be had
 */
export async function serveStudio(options: ServeOptions): Promise<ServedStudio> {
  const lock = await lockStudio(options.home);
  // Undone last to first, whether the studio never came up or comes to its end.
  const undo: (() => Promise<void>)[] = [() => lock.release()];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
      await step().catch((thrown: unknown) => failures.push(thrown));
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    await clearWayIn(options.home);
    undo.push(() => clearWayIn(options.home));
    const events = createEventHub();
    const byteUrl = (path: string): string => `${bytesPrefix}${path}`;
    let ownPorts: readonly number[] = [];
    const workspace = await options.openWorkspace({
      ...{ byteUrl, publish: events.publish },
      readOwnPorts: () => ownPorts,
    });
    undo.push(() => workspace.dispose());
    if (options.files.length > 0) await workspace.openFromOutside(options.files);
    const host = await startBrowserHost({
      handlers: createHandlers(workspace, {
        description: {
          ...options.description,
          kind: 'browser',
          platform: process.platform,
          hasNativeDialogs: false,
        },
        byteUrl,
      }),
      events,
      answerBytes: (request) => workspace.media.answer(request),
      rendererDirectory: options.rendererDirectory,
      uploads: findUploadsFolder(options.home),
      grant: (path) => workspace.grants.grant(path),
      open: (paths) => workspace.openFromOutside(paths),
      port: options.port,
    });
    undo.push(() => host.close());
    const { url, handoverToken, pages } = host;
    ownPorts = [Number(new URL(url).port)];
    await lock.announce({ url, handoverToken });
    return { url, pages, layWayIn: () => layWayIn(options.home, host), close };
  } catch (thrown) {
    // Why it did not come up matters more than what went wrong in clearing up.
    await close().catch(() => undefined);
    throw thrown;
  }
}
