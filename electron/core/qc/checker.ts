import { omitUndefined } from '../omit-undefined';
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
      (problems ??= []).push(makeProblem(finding, rule.id, severity, cue.sentence.id));
    }
    return problems ?? nothing;
  };
  return {
    check: (sentences) => {
      const cues = sentences.map(makeCheckedCue);
      const neighbours = findNeighbours(cues);
      return cues.map((cue, index) => {
        const previous = neighbours.previous[index];
        const next = neighbours.next[index];
        const longest = neighbours.longest[index];
        const before = known.get(cue);
        if (
          before !== undefined &&
          before.previous === previous &&
          before.next === next &&
          before.longest === longest
        ) {
          return before.problems;
        }
        const problems = look(placeCue(cue, previous, next, longest));
        known.set(cue, { previous, next, longest, problems });
        return problems;
      });
    },
  };
}

/** Field by field: with ten thousand of them, spreading objects of several shapes takes longest of all. */
function makeProblem(
  { says, value, limit, piece }: Finding,
  rule: string,
  severity: Severity,
  cue: string,
): Problem {
  if (value !== undefined && limit !== undefined && piece === undefined) {
    return { rule, severity, cue, says, value, limit };
  }
  return { rule, severity, cue, says, ...omitUndefined({ value, limit, piece }) };
}
