import type { Severity } from '@core/qc/check-rule';
import { useLocale, useProblems } from './studio-context';

export interface ProblemTexts {
  /** That of the worst. */
  readonly severity: Severity;
  /** All of them, each in a sentence. */
  readonly text: string;
}

/** Says what is wrong with a sentence, for rows that are drawn again only when it is something else. */
export function useProblemTexts(): (sentenceId: string) => ProblemTexts | undefined {
  const locale = useLocale();
  const engine = useProblems((state) => state.engine);
  const found = useProblems((state) => state.found);
  return (sentenceId) => {
    const problems = found?.byCue.get(sentenceId);
    if (problems === undefined || engine === undefined) return undefined;
    return {
      severity: found?.errorIds.has(sentenceId) === true ? 'error' : 'warning',
      text: problems.map((problem) => engine.describeProblem(problem, locale)).join('; '),
    };
  };
}
