import type { CommandId } from './command-specs';
import { defaultKeymap } from './default-keymap';
import { mergeKeymaps, type Shortcut } from './keymap';

/** The keys that hold now: keys, menus, palette and help sheet all read them here. */
export const commandKeys = mergeKeymaps([defaultKeymap]);

/** The keys of a command, the one that is shown first. */
export function getShortcuts(id: CommandId): readonly Shortcut[] {
  return commandKeys.get(id) ?? [];
}
