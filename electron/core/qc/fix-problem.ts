import type { Sentence } from '../transcript/sentence';
import { type ChangedCue, listChangedCues } from './changed-cues';
import type { CheckContext } from './check-rule';
import { type CheckedCue, makeCheckedCue } from './checked-cue';
import type { Problem } from './checker';
import { findNeighbours } from './cues-in-place';
import { fixCues } from './fix-cues';
import type { RuleProfile } from './rule-profile';

/**
 * Finds what mends one problem, of a document in which it was found. A fix looks no further than at the
 * neighbours of the cue's neighbours, so that the rest of a long document costs nothing.
 * @param sentences in order of time [TX3], not changed afterwards
 * @returns of a problem what becomes of the cues; nothing where it cannot be mended [QC6]
 */
export function makeProblemFixer(
  sentences: readonly Sentence[],
  profile: RuleProfile,
  context: CheckContext,
): (problem: Pick<Problem, 'cue' | 'rule'>) => readonly ChangedCue[] {
  const places = new Map(sentences.map(({ id }, index) => [id, index]));
  const { previous, next, longest } = findNeighbours(sentences.map(makeCheckedCue));
  return ({ cue, rule }) => {
    const near = new Set<number>();
    const add = (found: CheckedCue | undefined): number | undefined => {
      const index = found && places.get(found.sentence.id);
      if (index !== undefined) near.add(index);
      return index;
    };
    const addBeside = (index: number | undefined): readonly (number | undefined)[] =>
      index === undefined ? [] : [previous, next, longest].map((beside) => add(beside[index]));
    const own = places.get(cue);
    if (own === undefined) return [];
    near.add(own);
    for (const index of addBeside(own)) addBeside(index);
    const around = [...near].toSorted((left, right) => left - right).map((at) => sentences[at]!);
    const scope = { rule, cues: new Set([cue]) };
    return listChangedCues(around, fixCues(around, profile, context, scope).sentences);
  };
}
