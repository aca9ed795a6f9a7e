import type { StudioParts } from '../state/studio-parts';

/** What a command does, and whether it can be done now. */
export interface Command {
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

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
  | 'opening'
>;

export const always = (): boolean => true;
