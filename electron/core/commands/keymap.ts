import { type CommandId, commandSpecs } from './command-specs';

/**
 * A shortcut: modifiers `Mod` (⌘ on a Mac, Ctrl elsewhere), `Alt`, `Shift`, then the key by the name
 * that `KeyboardEvent.key` gives it, letters in upper case, `Space` for the blank.
 */
export type Shortcut = string;

/**
 * One layer of keys, such as the usual ones, a preset, or a person's own: what it says of a command
 * stands in place of what the layers below say; an empty list takes its keys away.
 */
export type Keymap = Readonly<Partial<Record<CommandId, readonly Shortcut[]>>>;

/** The keys of every command, in the order of the menus. The first is shown; all of them work. */
export type CommandKeys = ReadonlyMap<CommandId, readonly Shortcut[]>;

/** A shortcut that several commands of a layer claim. */
export interface KeyConflict {
  readonly shortcut: Shortcut;
  readonly commandIds: readonly CommandId[];
}

/**
 * The keys that hold. A shortcut that a layer gives to one command is taken from those that had it
 * below, so that the topmost layer always rules.
 * @param layers the lowest first
 */
export function mergeKeymaps(layers: readonly Keymap[]): CommandKeys {
  let merged: CommandKeys = new Map(commandSpecs.map(({ id }) => [id, []]));
  for (const layer of layers) {
    const claimed = new Set(Object.values(layer).flat());
    merged = new Map(
      [...merged].map(([id, below]) => [
        id,
        layer[id] ?? below.filter((shortcut) => !claimed.has(shortcut)),
      ]),
    );
  }
  return merged;
}

/** Shortcuts that more than one command has; a command that names its own twice is listed as well. */
export function findKeyConflicts(keys: CommandKeys): readonly KeyConflict[] {
  const owners = new Map<Shortcut, CommandId[]>();
  for (const [id, shortcuts] of keys) {
    for (const shortcut of shortcuts) owners.set(shortcut, [...(owners.get(shortcut) ?? []), id]);
  }
  return [...owners]
    .filter(([, commandIds]) => commandIds.length > 1)
    .map(([shortcut, commandIds]) => ({ shortcut, commandIds }));
}
