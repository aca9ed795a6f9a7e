import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describeThrown, StudioError, toStudioError } from '@core/errors/studio-error';
import { chooseLocale } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { app, dialog } from 'electron';
import { takeEnvironment } from '../services/credentials/environment-credentials';
import { findFolders, type Folders } from '../services/settings/folders';
import { findPageAddress } from './addresses';
import { findFileArguments } from './file-arguments';
import { guardNavigation } from './guard-contents';
import { noteShown } from './note-shown';
import { createOutsideFiles } from './outside-files';
import { registerSchemes } from './protocols';
import { readDevelopment } from './read-development';
import { startStudio } from './start-studio';

/**
 * The desktop product's main process: a window without privileges, and the services behind it.
 * Nothing here is awaited at top level, which would keep Electron from ever being ready.
 */
function main(): void {
  const env = takeEnvironment(process.env);
  const folders = findFolders({
    env,
    platform: process.platform,
    homeDirectory: homedir(),
  });
  const { isOn: isDevelopment, pageUrl } = readDevelopment(process.env, app.isPackaged);
  const page = findPageAddress(pageUrl);
  if (!claimFolder(folders)) return;
  app.enableSandbox();
  registerSchemes();
  guardNavigation(page);
  const outside = createOutsideFiles();
  outside.listen();
  outside.open(listOwnFiles());
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => startStudio({ folders, env, page, outside, isDevelopment }))
    .catch(endWith);
}

/**
 * Makes this the one studio on its data folder; a second one hands over its files and ends. Two
 * data folders are two studios, so Chromium's own files lie in them too.
 */
function claimFolder(folders: Folders): boolean {
  const chromiumFolder = join(folders.home, 'electron');
  try {
    mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const data = { path: folders.home, reason: describeThrown(cause) };
    endWith(new StudioError('project/unwritable', 'no data folder', { data, cause }));
    return false;
  }
  app.setPath('userData', chromiumFolder);
  app.setPath('sessionData', chromiumFolder);
  const isFirst = app.requestSingleInstanceLock({ files: listOwnFiles() });
  if (!isFirst) app.quit();
  return isFirst;
}

function listOwnFiles(): readonly string[] {
  return findFileArguments({
    words: process.argv,
    workingDirectory: process.env['INIT_CWD'] ?? process.cwd(),
    applicationPath: app.getAppPath(),
  });
}

/** Tells why there can be no studio, and ends. */
function endWith(thrown: unknown): void {
  const locale = chooseLocale(app.isReady() ? app.getLocale() : process.env['LANG']);
  const { happened, next } = describeError(locale, toStudioError(thrown), 'window');
  noteShown();
  dialog.showErrorBox(happened, next);
  app.exit(1);
}

main();
