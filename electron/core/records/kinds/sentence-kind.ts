import { findSentenceProblems } from '../../transcript/invariants';
import { type Sentence, sentenceSchema } from '../../transcript/sentence';
import { compareSentences } from '../../transcript/sort-sentences';
import type { RecordKind } from '../record-kind';

/** Sentences, also called cues [TX1] [TX2] [TX3]. */
export const sentenceKind: RecordKind<Sentence> = {
  schema: sentenceSchema,
  compare: compareSentences,
  orderRule: 'TX3',
  findProblem: (sentence, index) => findSentenceProblems(sentence, index)[0],
};
