import { commandKeys } from '@core/commands/command-keys';
import { describe, expect, it } from 'vitest';
import { toAccelerator } from '../../../electron/main/to-accelerator';

describe('a shortcut in a native menu', () => {
  it.each([
    ['Mod+O', 'CommandOrControl+O'],
    ['Mod+Shift+S', 'CommandOrControl+Shift+S'],
    ['Mod+ArrowUp', 'CommandOrControl+Up'],
    ['Space', 'Space'],
    ['Enter', 'Return'],
    ['+', 'Plus'],
    ['Mod++', 'CommandOrControl+Plus'],
    [',', ','],
    ['\\', '\\'],
  ])('%s is %s', (shortcut, accelerator) => {
    expect(toAccelerator(shortcut, 'linux')).toBe(accelerator);
  });

  it('on a Mac is none that can also be typed, because the menu would take it', () => {
    expect(toAccelerator('Space', 'darwin')).toBeUndefined();
    expect(toAccelerator('Alt+T', 'darwin')).toBeUndefined();
    expect(toAccelerator('Mod+O', 'darwin')).toBe('CommandOrControl+O');
  });

  it('is made for every command that has one', () => {
    const shortcuts = [...commandKeys.values()].flat();
    expect(shortcuts.length).toBeGreaterThan(30);
    for (const shortcut of shortcuts) {
      // Electron's names: no empty part, and no name that only the web has.
      expect(toAccelerator(shortcut, 'linux')).toMatch(
        /^([A-Za-z]+\+)*([A-Z][A-Za-z0-9]*|[^A-Za-z+\s])$/,
      );
    }
  });
});
