import type { Severity } from '@core/qc/check-rule';
import type { Problem } from '@core/qc/checker';
import type { Sentence } from '@core/transcript/sentence';
import { createFilter } from '../../lib/match-filter';
import type { ProblemFilter } from '../../state/problems-state';

/** The problems of one rule, in the order of the document. */
export interface ProblemGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

export interface ListedProblems {
  readonly problems: readonly Problem[];
  readonly filter: ProblemFilter;
  /** Ids of rules in the order of their table. */
  readonly rules: readonly string[];
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly describe: (problem: Problem) => string;
}

/** What the filter lets pass, by rule: errors first, then in the order of the rules. */
export function groupProblems({
  problems,
  filter,
  rules,
  sentences,
  describe,
}: ListedProblems): readonly ProblemGroup[] {
  const isWanted = createProblemFilter(filter, sentences, describe);
  const groups = new Map<string, { readonly severity: Severity; readonly problems: Problem[] }>();
  for (const problem of problems) {
    if (!isWanted(problem)) continue;
    const { rule, severity } = problem;
    const group = groups.get(rule);
    if (group === undefined) groups.set(rule, { severity, problems: [problem] });
    else group.problems.push(problem);
  }
  const placeOf = ({ rule, severity }: ProblemGroup): number =>
    rules.indexOf(rule) + (severity === 'error' ? 0 : rules.length);
  return [...groups]
    .map(([rule, group]): ProblemGroup => ({ rule, ...group }))
    .toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** What is searched for stands in the message, or in text or speaker of the sentence. */
function createProblemFilter(
  { severity, rule, search }: ProblemFilter,
  sentences: ReadonlyMap<string, Sentence>,
  describe: (problem: Problem) => string,
): (problem: Problem) => boolean {
  const wanted = search.trim().toLowerCase();
  const isTextWanted = createFilter(search);
  const isFound = (problem: Problem): boolean => {
    const sentence = sentences.get(problem.cue);
    if (sentence !== undefined && isTextWanted(sentence)) return true;
    return describe(problem).toLowerCase().includes(wanted);
  };
  return (problem) =>
    (severity === undefined || problem.severity === severity) &&
    (rule === undefined || problem.rule === rule) &&
    (wanted === '' || isFound(problem));
}

/** A line of the list: a rule, or under it one of its problems. */
export type ProblemItem =
  | { readonly key: string; readonly group: ProblemGroup; readonly problem?: undefined }
  | { readonly key: string; readonly group: ProblemGroup; readonly problem: Problem };

/** @param folded rules whose problems are not shown */
export function listItems(
  groups: readonly ProblemGroup[],
  folded: ReadonlySet<string>,
): readonly ProblemItem[] {
  return groups.flatMap((group): readonly ProblemItem[] => [
    { key: group.rule, group },
    ...(folded.has(group.rule)
      ? []
      : group.problems.map((problem) => ({
          key: `${problem.rule} ${problem.cue}`,
          group,
          problem,
        }))),
  ]);
}
