import type { Sentence } from '../transcript/sentence';

/** What became of a cue. */
export interface ChangedCue {
  readonly before: Sentence;
  /** Undefined: it went. */
  readonly after: Sentence | undefined;
}

/**
 * What is other than it was, in the order of before.
 * @param after has no sentence that was not there before
 */
export function listChangedCues(
  before: readonly Sentence[],
  after: readonly Sentence[],
): readonly ChangedCue[] {
  const now = new Map(after.map((sentence) => [sentence.id, sentence]));
  return before.flatMap((sentence): readonly ChangedCue[] => {
    const other = now.get(sentence.id);
    return other === sentence ? [] : [{ before: sentence, after: other }];
  });
}
