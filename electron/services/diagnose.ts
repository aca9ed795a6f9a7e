import { omitUndefined } from '@core/omit-undefined';
import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import {
  asMessageParameters,
  type MessageKey,
  type MessageParameters,
} from '@core/messages/catalogue';
import { describeThrown, type StudioError, toStudioError } from '@core/errors/studio-error';
import type { TranscriptionEngine } from '../engines/engine';
import { checkKeychain } from './credentials/keychain';
import type { KeychainState } from './credentials/secret-store';
import { makePrivateFolder, privateFileMode } from './files/private-files';
import { findMediaTool, type MediaToolName, type MediaToolSearch } from './media/find-media-tools';
import type { Folders } from './settings/folders';

/** One thing the product needs or can use. */
export interface Finding {
  readonly id:
    | 'node'
    | 'electron'
    | 'browser'
    | 'ffmpeg'
    | 'ffprobe'
    | 'models'
    | 'keychain'
    | 'folders';
  /** `problem`: the main job cannot run; `warning`: it can, but something else cannot. */
  readonly state: 'ok' | 'warning' | 'problem';
  readonly detail:
    | { readonly text: string }
    | { readonly key: MessageKey; readonly parameters?: MessageParameters };
  readonly fix?: MessageKey;
}

export interface DiagnoseInput {
  readonly folders: Folders;
  readonly toolSearch: MediaToolSearch;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The engine that works without a network: its models are part of the product. */
  readonly offline: TranscriptionEngine;
}

/** Checks everything the product needs on this computer; never throws for what is missing. */
export async function diagnose({
  folders,
  toolSearch,
  env,
  offline,
}: DiagnoseInput): Promise<Finding[]> {
  const slow = Promise.all([
    checkTool('ffmpeg', toolSearch),
    checkTool('ffprobe', toolSearch),
    checkModels(offline),
    checkSecrets(),
    checkFolders(folders),
  ]);
  return [
    { id: 'node', state: 'ok', detail: { text: process.version } },
    checkElectron(env),
    checkBrowser(env),
    ...(await slow),
  ];
}

/** Looks for the binary without loading the package, which would try to download it. */
function checkElectron(env: DiagnoseInput['env']): Finding {
  let folder: string | undefined = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined) {
    try {
      const root = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
      if (existsSync(join(root, 'path.txt'))) folder = join(root, 'dist');
    } catch {
      // Not installed, as in a production install: the same as "no binary".
    }
  }
  return folder === undefined
    ? {
        id: 'electron',
        state: 'warning',
        detail: { key: 'doctor.electron.absent' },
        fix: 'doctor.electron.fix',
      }
    : { id: 'electron', state: 'ok', detail: { text: folder } };
}

const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function checkBrowser(env: DiagnoseInput['env']): Finding {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => browserNames.map((name) => join(folder, name + suffix)));
  const found = [...candidates, ...browserPlaces].find((path) => existsSync(path));
  return found === undefined
    ? {
        id: 'browser',
        state: 'warning',
        detail: { key: 'doctor.browser.absent' },
        fix: 'doctor.browser.fix',
      }
    : { id: 'browser', state: 'ok', detail: { text: found } };
}

async function checkTool(name: MediaToolName, search: MediaToolSearch): Promise<Finding> {
  try {
    const { path, origin, version } = await findMediaTool(name, { ...search, asksAnew: true });
    return { id: name, state: 'ok', detail: { text: `${version} · ${path} (${origin})` } };
  } catch (thrown) {
    const { code, data } = toStudioError(thrown);
    return {
      id: name,
      state: 'problem',
      detail: { key: `error.${code}.happened`, parameters: asMessageParameters(data) },
      fix: 'doctor.ffmpeg.fix',
    };
  }
}

async function checkModels(offline: TranscriptionEngine): Promise<Finding> {
  const found: string[] = [];
  for (const [index, model] of offline.describe().models.entries()) {
    const readiness = await offline.check(model);
    if (readiness.state === 'unavailable') return missingModel(index === 0, readiness.error);
    found.push(model);
  }
  return { id: 'models', state: 'ok', detail: { text: found.join(', ') } };
}

/** Without the default model the main job cannot run; without another one a choice is missing. */
function missingModel(isUsual: boolean, { code, data }: StudioError): Finding {
  return {
    id: 'models',
    state: isUsual ? 'problem' : 'warning',
    detail: { key: `error.${code}.happened`, parameters: asMessageParameters(data) },
    fix: 'doctor.models.fix',
  };
}

const keychainFindings: Readonly<
  Record<KeychainState['state'], { readonly key: MessageKey; readonly fix?: MessageKey }>
> = {
  ready: { key: 'doctor.keychain.ready' },
  locked: { key: 'doctor.keychain.locked', fix: 'doctor.keychain.fixLocked' },
  absent: { key: 'doctor.keychain.absent', fix: 'doctor.keychain.fixAbsent' },
  'library-missing': {
    key: 'doctor.keychain.libraryMissing',
    fix: 'doctor.keychain.fixLibrary',
  },
};

async function checkSecrets(): Promise<Finding> {
  const { state } = await checkKeychain();
  const { key, fix } = keychainFindings[state];
  return {
    id: 'keychain',
    state: state === 'ready' ? 'ok' : 'warning',
    detail: { key },
    ...omitUndefined({ fix }),
  };
}

async function checkFolders({ home, cache, projects }: Folders): Promise<Finding> {
  for (const path of [home, cache, projects]) {
    const probe = join(path, `.write-probe.${process.pid}`);
    try {
      await makePrivateFolder(path);
      await (await open(probe, 'w', privateFileMode)).close();
      await rm(probe);
    } catch (thrown) {
      return {
        id: 'folders',
        state: 'problem',
        detail: {
          key: 'doctor.folders.unwritable',
          parameters: { path, reason: describeThrown(thrown) },
        },
        fix: 'doctor.folders.fix',
      };
    }
  }
  return { id: 'folders', state: 'ok', detail: { text: `${home}, ${cache}` } };
}
