import { isAbsolute, join } from 'node:path';

/** Where the product keeps things, outside the checkout and beside no recording. */
export interface Folders {
  readonly home: string;
  readonly settingsFile: string;
  /** What can be made again: peaks, proxies. Safe to delete at any time. */
  readonly cache: string;
  readonly projects: string;
}

export interface FolderSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly homeDirectory: string;
}

export const applicationName = 'zimu-studio';

/**
 * The folders for a user. `ZIMU_HOME` moves all of them; otherwise each system's own customs hold
 * (XDG base directories on Linux, Library on macOS, AppData on Windows).
 */
export function findFolders({ env, platform, homeDirectory }: FolderSurroundings): Folders {
  const moved = env['ZIMU_HOME'];
  if (moved !== undefined && moved !== '') return foldersUnder(moved, join(moved, 'cache'));
  if (platform === 'darwin') {
    const library = join(homeDirectory, 'Library');
    return foldersUnder(
      join(library, 'Application Support', applicationName),
      join(library, 'Caches', applicationName),
    );
  }
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? join(homeDirectory, 'AppData', 'Roaming');
    const local = env['LOCALAPPDATA'] ?? join(homeDirectory, 'AppData', 'Local');
    return foldersUnder(join(roaming, applicationName), join(local, applicationName, 'cache'));
  }
  return foldersUnder(
    join(absolute(env['XDG_DATA_HOME']) ?? join(homeDirectory, '.local', 'share'), applicationName),
    join(absolute(env['XDG_CACHE_HOME']) ?? join(homeDirectory, '.cache'), applicationName),
  );
}

/** The XDG base directory specification has relative and empty values ignored. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

function foldersUnder(home: string, cache: string): Folders {
  return {
    home,
    settingsFile: join(home, 'settings.json'),
    cache,
    projects: join(home, 'projects'),
  };
}
