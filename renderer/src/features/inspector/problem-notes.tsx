import { CircleX, TriangleAlert, WandSparkles } from 'lucide-react';
import { Button } from '../../components/button';
import { mendProblem } from '../../state/mend-problem';
import { useLocale, useProblems, useStudio, useTexts } from '../../state/studio-context';
import styles from './problem-notes.module.css';

/** What is wrong with the current sentence by the rules of the document, and what mends it. */
export function ProblemNotes({
  sentenceId,
}: {
  readonly sentenceId: string;
}): React.JSX.Element | undefined {
  const t = useTexts();
  const locale = useLocale();
  const studio = useStudio();
  const engine = useProblems((state) => state.engine);
  const problems = useProblems(({ found }) => found?.byCue.get(sentenceId));
  if (problems === undefined || engine === undefined) return undefined;
  return (
    <ul className={styles.notes} aria-label={t('problems.title')}>
      {problems.map((problem) => (
        <li key={problem.rule} className={styles.note} data-severity={problem.severity}>
          {problem.severity === 'error' ? (
            <CircleX role="img" aria-label={t('check.error')} />
          ) : (
            <TriangleAlert role="img" aria-label={t('check.warning')} />
          )}
          <span className={styles.message}>{engine.describeProblem(problem, locale)}</span>
          {studio.problems.getState().findFix(problem).length > 0 && (
            <Button
              look="quiet"
              icon={<WandSparkles aria-hidden="true" />}
              onClick={() => void mendProblem(studio, problem)}
            >
              {t('problems.fix')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
