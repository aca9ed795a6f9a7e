import type { MessageKey, Wording } from '@core/messages/catalogue';

export interface OptionSpec {
  readonly name: string;
  /** By which it went before: still taken, and not told any more. */
  readonly oldName?: string;
  /** What stands for the value in the help; undefined for a flag. */
  readonly value?: string;
  readonly help: Wording;
  /** It may be given several times; each counts. */
  readonly isRepeated?: true;
}

/** A variable of the environment, as the help tells of it. */
export interface VariableSpec {
  readonly name: string;
  readonly help: MessageKey;
}

export interface CommandSpec {
  readonly name: string;
  readonly files: string;
  readonly help: MessageKey;
  readonly options: readonly OptionSpec[];
  /** What it reads of the environment, besides what every command does. */
  readonly variables?: readonly VariableSpec[];
  /** It takes the parameters of the engines that have some. */
  readonly takesParameters?: true;
}
