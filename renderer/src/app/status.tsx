import { hasEnded } from '@core/jobs/job-state';
import { useCommands } from '../commands/commands-context';
import { useDocument, useJobs, useProblems, useTexts } from '../state/studio-context';
import styles from './status.module.css';

/** Counts at the foot of the window. */
export function Status(): React.JSX.Element {
  const t = useTexts();
  const count = useDocument(({ project }) => project?.sentences.length ?? 0);
  const active = useJobs(({ jobs }) => jobs.filter((job) => !hasEnded(job)).length);
  return (
    <>
      <ProblemStatus />
      <span className="tabular">{t('app.status.sentences', { count })}</span>
      {active > 0 && <span className="tabular">{t('app.status.jobs', { count: active })}</span>}
    </>
  );
}

/** How many problems there are; opens their list. */
function ProblemStatus(): React.JSX.Element | undefined {
  const t = useTexts();
  const commands = useCommands();
  const count = useProblems(({ found }) => found?.list.length);
  if (count === undefined) return undefined;
  return (
    <button
      type="button"
      className={`${styles.problems} tabular`}
      title={t('problems.status.open')}
      onClick={() => commands.run('view.problems')}
    >
      {t('problems.status', { count })}
    </button>
  );
}
