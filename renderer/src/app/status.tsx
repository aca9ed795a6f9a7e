import { hasEnded } from '@core/jobs/job-state';
import { useDocument, useJobs, useTexts } from '../state/studio-context';

/** Counts at the foot of the window. */
export function Status(): React.JSX.Element {
  const t = useTexts();
  const count = useDocument(({ project }) => project?.sentences.length ?? 0);
  const active = useJobs(({ jobs }) => jobs.filter((job) => !hasEnded(job)).length);
  return (
    <>
      <span className="tabular">{t('app.status.sentences', { count })}</span>
      {active > 0 && <span className="tabular">{t('app.status.jobs', { count: active })}</span>}
    </>
  );
}
