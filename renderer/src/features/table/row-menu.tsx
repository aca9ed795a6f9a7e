import type { CommandId } from '@core/commands/command-specs';
import { AudioLines, Merge, PencilLine, Play, Plus, Split, Trash2, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommandNames, useCommands, useShortcuts } from '../../commands/commands-context';
import { ContextMenu } from '../../components/context-menu';

interface Entry {
  readonly id: CommandId;
  readonly icon: ReactNode;
  readonly beginsGroup?: boolean;
}

const entries: readonly Entry[] = [
  { id: 'play.sentence', icon: <Play /> },
  { id: 'edit.text', icon: <PencilLine />, beginsGroup: true },
  { id: 'edit.split', icon: <Split /> },
  { id: 'edit.merge', icon: <Merge /> },
  { id: 'edit.insert', icon: <Plus /> },
  { id: 'edit.setSpeaker', icon: <UserRound /> },
  { id: 'edit.realign', icon: <AudioLines /> },
  { id: 'edit.remove', icon: <Trash2 />, beginsGroup: true },
];

/** What can be done with the selected rows, at the pointer. */
export function RowMenu({ children }: { readonly children: ReactNode }): React.JSX.Element {
  const commands = useCommands();
  const nameOf = useCommandNames();
  const shortcutOf = useShortcuts();
  return (
    <ContextMenu
      getItems={() =>
        entries.map(({ id, icon, beginsGroup }) => ({
          id,
          icon,
          beginsGroup,
          label: nameOf(id),
          shortcut: shortcutOf(id),
          isDisabled: !commands.isEnabled(id),
          isDanger: id === 'edit.remove',
          onSelect: () => void commands.run(id),
        }))
      }
    >
      {children}
    </ContextMenu>
  );
}
