import { z } from 'zod';
import { describeOptions, type OptionField } from '../formats/option-fields';
import type { BothLanguages, Wording } from '../messages/catalogue';
import type { FrameRate } from '../timing/frame-rate';
import type { Sentence } from '../transcript/sentence';
import type { CheckedCue } from './checked-cue';

/** `error`: whoever takes the subtitles would refuse it; `warning`: a person should look. */
export type Severity = 'error' | 'warning';

export const severities = ['error', 'warning'] as const satisfies readonly Severity[];

/** What rules know of the document beside the cue in hand. */
export interface CheckContext {
  /** BCP 47 tag of the text; `und` where it is not known. */
  readonly language: string;
  /** Whether lines that nobody gave the text are broken when it is written: as of a transcript. */
  readonly breaksLines: boolean;
  /** Of the picture; undefined where nobody knows. */
  readonly frameRate: FrameRate | undefined;
  /** Begins of shots in ms, in order. */
  readonly shotsMs: readonly number[];
  /** What may not be parted, and is spelled right: the person's own words. */
  readonly ownWords: readonly string[];
  /** Ids of the sentences that a person has looked at; undefined where nobody reviews. */
  readonly reviewed: ReadonlySet<string> | undefined;
}

/** A cue and those that are shown beside it, in order of time [QC3]. */
export interface CueInPlace extends CheckedCue {
  /** Of the cues with text at its place in the picture, the one before it. */
  readonly previous: CheckedCue | undefined;
  /** The next one at its place. */
  readonly next: CheckedCue | undefined;
  /** Of the earlier ones at its place, the one that is shown longest. */
  readonly longest: CheckedCue | undefined;
}

/** What a rule found of a cue. */
export interface Finding<Says extends string = string> {
  /** Which of the rule's sentences says it. */
  readonly says: Says;
  /** What was measured and what is asked for, unrounded, in the unit of the rule. */
  readonly value?: number;
  readonly limit?: number;
  /** What stands there, as far as one piece of the text is meant. */
  readonly piece?: string;
}

/** What a fix changes of a cue; `removed`: the cue goes. */
export type CueFix =
  | { readonly text?: string; readonly beginMs?: number; readonly endMs?: number }
  | 'removed';

/** A way to mend all that break a rule, where a person has to choose one. */
export interface MendWay {
  readonly id: string;
  readonly name: Wording;
  /** What it does, in a sentence. */
  readonly about: BothLanguages;
  /** @param sentences in order of time [TX3] */
  readonly mend: (sentences: readonly Sentence[]) => readonly Sentence[];
}

/** What a rule's own file says of it. */
interface CheckRuleSpec<Limits extends z.ZodObject, Says extends string> {
  /** As profiles, reports and scripts name it. */
  readonly id: string;
  readonly name: BothLanguages;
  /** Why it is asked for, in a sentence. */
  readonly about: BothLanguages;
  /** What can be found, with `{value}`, `{limit}` and `{piece}`. */
  readonly says: Readonly<Record<Says, BothLanguages>>;
  /** Each with a number that the rule may take; a profile gives others. */
  readonly limits: Limits;
  readonly severity: Severity;
  /** Whether it holds for profiles that do not name it. */
  readonly isUsual: boolean;
  /** How a number is shown, by default whole; rounded so that what breaks a limit reads so [QC2]. */
  readonly show?: (value: number) => string;
  readonly check: (
    cue: CueInPlace,
    limits: z.output<Limits>,
    context: CheckContext,
  ) => Finding<NoInfer<Says>> | undefined;
  /** The cue as it should be, where one can be sure of that [QC6]; undefined where none can. */
  readonly fix?: (
    cue: CueInPlace,
    limits: z.output<Limits>,
    context: CheckContext,
  ) => CueFix | undefined;
  /** In place of a fix, where none is right for everybody. */
  readonly ways?: readonly MendWay[];
}

/** A rule that cues are checked by; a row of the table of rules. */
export interface CheckRule {
  readonly id: string;
  readonly name: BothLanguages;
  readonly about: BothLanguages;
  readonly says: Readonly<Record<string, BothLanguages>>;
  readonly severity: Severity;
  readonly isUsual: boolean;
  readonly canFix: boolean;
  /** Ways to mend all of them, of which a person chooses one; none where there is nothing to choose. */
  readonly ways: readonly MendWay[];
  /** Its limits, as a form shows them. */
  readonly fields: readonly OptionField[];
  readonly show: (value: number) => string;
  /** @throws z.ZodError for limits that are none of its own */
  readonly bind: (given: Readonly<Record<string, unknown>>) => BoundRule;
}

/** A rule with the limits of a profile. */
export interface BoundRule {
  readonly limits: Readonly<Record<string, unknown>>;
  readonly check: (cue: CueInPlace, context: CheckContext) => Finding | undefined;
  readonly fix: (cue: CueInPlace, context: CheckContext) => CueFix | undefined;
}

/** The row of a rule, of what its file says of it. */
export function defineCheckRule<Limits extends z.ZodObject, Says extends string>(
  spec: CheckRuleSpec<Limits, Says>,
): CheckRule {
  const { id, name, about, says, severity, isUsual, check, fix } = spec;
  const strict = z.strictObject(spec.limits.shape);
  return {
    ...{ id, name, about, says, severity, isUsual },
    canFix: fix !== undefined,
    ways: spec.ways ?? [],
    fields: describeOptions(spec.limits),
    show: spec.show ?? ((value) => String(value)),
    bind: (given) => {
      // Checked by the same shape, only that nothing besides is taken.
      const limits = strict.parse(given) as z.output<Limits>;
      return {
        limits,
        check: (cue, context) => check(cue, limits, context),
        fix: (cue, context) => fix?.(cue, limits, context),
      };
    },
  };
}

/** How long a sentence is shown, in ms. */
export function durationOf({ beginMs, endMs }: Pick<Sentence, 'beginMs' | 'endMs'>): number {
  return endMs - beginMs;
}
