import type { HistoryState } from '@contract/api';
import { getShortcuts } from '@core/commands/command-keys';
import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import type { EditLabel } from '@core/edits/edit';
import { isMessageKey, type MessageKey } from '@core/messages/catalogue';
import { createContext, useContext } from 'react';
import { formatShortcut } from '../lib/format-shortcut';
import { type Translate, useDocument, useStudio, useTexts } from '../state/studio-context';
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
    const [first] = getShortcuts(id);
    return first === undefined ? undefined : formatShortcut(first, platform);
  };
}

/** The name of a command; undo and redo say what they would do. */
export function useCommandName(id: CommandId): string {
  const t = useTexts();
  // Only who names one of those two is drawn again by an edit.
  const label = useDocument(({ history }) => getHistoryLabel(id, history));
  return nameCommand(t, id, label);
}

/** As {@link useCommandName}, of many commands at the moment they are asked for. */
export function useCommandNames(): (id: CommandId) => string {
  const t = useTexts();
  const { document: project } = useStudio();
  return (id) => nameCommand(t, id, getHistoryLabel(id, project.getState().history));
}

function getHistoryLabel(id: CommandId, history: HistoryState): EditLabel | undefined {
  return id === 'edit.undo' ? history.undo : id === 'edit.redo' ? history.redo : undefined;
}

function nameCommand(t: Translate, id: CommandId, label: EditLabel | undefined): string {
  const name = t(getCommandSpec(id).label);
  return label === undefined ? name : t('app.named', { name, label: t(nameEdit(label)) });
}

/** How undo and redo name an edit to a person; one that a newer version made has no name here. */
function nameEdit(label: EditLabel): MessageKey {
  const key: MessageKey = `edit.${label}`;
  return isMessageKey(key) ? key : 'edit.unknown';
}
