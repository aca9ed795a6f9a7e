import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import type { ToPage } from '../messages';
import { encode } from '../codec';
import { fromHttp } from './addresses';
import { openPage, type PageLink } from './page-link';
import { getPrivileges } from './protocol';
import { record } from './records';
import { createEvent, type Part, strict } from './strict';

let contentsCount = 0;

export type SenderFrame = Pick<WebFrameMain, 'url' | 'parent'>;

/** What a window shows, and the way to it. */
export class DoubleContents extends EventEmitter implements Part<WebContents> {
  readonly id = ++contentsCount;
  readonly options: BrowserWindowConstructorOptions;
  isLoaded = false;
  private link: PageLink | undefined;
  private isGone = false;
  private shown = '';
  private decideWindow: (details: { url: string }) => WindowOpenHandlerResponse = () => ({
    action: 'allow',
  });

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  async load(url: string): Promise<void> {
    const { protocol } = new URL(url);
    const rights = getPrivileges(protocol.slice(0, -1));
    if (!protocol.startsWith('http') && (rights?.standard !== true || rights.secure !== true)) {
      throw new Error(`electron double: ${protocol} is no standard and secure scheme for a page`);
    }
    this.shown = url;
    this.link ??= await openPage(this);
    await this.link?.goto(url);
    this.isLoaded = true;
    this.emit('double-painted');
  }
  getURL(): string {
    return this.shown;
  }
  reload(): void {
    record('webContents.reload');
    void this.link?.reload();
  }
  send(channel: string, ...input: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed');
    const message: ToPage = { op: 'event', channel, input: encode(clone(input)) };
    record('webContents.send', { channel, input });
    this.link?.send(message);
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  setWindowOpenHandler(handler: (details: never) => WindowOpenHandlerResponse): void {
    this.decideWindow = handler as typeof this.decideWindow;
  }

  /** The program's answer to `window.open`. */
  askToOpen(url: string): 'allow' | 'deny' {
    const { action } = this.decideWindow({ url: fromHttp(url) });
    record('window.open', { url: fromHttp(url), action });
    if (action === 'allow') {
      throw new Error('electron double: windows of pages are not implemented');
    }
    return action;
  }
  /** Whether the program lets a frame go to another address. */
  askToNavigate(url: string, isMainFrame: boolean): boolean {
    const details = { url: fromHttp(url), isMainFrame, isSameDocument: false, frame: null };
    const inFrame = createEvent(details);
    this.emit('will-frame-navigate', inFrame);
    const whole = createEvent(details);
    if (isMainFrame && !inFrame.defaultPrevented) this.emit('will-navigate', whole);
    const isAllowed = !inFrame.defaultPrevented && !whole.defaultPrevented;
    record('navigation', { url: details.url, isMainFrame, isAllowed });
    return isAllowed;
  }
  /** The frame that a message came from. */
  describeFrame(url: string): SenderFrame {
    return strict('senderFrame', { url: fromHttp(url), parent: null });
  }
  /** Chromium's page is gone, by whatever way. */
  pageClosed(): void {
    this.emit('double-closed');
  }
  pageCrashed(): void {
    this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 5 });
  }
  async closePage(): Promise<void> {
    await this.link?.close();
  }
  destroy(): void {
    this.isGone = true;
  }
}

/** A copy as IPC makes it. @throws Error with Electron's text for what cannot be sent */
export function clone<Value>(value: Value): Value {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
