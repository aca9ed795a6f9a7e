import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { PageAddress } from './addresses';
import { readWindowState, smallestSize, writeWindowState } from './window-state';

/** The page's own ground in both themes, so that nothing flashes before it is painted. */
const grounds = { light: '#f9f9f9', dark: '#0e0e0e' } as const;
/** Moving or sizing a window is over when nothing has come for so long. */
const settledMs = 500;

export interface WindowOptions {
  /** Folder with what comes with the product. */
  readonly resourcesDirectory: string;
  readonly page: PageAddress;
  /** The built preload script. */
  readonly preload: string;
  /** Where the window's place is kept from one run to the next. */
  readonly stateFile: string;
  readonly isDevelopment: boolean;
}

/** Opens the studio's window: a page without privileges, where the person left it last time. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { page, preload, stateFile, isDevelopment } = options;
  const { bounds, isMaximised } = readWindowState(stateFile, listWorkAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    backgroundColor: chooseGround(),
    ...findIcon(options.resourcesDirectory),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      // A dropped file is opened by the page, never instead of it.
      navigateOnDragDrop: false,
      // Playing from a native menu is no gesture that the page could see.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: isDevelopment,
    },
  });
  if (isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, stateFile);
  followTheme(window);
  void window.loadURL(page.url).catch((thrown: unknown) => {
    // Closed before it was loaded, or the development server is not there, which Electron shows.
    if (!window.isDestroyed() && !isDevelopment) throw thrown;
  });
  return window;
}

/** Brings a window to the front, whatever state it is in; one that is still to be painted comes. */
export function bringToFront(window: BrowserWindow): void {
  if (!window.isVisible() && !window.isMinimized()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function rememberPlace(window: BrowserWindow, stateFile: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      isMaximised: window.isMaximized(),
    });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settledMs);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
}

function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(chooseGround());
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}

/** A Mac takes the application's, Windows in a packaged product the program's; Linux has no other. */
function findIcon(resourcesDirectory: string): { readonly icon?: string } {
  const file = { linux: 'icon.png', win32: 'icon.ico' }[process.platform as string];
  return file === undefined ? {} : { icon: join(resourcesDirectory, 'icons', file) };
}

function chooseGround(): string {
  return nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light;
}

function listWorkAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
