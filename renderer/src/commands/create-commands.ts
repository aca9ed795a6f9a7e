import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import type { ArgumentsOf, Command, CommandContext } from './command';
import { createEditCommands } from './edit-commands';
import { evaluateCondition } from './evaluate-condition';
import { createFileCommands } from './file-commands';
import { createJobCommands } from './job-commands';
import { createPlayCommands } from './play-commands';
import { createProblemCommands } from './problem-commands';
import { createRealignCommand } from './realign-command';
import { createViewCommands } from './view-commands';

export interface Commands {
  isEnabled(id: CommandId): boolean;
  /**
   * Does it if it can be done now.
   * @param chosen what the command is told, where it can be told something
   * @returns whether it was done
   */
  run<Id extends CommandId>(id: Id, ...chosen: ArgumentsOf<Id>): boolean;
}

/**
 * Every command of the window, for keys, menus, the palette and whatever has a button: what they
 * are called, when they can run and which keys they have stands in `core/commands`.
 */
export function createCommands(context: CommandContext): Commands {
  const table: { readonly [Id in CommandId]: Command<Id> } = {
    ...createFileCommands(context),
    ...createJobCommands(context),
    ...createEditCommands(context),
    ...createProblemCommands(context),
    ...createRealignCommand(context),
    ...createPlayCommands(context),
    ...createViewCommands(context),
  };
  const { editing } = context;
  /** Half a word is neither committed nor split at: the command waits for the input method. */
  const isHeldUp = (id: CommandId): boolean =>
    editing.getState().typing?.isComposing === true && getCommandSpec(id).whileTyping !== 'keep';
  const isEnabled = (id: CommandId): boolean =>
    !isHeldUp(id) &&
    getCommandSpec(id).when.every((condition) => evaluateCondition(condition, context));
  return {
    isEnabled,
    run: (id, ...chosen) => {
      if (!isEnabled(id)) return false;
      const mustCommit = getCommandSpec(id).whileTyping === 'commit';
      if (mustCommit && editing.getState().commit() !== 'done') return false;
      // What was typed may have changed what can be done.
      if (mustCommit && !isEnabled(id)) return false;
      table[id](...chosen);
      return true;
    },
  };
}
