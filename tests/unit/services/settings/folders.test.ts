import { describe, expect, it } from 'vitest';
import { findFolders } from '../../../../electron/services/settings/folders';

const homeDirectory = '/home/me';

describe('the folders', () => {
  it('follow the XDG rules on Linux', () => {
    const folders = findFolders({ env: {}, platform: 'linux', homeDirectory });
    expect(folders).toEqual({
      home: '/home/me/.local/share/zimu-studio',
      settingsFile: '/home/me/.local/share/zimu-studio/settings.json',
      cache: '/home/me/.cache/zimu-studio',
      projects: '/home/me/.local/share/zimu-studio/projects',
    });
    const env = { XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/cache' };
    const moved = findFolders({ env, platform: 'linux', homeDirectory });
    expect([moved.home, moved.cache]).toEqual(['/data/zimu-studio', '/cache/zimu-studio']);
  });

  it('do not follow empty or relative XDG variables', () => {
    const env = { XDG_DATA_HOME: '', XDG_CACHE_HOME: 'cache' };
    const { home, cache } = findFolders({ env, platform: 'linux', homeDirectory });
    expect(home).toBe('/home/me/.local/share/zimu-studio');
    expect(cache).toBe('/home/me/.cache/zimu-studio');
  });

  it('lie in the library on macOS', () => {
    const { home, cache } = findFolders({ env: {}, platform: 'darwin', homeDirectory });
    expect(home).toBe('/home/me/Library/Application Support/zimu-studio');
    expect(cache).toBe('/home/me/Library/Caches/zimu-studio');
  });

  it.each(['linux', 'darwin', 'win32'])('are all moved by ZIMU_HOME on %s', (platform) => {
    const folders = findFolders({ env: { ZIMU_HOME: '/z' }, platform, homeDirectory });
    expect(folders).toEqual({
      home: '/z',
      settingsFile: '/z/settings.json',
      cache: '/z/cache',
      projects: '/z/projects',
    });
  });
});
