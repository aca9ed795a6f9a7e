import { app } from './app';
import { DoubleWindow } from './browser-window';
import { type InvokeOutcome, ipcMain, receiveInvoke } from './ipc-main';
import { DoubleMenu, DoubleMenuItem } from './menu';
import { answerScheme, getPrivileges, protocol } from './protocol';
import { type DoubleRecord, records } from './records';
import { strict } from './strict';
import { decidePermission, dialog, nativeTheme, screen, session, shell } from './system';
import { windows } from './windows';

/** For tests: what the program told Electron, and what a page would ask of it. */
export interface TestDouble {
  /** What the program did, in order. */
  readonly records: readonly DoubleRecord[];
  /** Resolves when there is a window and its page was loaded. */
  waitForWindow(): Promise<void>;
  /** Options of the windows there are. */
  listWindowOptions(): readonly Electron.BrowserWindowConstructorOptions[];
  getPrivileges(scheme: string): Electron.Privileges | undefined;
  decidePermission(name: string): { readonly request: boolean; readonly check: boolean };
  /** Whether the first window's page may go to an address, in its main frame or in one within. */
  mayNavigate(url: string, isMainFrame: boolean): boolean;
  /** The program's answer to `window.open` of the first window's page. */
  askToOpen(url: string): 'allow' | 'deny';
  /** What a request for one of the program's schemes is answered with, as a text of latin letters. */
  request(
    url: string,
    options?: { readonly method?: string; readonly headers?: Record<string, string> },
  ): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }>;
  /** A call from a frame at an address; `isOurs` says whether it is in the first window. */
  invoke(
    frame: { readonly url: string; readonly isMainFrame: boolean; readonly isOurs: boolean },
    channel: string,
    ...input: unknown[]
  ): Promise<InvokeOutcome>;
}

const testDouble: TestDouble = {
  records,
  waitForWindow: async () => {
    const isLoaded = (): boolean =>
      windows.listAll().some(({ webContents }) => webContents.isLoaded);
    while (!isLoaded()) await new Promise((fulfil) => setTimeout(fulfil, 10));
  },
  listWindowOptions: () => windows.listAll().map(({ options }) => options),
  getPrivileges,
  decidePermission,
  mayNavigate: (url, isMainFrame) => getFirst().askToNavigate(url, isMainFrame),
  askToOpen: (url) => getFirst().askToOpen(url),
  request: async (url, options) => {
    const response = await answerScheme(new Request(url, options));
    if (response === undefined) throw new Error(`no handler for ${url}`);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
    };
  },
  invoke: ({ url, isMainFrame, isOurs }, channel, ...input) => {
    const frame = { url, parent: isMainFrame ? null : (strict('senderFrame', {}) as never) };
    return receiveInvoke(isOurs ? getFirst() : undefined, frame, channel, input);
  },
};

function getFirst(): DoubleWindow['webContents'] {
  const window = windows.listAll()[0];
  if (window === undefined) throw new Error('electron double: there is no window');
  return window.webContents;
}

/** The module that the program under the double gets for `electron`. */
export const electron = strict('electron', {
  app,
  BrowserWindow: DoubleWindow,
  dialog,
  ipcMain,
  Menu: DoubleMenu,
  MenuItem: DoubleMenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  testDouble,
});
