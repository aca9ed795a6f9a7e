import type { CommandId } from '@core/commands/command-specs';
import type { CommandKeys, Shortcut } from '@core/commands/keymap';
import { splitShortcut } from '../lib/format-shortcut';

/** What a `KeyboardEvent` says, as far as it matters here. */
export interface KeyPress {
  readonly key: string;
  /** Place of the key on the keyboard: `KeyT`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where a key was pressed. */
export interface KeyPlace {
  /** A text is being typed there. */
  readonly isTyping: boolean;
  /** A button, a menu or a slider has the focus, which has its own use for some keys. */
  readonly isControl: boolean;
  /** A dialog or menu is open: the window behind it gets no keys. */
  readonly isCovered: boolean;
}

/** Keys of text fields, which come before the window's in them. */
const fieldShortcuts: readonly Shortcut[] = [
  'Mod+Z',
  'Mod+Shift+Z',
  'Mod+Y',
  'Mod+A',
  'Mod+ArrowUp',
  'Mod+ArrowDown',
];
const controlKeys = new Set(['Space', 'Enter']);
const repeatable = new Set<CommandId>([
  'edit.nextProblem',
  'edit.previousProblem',
  'edit.undo',
  'edit.redo',
  'play.back',
  'play.secondBack',
  'play.secondForward',
  'play.frameBack',
  'play.frameForward',
  'play.previousSentence',
  'play.nextSentence',
  'play.slower',
  'play.faster',
  'play.louder',
  'play.quieter',
  'view.zoomIn',
  'view.zoomOut',
]);

/**
 * The command that a key press means.
 *
 * Letters and digits go by what is printed on the key, and by its place where that is not Latin;
 * signs such as `?` go by what they type, whichever keys that takes.
 *
 * @param keys the keys of all commands; the first that has the shortcut is meant
 * @param isMac whether `Mod` is ⌘
 * @param isRepeat whether the key is being held
 */
export function findCommand(
  press: KeyPress,
  place: KeyPlace,
  keys: CommandKeys,
  { isMac, isRepeat }: { readonly isMac: boolean; readonly isRepeat: boolean },
): CommandId | undefined {
  if (place.isCovered) return undefined;
  for (const [id, shortcuts] of keys) {
    if (isRepeat && !repeatable.has(id)) continue;
    for (const shortcut of shortcuts) {
      if (matchesShortcut(press, shortcut, isMac) && isFree(shortcut, place)) return id;
    }
  }
  return undefined;
}

/** Whether a key press is a shortcut. */
export function matchesShortcut(press: KeyPress, shortcut: Shortcut, isMac: boolean): boolean {
  const keys = splitShortcut(shortcut);
  const key = keys.at(-1)!;
  const wants = (modifier: string): boolean => keys.slice(0, -1).includes(modifier);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  if (mod !== wants('Mod') || other || press.altKey !== wants('Alt')) return false;
  if (isSign && !wants('Shift')) return press.key === key;
  return press.shiftKey === wants('Shift') && nameKey(press, isMac) === key;
}

function nameKey({ key, code, altKey }: KeyPress, isMac: boolean): string {
  if (key === ' ') return 'Space';
  if (isMac && key === 'Backspace') return 'Delete';
  // With Alt a Mac types signs, and other alphabets have other letters on the same keys.
  const place = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  const isLatin = /^[a-z\d]$/iu.test(key);
  if (place !== null && (!isLatin || altKey) && key.length === 1) {
    return place[1] ?? place[2] ?? key;
  }
  return key.length === 1 ? key.toUpperCase() : key;
}

function isFree(shortcut: Shortcut, { isTyping, isControl }: KeyPlace): boolean {
  if (isTyping) return hasModifier(shortcut) && !fieldShortcuts.includes(shortcut);
  return !isControl || !controlKeys.has(shortcut);
}

/** Whether it types nothing, so that it can be used while a text is typed. */
function hasModifier(shortcut: Shortcut): boolean {
  const keys = splitShortcut(shortcut);
  return keys.includes('Mod') || keys.includes('Alt') || /^F\d+$/u.test(keys.at(-1)!);
}
