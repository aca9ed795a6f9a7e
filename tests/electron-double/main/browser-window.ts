import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app } from './app';
import { requireReady } from './lifecycle';
import { record } from './records';
import { createEvent, type Part, strict } from './strict';
import { DoubleContents } from './web-contents';
import { windows } from './windows';

/** A window: a page of Chromium, or nothing to be seen where the double runs without a browser. */
export class DoubleWindow extends EventEmitter implements Part<Omit<BrowserWindow, 'webContents'>> {
  readonly id: number;
  readonly webContents: DoubleContents;
  readonly options: BrowserWindowConstructorOptions;
  private bounds: Rectangle;
  private isShown: boolean;
  private state: 'normal' | 'maximised' | 'minimised' = 'normal';
  private isClosing = false;
  private isGone = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    requireReady('BrowserWindow');
    refuseUnsafe(options);
    this.options = options;
    const { x = 100, y = 100, width = 800, height = 600, show = true } = options;
    this.bounds = { x, y, width, height };
    this.isShown = show;
    this.webContents = strict('webContents', new DoubleContents(options));
    this.id = this.webContents.id;
    const self = strict('BrowserWindow', this);
    this.webContents.once('double-painted', () => self.emit('ready-to-show', createEvent({})));
    this.webContents.once('double-closed', () => {
      if (this.isClosing) return;
      self.emit('close', createEvent({}));
      this.forget();
    });
    windows.add(self);
    // Electron announces the contents before whoever makes the window has it.
    app.emit('web-contents-created', createEvent({}), this.webContents);
    return self;
  }

  static getAllWindows(): DoubleWindow[] {
    return windows.listAll();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }
  show(): void {
    record('window.show');
    this.isShown = true;
  }
  focus(): void {
    record('window.focus');
  }
  isVisible(): boolean {
    return this.isShown && this.state !== 'minimised';
  }
  isMinimized(): boolean {
    return this.state === 'minimised';
  }
  minimize(): void {
    this.state = 'minimised';
  }
  restore(): void {
    this.state = 'normal';
  }
  maximize(): void {
    this.state = 'maximised';
  }
  isMaximized(): boolean {
    return this.state === 'maximised';
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.emit('resize', createEvent({}));
    this.emit('move', createEvent({}));
  }
  setBackgroundColor(colour: string): void {
    record('window.setBackgroundColor', colour);
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  close(): void {
    this.closeUnlessPrevented();
  }
  /** @returns whether the window is closing or closed */
  closeUnlessPrevented(): boolean {
    if (this.isClosing) return true;
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.isClosing = true;
    // The page still has its last words, and they are heard.
    void this.webContents.closePage().then(() => this.forget());
    return true;
  }

  private forget(): void {
    this.isClosing = true;
    this.isGone = true;
    this.webContents.destroy();
    for (const window of windows.listAll()) if (window.isDestroyed()) windows.remove(window);
    this.emit('closed');
    app.windowClosed();
  }
}

/** What our windows must never be, whatever Electron itself would allow. */
function refuseUnsafe({ webPreferences: preferences = {} }: BrowserWindowConstructorOptions): void {
  const problems = [
    preferences.sandbox !== true && 'sandbox is not true',
    preferences.contextIsolation !== true && 'contextIsolation is not true',
    preferences.nodeIntegration !== false && 'nodeIntegration is not false',
    preferences.webSecurity === false && 'webSecurity is false',
    preferences.preload?.endsWith('.cjs') === false && 'a sandboxed preload cannot be a module',
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Error(`electron double: ${problems.join(', ')}`);
}
