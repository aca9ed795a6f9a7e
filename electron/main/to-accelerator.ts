import type { Shortcut } from '@core/commands/keymap';

/** Electron's names where they differ from those of `KeyboardEvent.key`. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  '+': 'Plus',
};

/**
 * A shortcut as Electron's menus write it; undefined where a menu must not name it. The page's own
 * keys rule, and menus only show them. On a Mac the system takes a menu's key before the page sees
 * it, so keys that are also typed (a letter, Space, an arrow) must not stand there.
 */
export function toAccelerator(shortcut: Shortcut, platform: string): string | undefined {
  const parts = shortcut.split('+');
  // The key "+" itself leaves two empty parts behind.
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const modifiers = parts.slice(0, -1).filter((part) => part !== '');
  if (platform === 'darwin' && !modifiers.includes('Mod')) return undefined;
  return [
    ...modifiers.map((modifier) => (modifier === 'Mod' ? 'CommandOrControl' : modifier)),
    keyNames[key] ?? key,
  ].join('+');
}
