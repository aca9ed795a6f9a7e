import { describe, expect, it } from 'vitest';
import { formatShortcut, splitShortcut } from '../../../../renderer/src/lib/format-shortcut';

describe('a shortcut', () => {
  it.each([
    ['Mod+Shift+Z', 'Ctrl Shift Z', '⌘ ⇧ Z'],
    ['Alt+T', 'Alt T', '⌥ T'],
    ['Delete', 'Del', '⌫'],
    ['ArrowLeft', '←', '←'],
    ['+', '+', '+'],
    ['Mod+,', 'Ctrl ,', '⌘ ,'],
    ['Space', 'Space', 'Space'],
  ])('%s reads %s, on a Mac %s', (shortcut, elsewhere, mac) => {
    expect(formatShortcut(shortcut, 'linux')).toBe(elsewhere);
    expect(formatShortcut(shortcut, 'darwin')).toBe(mac);
  });

  it('can end in the sign that parts its keys', () => {
    expect(splitShortcut('+')).toEqual(['+']);
    expect(splitShortcut('Mod++')).toEqual(['Mod', '+']);
  });
});
