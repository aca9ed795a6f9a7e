import { withText } from '../formats/writing-rules/change-sentences';
import { finishSteps, type Steps } from '../steps';
import type { Sentence } from '../transcript/sentence';
import { sortSentences } from '../transcript/sort-sentences';
import { makeCheckedCue } from './checked-cue';
import type { CheckContext, CueFix, CueInPlace } from './check-rule';
import { placeCues } from './cues-in-place';
import { bindProfile, type ProfileRule, type RuleProfile } from './rule-profile';

export interface FixedCues {
  readonly sentences: readonly Sentence[];
  /** How many cues were mended, by the id of the rule. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What is to be mended; by default all that can be. */
export interface FixScope {
  /** Id of the only rule. */
  readonly rule?: string;
  /** Ids of the only sentences. */
  readonly cues?: ReadonlySet<string>;
}

/**
 * Mends what is safe to mend, rule by rule in the order of the table [QC6]. A fix that does not end its
 * problem, or that gives the cue or its neighbours one they had not, is not taken.
 * @param sentences in order of time [TX3]
 * @returns the very same list where nothing could be mended
 */
export function fixCues(
  sentences: readonly Sentence[],
  profile: RuleProfile,
  context: CheckContext,
  scope: FixScope = {},
): FixedCues {
  return finishSteps(fixCuesInSteps(sentences, profile, context, scope));
}

/** As {@link fixCues}, in steps: ten thousand cues of which each breaks several rules take seconds. */
export function* fixCuesInSteps(
  sentences: readonly Sentence[],
  profile: RuleProfile,
  context: CheckContext,
  { rule: only, cues: within }: FixScope = {},
): Steps<FixedCues> {
  const rules = bindProfile(profile);
  const counts = new Map<string, number>();
  let fixed = sentences;
  for (const one of rules) {
    if (!one.rule.canFix || (only !== undefined && one.rule.id !== only)) continue;
    const after = yield* fixByRule(fixed, one, { rules, context, within });
    if (after.count === 0) continue;
    fixed = after.sentences;
    counts.set(one.rule.id, after.count);
  }
  return { sentences: fixed, counts };
}

/** Cues of one step, a few milliseconds of work. */
const cuesPerStep = 100;

interface FixRun {
  readonly rules: readonly ProfileRule[];
  readonly context: CheckContext;
  readonly within: ReadonlySet<string> | undefined;
}

function* fixByRule(
  sentences: readonly Sentence[],
  { bound }: ProfileRule,
  { rules, context, within }: FixRun,
): Steps<{ readonly sentences: readonly Sentence[]; readonly count: number }> {
  const changed = new Map<string, Sentence | undefined>();
  const cues = placeCues(sentences.map(makeCheckedCue));
  const inPlace = new Map(cues.map((cue) => [cue.sentence.id, cue] as const));
  for (const [index, cue] of cues.entries()) {
    if (index % cuesPerStep === cuesPerStep - 1) yield;
    const { sentence } = cue;
    if (within !== undefined && !within.has(sentence.id)) continue;
    // What stands beside it may have been changed a moment ago.
    const now = refresh(cue, changed);
    if (bound.check(now, context) === undefined) continue;
    const fix = bound.fix(now, context);
    if (fix === undefined) continue;
    const after = applyFix(sentence, fix);
    if (after === undefined) {
      changed.set(sentence.id, undefined);
      continue;
    }
    const moved: CueInPlace = { ...now, ...makeCheckedCue(after) };
    const neighbours = [now.previous, now.next].flatMap(
      (beside) => (beside && inPlace.get(beside.sentence.id)) ?? [],
    );
    const before = neighbours.map((beside) => refresh(beside, changed));
    // Taken for the time being: a copy of all that was changed would take the square of a long document.
    changed.set(sentence.id, after);
    const isSafe =
      bound.check(moved, context) === undefined &&
      isNoWorse(now, moved, rules, context) &&
      neighbours.every((beside, index) =>
        isNoWorse(before[index]!, refresh(beside, changed), rules, context),
      );
    if (!isSafe) changed.delete(sentence.id);
  }
  if (changed.size === 0) return { sentences, count: 0 };
  const after = sentences.flatMap((sentence) => {
    if (!changed.has(sentence.id)) return [sentence];
    const one = changed.get(sentence.id);
    return one === undefined ? [] : [one];
  });
  return { sentences: sortSentences(after), count: changed.size };
}

function applyFix(sentence: Sentence, fix: CueFix): Sentence | undefined {
  if (fix === 'removed') return undefined;
  const { text = sentence.text, beginMs = sentence.beginMs, endMs = sentence.endMs } = fix;
  return { ...withText(sentence, text), beginMs, endMs };
}

/** A cue with its neighbours as they are by now. */
function refresh(cue: CueInPlace, changed: ReadonlyMap<string, Sentence | undefined>): CueInPlace {
  const now = <Cue extends { readonly sentence: Sentence } | undefined>(one: Cue) => {
    const other = one === undefined ? undefined : changed.get(one.sentence.id);
    return other === undefined ? one : makeCheckedCue(other);
  };
  const own = changed.get(cue.sentence.id);
  return {
    ...(own === undefined ? cue : { ...cue, ...makeCheckedCue(own) }),
    previous: now(cue.previous),
    next: now(cue.next),
    longest: now(cue.longest),
  };
}

/** Whether a cue breaks no rule that it did not break before. */
function isNoWorse(
  before: CueInPlace,
  after: CueInPlace,
  rules: readonly ProfileRule[],
  context: CheckContext,
): boolean {
  return rules.every(
    ({ bound }) =>
      bound.check(after, context) === undefined || bound.check(before, context) !== undefined,
  );
}
