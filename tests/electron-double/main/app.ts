import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { lifecycle } from './lifecycle';
import { record } from './records';
import { claimInstance } from './single-instance';
import { createEvent, type Part, strict } from './strict';
import { windows } from './windows';

const applicationPath = process.env['ELECTRON_DOUBLE_APP'] ?? process.cwd();
type PathName = Parameters<App['getPath']>[0];

export class DoubleApp extends EventEmitter implements Part<App> {
  readonly isPackaged = false;
  readonly name = 'zimu-studio';
  private readonly paths = new Map<string, string>([['documents', join(homedir(), 'Documents')]]);

  getAppPath(): string {
    return applicationPath;
  }
  getVersion(): string {
    const text = readFileSync(join(applicationPath, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  }
  /** As in Electron, empty before the program is ready. */
  getLocale(): string {
    return lifecycle.isReady ? (process.env['ELECTRON_DOUBLE_LOCALE'] ?? 'en-US') : '';
  }
  getPath(name: PathName): string {
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`electron double: no path for ${name}`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path ${name}: ${path} does not exist`);
    if (lifecycle.isReady) throw new Error('app.setPath has no effect once app is ready');
    this.paths.set(name, path);
  }
  enableSandbox(): void {
    if (lifecycle.isReady) {
      throw new Error('app.enableSandbox() can only be called before app is ready');
    }
    record('app.enableSandbox');
  }
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return claimInstance(this.getPath('userData'), additionalData, (sent) => {
      const { words, workingDirectory, data } = sent;
      this.emit('second-instance', createEvent({}), words, workingDirectory, data);
    });
  }

  isReady(): boolean {
    return lifecycle.isReady;
  }
  whenReady(): Promise<void> {
    return this.isReady()
      ? Promise.resolve()
      : new Promise((fulfil) => this.once('ready', () => fulfil()));
  }
  becomeReady(): void {
    lifecycle.isReady = true;
    this.emit('ready', createEvent({}), {});
  }

  quit(): void {
    record('app.quit');
    const event = createEvent({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    lifecycle.isQuitting = true;
    for (const window of windows.listAll()) {
      if (!window.closeUnlessPrevented()) lifecycle.isQuitting = false;
    }
    if (lifecycle.isQuitting && windows.listAll().length === 0) this.finishQuitting();
  }
  exit(code = 0): void {
    record('app.exit', code);
    lifecycle.closeBrowser();
    process.exit(code);
  }
  /** A window is gone: the last one may end the program. */
  windowClosed(): void {
    if (windows.listAll().length > 0) return;
    if (lifecycle.isQuitting) this.finishQuitting();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
  private finishQuitting(): void {
    const event = createEvent({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      lifecycle.isQuitting = false;
      return;
    }
    this.emit('quit', createEvent({}), 0);
    this.exit(0);
  }
}

export const app: DoubleApp = strict('app', new DoubleApp());
