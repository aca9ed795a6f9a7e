import type { Sentence } from '../transcript/sentence';
import type { CheckContext, CueInPlace, Finding, Severity } from './check-rule';
import { type CheckedCue, makeCheckedCue } from './checked-cue';
import { findNeighbours, placeCue } from './cues-in-place';
import { bindProfile, type RuleProfile } from './rule-profile';

/** What is wrong with a cue. */
export interface Problem extends Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the sentence. */
  readonly cue: string;
}

/** What is wrong with each cue of a document, in its order; an empty list where nothing is. */
export type CheckedDocument = readonly (readonly Problem[])[];

export interface Checker {
  /**
   * Looks at all cues; at those that are as they were before, and whose neighbours are, not again [QC4].
   * @param sentences in order of time [TX3], not changed afterwards
   */
  check(sentences: readonly Sentence[]): CheckedDocument;
}

const nothing: readonly Problem[] = [];

/** A cue that was looked at, with what was found. */
interface LookedAt {
  readonly cue: CheckedCue;
  readonly previous: CheckedCue | undefined;
  readonly next: CheckedCue | undefined;
  readonly longest: CheckedCue | undefined;
  readonly problems: readonly Problem[];
}

/** Checks by a profile; a new one is made where the profile or what the context tells is another. */
export function makeChecker(profile: RuleProfile, context: CheckContext): Checker {
  const rules = bindProfile(profile);
  // By sentence, as an edit of one moves the places of many.
  const known = new WeakMap<CheckedCue, LookedAt>();
  const look = (cue: CueInPlace): readonly Problem[] => {
    let problems: Problem[] | undefined;
    for (const { rule, severity, bound } of rules) {
      const finding = bound.check(cue, context);
      if (finding === undefined) continue;
      (problems ??= []).push({ ...finding, rule: rule.id, severity, cue: cue.sentence.id });
    }
    return problems ?? nothing;
  };
  return {
    check: (sentences) => {
      const cues = sentences.map(makeCheckedCue);
      const { previous, next, longest } = findNeighbours(cues);
      return cues.map((cue, index) => {
        const beside = [previous[index], next[index], longest[index]] as const;
        const before = known.get(cue);
        if (before !== undefined && isSamePlace(before, ...beside)) return before.problems;
        const problems = look(placeCue(cue, ...beside));
        const [one, other, third] = beside;
        known.set(cue, { cue, previous: one, next: other, longest: third, problems });
        return problems;
      });
    },
  };
}

function isSamePlace(
  before: LookedAt,
  previous: CheckedCue | undefined,
  next: CheckedCue | undefined,
  longest: CheckedCue | undefined,
): boolean {
  return before.previous === previous && before.next === next && before.longest === longest;
}
