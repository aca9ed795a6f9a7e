import type { Sentence } from '../transcript/sentence';
import type { CheckContext, CueInPlace, Finding, Severity } from './check-rule';
import { listCuesInPlace } from './cues-in-place';
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

/** Checks by a profile; a new one is made where the profile or what the context tells is another. */
export function makeChecker(profile: RuleProfile, context: CheckContext): Checker {
  const rules = bindProfile(profile);
  let known = new Map<
    Sentence,
    { readonly cue: CueInPlace; readonly problems: readonly Problem[] }
  >();
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
      const now: typeof known = new Map();
      const found = listCuesInPlace(sentences).map((cue) => {
        const before = known.get(cue.sentence);
        const problems =
          before !== undefined && isSamePlace(before.cue, cue) ? before.problems : look(cue);
        now.set(cue.sentence, { cue, problems });
        return problems;
      });
      known = now;
      return found;
    },
  };
}

function isSamePlace(one: CueInPlace, other: CueInPlace): boolean {
  return (
    one.previous === other.previous && one.next === other.next && one.longest === other.longest
  );
}
