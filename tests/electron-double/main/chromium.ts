import {
  connectDevtools,
  type DevtoolsConnection,
  type DevtoolsSession,
} from './devtools-connection';

let connection: DevtoolsConnection | undefined;

/** A page of Chromium. */
export interface ChromiumPage {
  readonly session: DevtoolsSession;
  /** Goes to an address and waits until it is loaded. @throws Error where it cannot be */
  goto(url: string): Promise<void>;
  /** Without asking the page. */
  close(): Promise<void>;
  onClose(listener: () => void): void;
  onCrash(listener: () => void): void;
}

/** Attaches to a Chromium that somebody else started, and leaves it as it was. */
export async function attachToChromium(endpoint: string): Promise<void> {
  connection = await connectDevtools(endpoint);
  // Says when a page is gone or has opened another.
  await connection.browser.send('Target.setDiscoverTargets', { discover: true });
}

/** A new page; undefined where the double runs without a browser. */
export async function createPage(): Promise<ChromiumPage | undefined> {
  if (connection === undefined) return undefined;
  const { browser } = connection;
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { closed: browserGone } = connection;
  const closed = new Promise<void>((fulfil) => {
    browser.on('Target.targetDestroyed', (gone) => {
      if (gone.targetId === targetId) fulfil();
    });
    void browserGone.then(fulfil);
  });
  const crashed = new Promise<void>((fulfil) => {
    browser.on('Target.targetCrashed', (gone) => {
      if (gone.targetId === targetId) fulfil();
    });
  });
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.openerId !== targetId) return;
    // It may have closed itself.
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
  });
  const session = await connection.attach(targetId);
  await session.send('Page.enable');
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
  return {
    session,
    goto: (url) =>
      Promise.race([
        navigate(session, url),
        Promise.race([closed, crashed]).then(() =>
          Promise.reject(new Error(`the page was gone on its way to ${url}`)),
        ),
      ]),
    close: async () => {
      // It may be gone already.
      await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await closed;
    },
    onClose: (listener) => void closed.then(listener),
    onCrash: (listener) => void crashed.then(listener),
  };
}

export function detachFromChromium(): void {
  connection?.close();
}

async function navigate(session: DevtoolsSession, url: string): Promise<void> {
  const loaded = new Set<string>();
  let check = (): void => undefined;
  const listen = ({ name, loaderId }: { name: string; loaderId: string }): void => {
    if (name === 'load') loaded.add(loaderId);
    check();
  };
  session.on('Page.lifecycleEvent', listen);
  try {
    const { errorText, loaderId } = await session.send('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${errorText} at ${url}`);
    await new Promise<void>((fulfil) => {
      check = () => {
        if (loaderId === undefined || loaded.has(loaderId)) fulfil();
      };
      check();
    });
  } finally {
    session.off('Page.lifecycleEvent', listen);
  }
}
