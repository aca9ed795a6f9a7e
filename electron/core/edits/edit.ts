import type { MessageKey } from '../messages/catalogue';
import type { ProjectProperties } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';

/** What a person (or a job) can do to a project. Times are whole ms, ids those of sentences. */
export type Edit =
  /** New text; times of unchanged words are kept [TX6]. */
  | { readonly kind: 'setText'; readonly sentenceId: string; readonly text: string }
  | {
      readonly kind: 'setTimes';
      readonly sentenceId: string;
      readonly beginMs: number;
      readonly endMs: number;
    }
  /** A person's own times for a word: `manual`. Neighbours in the sentence give way. */
  | {
      readonly kind: 'setWordTimes';
      readonly sentenceId: string;
      readonly wordIndex: number;
      readonly beginMs: number;
      readonly endMs: number;
    }
  /** Two sentences, the second beginning with this word. */
  | { readonly kind: 'split'; readonly sentenceId: string; readonly wordIndex: number }
  /** As well, with the cut between any two characters of the text [ED11]. */
  | { readonly kind: 'split'; readonly sentenceId: string; readonly offset: number }
  /** One sentence of neighbours in the list, two or more. */
  | { readonly kind: 'merge'; readonly sentenceIds: readonly string[] }
  | { readonly kind: 'remove'; readonly sentenceIds: readonly string[] }
  | {
      readonly kind: 'insert';
      readonly beginMs: number;
      readonly endMs: number;
      readonly text: string;
      readonly channel: number;
    }
  | {
      readonly kind: 'setSpeaker';
      readonly sentenceIds: readonly string[];
      readonly speaker: string | undefined;
    }
  /** Moves sentences with their words in time; none goes below zero. */
  | { readonly kind: 'shift'; readonly sentenceIds: readonly string[]; readonly byMs: number }
  /** Sentences with words and times as they are, under their own ids: a job's or a file's. */
  | { readonly kind: 'addSentences'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'setProperties'; readonly properties: Partial<ProjectProperties> };

/** How undo and redo name an edit. */
export type EditLabel = Extract<MessageKey, `edit.${string}`>;
