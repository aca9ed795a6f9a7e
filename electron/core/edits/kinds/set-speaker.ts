import type { Sentence } from '../../transcript/sentence';
import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords } from '../make-diff';

/** Who says the sentences; an empty name is none. */
export interface SetSpeaker {
  readonly sentenceIds: readonly string[];
  readonly speaker: string | undefined;
}

export const setSpeaker = {
  label: 'setSpeaker',
  resolve(project, { sentenceIds, speaker }) {
    const updated = getSentences(project, sentenceIds).map((before) => ({
      before,
      after: withSpeaker(before, speaker),
    }));
    return { diff: diffRecords('sentences', { updated }) };
  },
} as const satisfies EditKind<SetSpeaker>;

function withSpeaker(sentence: Sentence, name: string | undefined): Sentence {
  const { speaker, ...rest } = sentence;
  if (speaker === name) return sentence;
  return name === undefined || name === '' ? rest : { ...rest, speaker: name };
}
