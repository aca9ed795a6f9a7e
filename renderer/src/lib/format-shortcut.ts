import type { Shortcut } from '@core/commands/keymap';

const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Insert: 'Ins',
};
const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌫',
};

/** The keys of a shortcut, modifiers first; the plus sign itself can be a key. */
export function splitShortcut(shortcut: Shortcut): readonly string[] {
  return shortcut.split(/\+(?!$)/u);
}

/**
 * A shortcut as it stands on the keyboard, its keys parted by blanks: `Ctrl Shift Z`, on a Mac
 * `⌘ ⇧ Z`.
 *
 * @param platform Node's name of the system
 */
export function formatShortcut(shortcut: Shortcut, platform: string): string {
  return splitShortcut(shortcut)
    .map((key) => (platform === 'darwin' ? macNames[key] : undefined) ?? names[key] ?? key)
    .join(' ');
}
