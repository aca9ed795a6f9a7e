import type { Steps } from '@core/steps';
import type { ChangedCue } from '@core/qc/changed-cues';
import type { Severity } from '@core/qc/check-rule';
import type { Problem } from '@core/qc/checker';
import type { SpeedLimit } from '@core/qc/measure-speed';
import type { RuleProfile } from '@core/qc/rule-profile';
import type { StoreApi } from 'zustand/vanilla';
import type * as problemEngine from './problem-engine';

export type ProblemEngine = typeof problemEngine;

/** What is wrong with the open document. */
export interface FoundProblems {
  /** In the order of the document, of a cue in the order of the rules. */
  readonly list: readonly Problem[];
  /** By id of the sentence; one without a problem is not there. */
  readonly byCue: ReadonlyMap<string, readonly Problem[]>;
  /** Ids of the sentences with an error. */
  readonly errorIds: ReadonlySet<string>;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Which problems the panel shows. */
export interface ProblemFilter {
  readonly severity: Severity | undefined;
  /** Id of the only rule. */
  readonly rule: string | undefined;
  /** What is looked for in messages and texts. */
  readonly search: string;
}

export interface FixPlan {
  /** Id of the only rule; absent: all that can mend. */
  readonly rule?: string | undefined;
  /** Which of the rule's ways a person chose, where it has some. */
  readonly way?: string | undefined;
}

export interface ProblemsState {
  /** What rules say and do; absent until it is loaded. */
  readonly engine: ProblemEngine | undefined;
  readonly profiles: readonly RuleProfile[];
  /** By which the open document is checked. */
  readonly profile: RuleProfile | undefined;
  /** How fast it may be read; absent as long as nobody knows. */
  readonly speedLimit: SpeedLimit | undefined;
  /** Absent until it was looked for. */
  readonly found: FoundProblems | undefined;
  readonly filter: ProblemFilter;

  /** Looks at what was changed since, at once: a key that goes to a problem must not miss one. */
  refresh(): void;
  /** Resolves when the profiles are known and all is looked at, or cannot be. */
  whenChecked(): Promise<void>;
  /** Reads the profiles anew. */
  reload(): Promise<void>;
  /** Checks the document by another profile; can be undone, and is kept in it. */
  chooseProfile(id: string): void;
  setFilter(changes: Partial<ProblemFilter>): void;
  /** What would mend a problem; nothing where it cannot be mended [QC6]. */
  findFix(problem: Problem): readonly ChangedCue[];
  /** What would mend many of them. */
  planFixes(plan: FixPlan): Steps<readonly ChangedCue[]>;
  /** Mends cues as one edit. @returns ids to select afterwards, where the edit says so */
  mend(changes: readonly ChangedCue[]): readonly string[] | undefined;
}

export type ProblemsStore = StoreApi<ProblemsState>;
