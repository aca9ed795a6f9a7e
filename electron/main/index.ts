import { join } from 'node:path';
import { dispatch } from '@contract/dispatch';
import { app, BrowserWindow, ipcMain } from 'electron';
import { createHandlers } from '../services/handlers';

/**
 * The desktop product's main process: a window without privileges, and the contract over IPC.
 * Nothing here is awaited at top level, which would keep Electron from ever being ready.
 */
function start(): void {
  const handlers = createHandlers({
    version: app.getVersion(),
    kind: 'electron',
    systemLanguage: app.getLocale(),
  });
  ipcMain.handle('studio:invoke', (event, name: string, input: unknown) =>
    isOurPage(event.senderFrame?.url)
      ? dispatch(handlers, name, input)
      : Promise.reject(new Error('unknown sender')),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.session.setPermissionRequestHandler((_contents, _permission, answer) =>
    answer(false),
  );
  void window.loadFile(join(import.meta.dirname, '../renderer/index.html'));
}

function isOurPage(url: string | undefined): boolean {
  return url?.startsWith('file://') === true;
}

void app.whenReady().then(start);
app.on('window-all-closed', () => app.quit());
