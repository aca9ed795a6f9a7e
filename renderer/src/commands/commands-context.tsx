import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import { createContext, useContext } from 'react';
import { formatShortcut } from '../lib/format-shortcut';
import { useDocument, useStudio, useTexts } from '../state/studio-context';
import type { Commands } from './create-commands';

export const CommandsContext = createContext<Commands | undefined>(undefined);

/** The commands of the window, for whatever has a button for one. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === undefined) throw new Error('used outside of the studio');
  return commands;
}

/** The first shortcut of a command as it stands on the keyboard; undefined where it has none. */
export function useShortcut(id: CommandId): string | undefined {
  return useShortcuts()(id);
}

/** As {@link useShortcut}, for many commands. */
export function useShortcuts(): (id: CommandId) => string | undefined {
  const { platform } = useStudio().host;
  return (id) => {
    const [first] = getCommandSpec(id).shortcuts;
    return first === undefined ? undefined : formatShortcut(first, platform);
  };
}

/** Names of commands; undo and redo say what they would do. */
export function useCommandNames(): (id: CommandId) => string {
  const t = useTexts();
  const history = useDocument((state) => state.history);
  return (id) => {
    const name = t(getCommandSpec(id).label);
    const label = id === 'edit.undo' ? history.undo : id === 'edit.redo' ? history.redo : undefined;
    return label === undefined ? name : t('app.named', { name, label: t(label) });
  };
}
