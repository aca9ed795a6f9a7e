import type { CommandId } from '@core/commands/command-specs';
import type { Command, CommandContext } from './command';
import { createEditCommands } from './edit-commands';
import { createFileCommands } from './file-commands';
import { createJobCommands } from './job-commands';
import { createPlayCommands } from './play-commands';
import { createRealignCommand } from './realign-command';
import { createViewCommands } from './view-commands';

export interface Commands {
  isEnabled(id: CommandId): boolean;
  /** Does it if it can be done now. @returns whether it was done */
  run(id: CommandId): boolean;
}

/**
 * Every command of the window, for keys, menus, the palette and whatever has a button: what they
 * are called and which keys they have stands in `core/commands`.
 */
export function createCommands(context: CommandContext): Commands {
  const table: Readonly<Record<CommandId, Command>> = {
    ...createFileCommands(context),
    ...createJobCommands(context),
    ...createEditCommands(context),
    ...createRealignCommand(context),
    ...createPlayCommands(context),
    ...createViewCommands(context),
  } satisfies Record<CommandId, Command>;
  return {
    isEnabled: (id) => table[id].isEnabled(),
    run: (id) => {
      const { isEnabled, run } = table[id];
      if (!isEnabled()) return false;
      run();
      return true;
    },
  };
}
