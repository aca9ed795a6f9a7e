import type { Sentence } from '../../transcript/sentence';
import type { EditKind } from '../edit-kind';
import { diffRecords } from '../make-diff';

/** Sentences with words and times as they are, under their own ids: a job's or a file's. */
export interface AddSentences {
  readonly sentences: readonly Sentence[];
}

export const addSentences = {
  label: 'addSentences',
  resolve: (_project, { sentences }) => ({ diff: diffRecords('sentences', { added: sentences }) }),
} as const satisfies EditKind<AddSentences>;
