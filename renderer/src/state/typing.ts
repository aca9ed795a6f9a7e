import type { Draft } from '@contract/api';

/** Begin and end of what is selected in a field, in its own text; the same twice for a caret. */
export interface FieldSelection {
  readonly begin: number;
  readonly end: number;
}

/** A sentence's text while it is being typed. */
export interface Typing {
  /** Counts up with each beginning: the same sentence begun again needs a field of its own. */
  readonly count: number;
  readonly projectId: string;
  readonly sentenceId: string;
  /** The text of the document that typing began from. */
  readonly baseText: string;
  /** What the field holds; its lines end with line feeds alone. */
  readonly text: string;
  readonly selection: FieldSelection;
  /** An input method is in the middle of a word. */
  readonly isComposing: boolean;
  /** The draft that it began with. */
  readonly restored: Draft | undefined;
}

/**
 * What became of what was typed: `done`, it is in the document, or nothing was to be changed;
 * `kept`, it is a draft, because its sentence was changed or removed elsewhere meanwhile; `refused`,
 * the edit is not possible and typing goes on; `composing`, an input method has the word.
 */
export type CommitOutcome = 'done' | 'kept' | 'refused' | 'composing';
