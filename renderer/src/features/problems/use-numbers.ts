import { useMemo } from 'react';
import { useDocument } from '../../state/studio-context';

/** A sentence's place in the document, from 1, and where it begins. */
export interface NumberedSentence {
  readonly number: number;
  readonly beginMs: number;
}

/** Places of all sentences, by id. */
export function useNumbers(): ReadonlyMap<string, NumberedSentence> {
  const sentences = useDocument(({ project }) => project?.sentences);
  return useMemo(
    () =>
      new Map(
        (sentences ?? []).map(({ id, beginMs }, index) => [id, { number: index + 1, beginMs }]),
      ),
    [sentences],
  );
}
