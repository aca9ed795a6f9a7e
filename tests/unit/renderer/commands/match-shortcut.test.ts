import { commandKeys } from '@core/commands/command-keys';
import { describe, expect, it } from 'vitest';
import {
  findCommand,
  type KeyPlace,
  type KeyPress,
  matchesShortcut,
} from '../../../../renderer/src/commands/match-shortcut';
import { splitShortcut } from '../../../../renderer/src/lib/format-shortcut';

const free: KeyPlace = { isTyping: false, isControl: false, isCovered: false };
const typing: KeyPlace = { ...free, isTyping: true };
const held = { isMac: false, isRepeat: true };
const pressed = { isMac: false, isRepeat: false };

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...changes,
  };
}

/** What a keyboard of the United States sends for a shortcut. */
function pressOf(shortcut: string): KeyPress {
  const keys = splitShortcut(shortcut);
  const key = keys.at(-1)!;
  const shiftKey = keys.includes('Shift');
  const typed = key === 'Space' ? ' ' : /^[A-Z]$/.test(key) && !shiftKey ? key.toLowerCase() : key;
  return press(typed, {
    shiftKey: shiftKey || '?+'.includes(key),
    ctrlKey: keys.includes('Mod'),
    altKey: keys.includes('Alt'),
  });
}

describe('shortcuts of all commands', () => {
  const all = [...commandKeys].flatMap(([id, shortcuts]) =>
    shortcuts.map((shortcut) => ({ id, shortcut })),
  );

  it.each(all)('$shortcut is $id', ({ id, shortcut }) => {
    expect(findCommand(pressOf(shortcut), free, commandKeys, pressed)).toBe(id);
  });

  it('none of them works behind a dialog or menu', () => {
    for (const { shortcut } of all) {
      const place = { ...free, isCovered: true };
      expect(findCommand(pressOf(shortcut), place, commandKeys, pressed), shortcut).toBeUndefined();
    }
  });

  it('only those that type nothing work in a text field', () => {
    const working = all
      .filter(
        ({ shortcut }) =>
          findCommand(pressOf(shortcut), typing, commandKeys, pressed) !== undefined,
      )
      .map(({ shortcut }) => shortcut);
    expect(working.sort()).toEqual(
      [
        'Alt+A',
        'Alt+S',
        'Alt+T',
        'F1',
        'F2',
        'F8',
        'Mod+4',
        'Mod+F8',
        'Mod+Shift+F8',
        'Shift+F8',
        'Mod+,',
        'Mod+1',
        'Mod+2',
        'Mod+3',
        'Mod+Alt+V',
        'Mod+E',
        'Mod+F',
        'Mod+I',
        'Mod+K',
        'Mod+O',
        'Mod+S',
        'Mod+Shift+M',
        'Mod+Shift+O',
        'Mod+Shift+P',
        'Mod+Shift+S',
      ].sort(),
    );
  });
});

describe('a key press', () => {
  it('on a button leaves it its blank and Enter, but no other key', () => {
    const onButton = { ...free, isControl: true };
    expect(findCommand(press(' '), onButton, commandKeys, pressed)).toBeUndefined();
    expect(findCommand(press('Enter'), onButton, commandKeys, pressed)).toBeUndefined();
    expect(findCommand(press('k'), onButton, commandKeys, pressed)).toBe('play.toggle');
  });

  it('that is held repeats steps, but no switches', () => {
    expect(findCommand(press('ArrowLeft'), free, commandKeys, held)).toBe('play.secondBack');
    expect(findCommand(press('z', { ctrlKey: true }), free, commandKeys, held)).toBe('edit.undo');
    expect(findCommand(press(' '), free, commandKeys, held)).toBeUndefined();
    expect(findCommand(press('Delete'), free, commandKeys, held)).toBeUndefined();
  });

  it('tells L from Shift+L, and both from caps lock', () => {
    expect(findCommand(press('l'), free, commandKeys, pressed)).toBe('play.forward');
    expect(findCommand(press('L'), free, commandKeys, pressed)).toBe('play.forward');
    expect(findCommand(press('L', { shiftKey: true }), free, commandKeys, pressed)).toBe(
      'play.loop',
    );
  });

  it('goes by the sign typed, whichever keys that takes', () => {
    const german = press('?', { code: 'Minus', shiftKey: true });
    const french = press('?', { code: 'KeyM', shiftKey: true });
    expect(findCommand(german, free, commandKeys, pressed)).toBe('help.shortcuts');
    expect(findCommand(french, free, commandKeys, pressed)).toBe('help.shortcuts');
    expect(
      findCommand(press('=', { code: 'Digit0', shiftKey: true }), free, commandKeys, pressed),
    ).toBe('view.zoomIn');
  });

  it('goes by the place of the key where it has no Latin letter', () => {
    expect(findCommand(press('о', { code: 'KeyJ' }), free, commandKeys, pressed)).toBe('play.back');
    expect(
      findCommand(press('я', { code: 'KeyZ', ctrlKey: true }), free, commandKeys, pressed),
    ).toBe('edit.undo');
  });

  it('goes by the letter where the keyboard has it elsewhere', () => {
    expect(
      findCommand(press('z', { code: 'KeyY', ctrlKey: true }), free, commandKeys, pressed),
    ).toBe('edit.undo');
  });
});

describe('on a Mac', () => {
  it('Mod is ⌘ and not Ctrl', () => {
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
  });

  it('Alt with a letter types a sign, and is still that letter', () => {
    expect(matchesShortcut(press('†', { code: 'KeyT', altKey: true }), 'Alt+T', true)).toBe(true);
  });

  it('the key that deletes is Backspace', () => {
    expect(matchesShortcut(press('Backspace'), 'Delete', true)).toBe(true);
    expect(matchesShortcut(press('Backspace'), 'Delete', false)).toBe(false);
  });
});
