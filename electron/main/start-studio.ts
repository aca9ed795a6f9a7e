import { join, resolve } from 'node:path';
import type { Publish, StudioSettings } from '@contract/api';
import { toStudioError } from '@core/errors/studio-error';
import { chooseLocale, type Locale } from '@core/messages/catalogue';
import { app, type BrowserWindow, nativeTheme, session, shell, type WebContents } from 'electron';
import { createWorkspace } from '../services/create-workspace';
import { createHandlers } from '../services/handlers';
import { lockStudio } from '../services/instance/studio-lock';
import type { Folders } from '../services/settings/folders';
import type { HostSide, Workspace } from '../services/workspace';
import { formatBytesUrl, type PageAddress } from './addresses';
import { answerCalls, publishToWindows } from './answer-calls';
import { type ApplicationMenu, showApplicationMenu } from './application-menu';
import { bringToFront, createWindow } from './create-window';
import {
  askToReload,
  chooseFiles,
  choosePathToSave,
  chooseSaveFolder,
  chooseTool,
  showError,
} from './dialogs';
import { disposeBeforeQuit } from './dispose-before-quit';
import { guardPermissions, silenceSpellChecker } from './guard-contents';
import { noteShown } from './note-shown';
import type { OutsideFiles } from './outside-files';
import { parseProxyRules } from './parse-proxy-rules';
import { handleSchemes } from './protocols';

const built = import.meta.dirname;
/** Whose proxy is asked for: the service that every other one needs a token of. */
const serviceAddress = 'https://nls-meta.cn-shanghai.aliyuncs.com/';

export interface StartOptions {
  readonly folders: Folders;
  /** The environment with its secrets, which the process itself no longer holds. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly page: PageAddress;
  readonly outside: OutsideFiles;
  readonly isDevelopment: boolean;
}

/**
 * Starts the services and opens the window on them. Electron must be ready.
 * @throws StudioError `host/already-running` while the browser host has the data folder
 */
export async function startStudio(options: StartOptions): Promise<void> {
  const { folders, env, page, outside, isDevelopment } = options;
  silenceSpellChecker(session.defaultSession);
  const ours = new Set<WebContents>();
  const toWindows = publishToWindows(ours);
  let hear: Publish = () => undefined;
  const publish: Publish = (name, payload) => {
    toWindows(name, payload);
    hear(name, payload);
  };
  // Of a packaged product they lie beside the archive, because programs cannot be run inside.
  const resourcesDirectory = app.isPackaged
    ? process.resourcesPath
    : resolve(built, '../../resources');
  const lock = await lockStudio(folders.home);
  const workspace = await createWorkspace({
    folders,
    env,
    resourcesDirectory,
    engineChildScript: join(built, 'engine-child.js'),
    byteUrl: formatBytesUrl,
    publish,
    readSystemProxy: async () =>
      parseProxyRules(await session.defaultSession.resolveProxy(serviceAddress)),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const ending = disposeBeforeQuit(async () => {
    await workspace.dispose();
    await lock.release();
  });
  nativeTheme.themeSource = workspace.settings.read().theme ?? 'system';

  const menu = showApplicationMenu(
    { locale: findLocale(workspace.settings.read()), isDevelopment },
    {
      runCommand: (commandId) => toWindows('command.run', { commandId }),
      openProject: (projectId) => toWindows('project.openRequested', { projectId }),
    },
  );
  hear = createListener(workspace, menu);
  void showRecent(workspace, menu);

  guardPermissions(session.defaultSession);
  handleSchemes(session.defaultSession.protocol, {
    page,
    rendererDirectory: join(built, '../renderer'),
    answerBytes: (request) => workspace.media.answer(request),
  });
  const window = createWindow({
    page,
    resourcesDirectory,
    preload: join(built, '../preload/index.cjs'),
    stateFile: join(folders.home, 'window.json'),
    isDevelopment,
  });
  window.once('ready-to-show', () => noteShown());
  const locale = (): Locale => findLocale(workspace.settings.read());
  const contents = window.webContents;
  ours.add(contents);
  window.once('closed', () => ours.delete(contents));
  // Windows ends a session without asking the program to quit, and does not wait for it.
  window.on('session-end', () => {
    lock.releaseAtOnce();
    ending.begin();
  });
  offerReload(window, locale);
  answerCalls({
    page,
    ours,
    handlers: createHandlers(workspace, createHostSide(window, menu, locale)),
    grantFile: (path) => workspace.grants.grant(path),
  });
  outside.handle((paths) => {
    if (window.isDestroyed()) return;
    bringToFront(window);
    if (paths.length === 0) return;
    void workspace.openFromOutside(paths, (thrown) =>
      showError(window, locale(), toStudioError(thrown)),
    );
  });
}

/** Follows what concerns the desktop of what the services tell every window. */
function createListener(workspace: Workspace, menu: ApplicationMenu): Publish {
  return (name) => {
    if (name === 'settings.changed') {
      const settings = workspace.settings.read();
      nativeTheme.themeSource = settings.theme ?? 'system';
      menu.setLocale(findLocale(settings));
    } else if (name === 'projects.changed') {
      void showRecent(workspace, menu);
    }
  };
}

async function showRecent(workspace: Workspace, menu: ApplicationMenu): Promise<void> {
  // Where the list cannot be read, the page says so; the menu stays as it is.
  await workspace.projects.list().then(
    (projects) => menu.setRecent(projects),
    () => undefined,
  );
}

function createHostSide(
  window: BrowserWindow,
  menu: ApplicationMenu,
  locale: () => Locale,
): HostSide {
  const description: HostSide['description'] = {
    version: app.getVersion(),
    kind: 'electron',
    systemLanguage: app.getLocale(),
    platform: process.platform,
    hasNativeDialogs: true,
  };
  return {
    description,
    byteUrl: formatBytesUrl,
    chooseFiles: (purpose) => chooseFiles(window, locale(), purpose),
    choosePathToSave: (suggestedName) => choosePathToSave(window, suggestedName),
    chooseSaveFolder: () => chooseSaveFolder(window, locale()),
    chooseTool: (tool) => chooseTool(window, locale(), tool),
    reveal: (path) => shell.showItemInFolder(path),
    showCommands: (enabled) => menu.enable(enabled),
  };
}

/** A page that crashed lost nothing: the document lives in the services. */
function offerReload(window: BrowserWindow, locale: () => Locale): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    void askToReload(window, locale()).then((isWanted) => {
      if (isWanted) window.webContents.reload();
      else app.quit();
    });
  });
}

function findLocale(settings: StudioSettings): Locale {
  return settings.locale ?? chooseLocale(app.getLocale());
}
