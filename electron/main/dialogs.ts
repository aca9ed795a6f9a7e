import { extname, join } from 'node:path';
import type { FileGrant, FilePurpose, ToolName } from '@contract/api';
import type { StudioError } from '@core/errors/studio-error';
import { type Locale, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { fileExtensions } from '@contract/file-kinds';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { formatTitleFileName } from '../services/files/safe-file-name';

/** Lets a person choose files; gives their paths, none if they thought better of it. */
export async function chooseFiles(
  window: BrowserWindow,
  locale: Locale,
  purpose: FilePurpose,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: purpose === 'project' ? ['openFile'] : ['openFile', 'multiSelections'],
    filters: listFilters(locale, purpose),
  });
  return canceled ? [] : filePaths;
}

/** Lets a person choose a program; undefined if they thought better of it. */
export async function chooseTool(
  window: BrowserWindow,
  locale: Locale,
  tool: ToolName,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: translate(locale, 'desktop.tool.title', { tool }),
    properties: ['openFile'],
  });
  return canceled ? undefined : filePaths[0];
}

/** Lets a person choose where to save; undefined if they thought better of it. */
export async function choosePathToSave(
  window: BrowserWindow,
  suggestedName: string,
): Promise<string | undefined> {
  const extension = extname(suggestedName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), formatTitleFileName(suggestedName)),
    // GTK asks before it overwrites only where it is told to; the other systems always do.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    ...(extension === ''
      ? {}
      : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Lets a person choose a folder for several files; undefined if they thought better of it. */
export async function chooseSaveFolder(
  window: BrowserWindow,
  locale: Locale,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: translate(locale, 'desktop.folder.title'),
    buttonLabel: translate(locale, 'desktop.folder.save'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}

/** Tells a person of a failure that no page can tell. */
export async function showError(
  window: BrowserWindow,
  locale: Locale,
  error: StudioError,
): Promise<void> {
  const { happened, next } = describeError(locale, error, 'window');
  await dialog.showMessageBox(window, {
    type: 'error',
    message: happened,
    detail: next,
    buttons: [translate(locale, 'desktop.ok')],
  });
}

/** Asks what to do about a page that crashed. Gives whether to reload it; else the studio ends. */
export async function askToReload(window: BrowserWindow, locale: Locale): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: translate(locale, 'desktop.crash.happened'),
    detail: translate(locale, 'desktop.crash.next'),
    buttons: [translate(locale, 'desktop.crash.reload'), translate(locale, 'desktop.menu.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}

function listFilters(locale: Locale, purpose: FilePurpose): FileFilter[] {
  const filter = (key: FilterKey, ...kinds: readonly FileGrant['kind'][]): FileFilter => ({
    name: translate(locale, `desktop.files.${key}`),
    extensions: kinds.flatMap((kind) => fileExtensions[kind].map((ending) => ending.slice(1))),
  });
  const media = filter('media', 'media');
  const subtitles = filter('subtitles', 'subtitle');
  const project = filter('project', 'project');
  // Whatever has another name can still be chosen.
  const all = { name: translate(locale, 'desktop.files.all'), extensions: ['*'] };
  switch (purpose) {
    case 'project':
      return [project];
    case 'media':
      return [media, all];
    case 'subtitle':
      return [subtitles, all];
    case 'both':
      return [filter('both', 'media', 'subtitle', 'project'), media, subtitles, project, all];
  }
}

type FilterKey = 'both' | 'media' | 'subtitles' | 'project';
