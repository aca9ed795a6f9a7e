import type { StudioSettings } from '@contract/api';
import type { CommandId } from '@core/commands/command-specs';
import type { StudioParts } from '../state/studio-parts';

/** What a command can be told; without it, as by a key, it chooses for itself. */
export interface CommandArguments {
  /** Without it: from light to dark or back. */
  readonly 'view.theme': { readonly theme: StudioSettings['theme'] };
  /** Without it: the other language. */
  readonly 'view.language': { readonly locale: StudioSettings['locale'] };
}

/** What a command takes: nothing, or optionally what {@link CommandArguments} says of it. */
export type ArgumentsOf<Id extends CommandId> = Id extends keyof CommandArguments
  ? [chosen?: CommandArguments[Id]]
  : [];

/** What a command does; when it can be done stands in its row of `core/commands`. */
export type Command<Id extends CommandId = CommandId> = (...chosen: ArgumentsOf<Id>) => void;

/** What the commands of a file do. */
export type SomeCommands = { readonly [Id in CommandId]?: Command<Id> };

/** What commands work with; the same for all of them. */
export type CommandContext = Pick<
  StudioParts,
  | 'connection'
  | 'host'
  | 'document'
  | 'session'
  | 'editing'
  | 'jobs'
  | 'settings'
  | 'player'
  | 'notices'
  | 'problems'
  | 'opening'
>;
