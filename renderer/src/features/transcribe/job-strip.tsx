import { useJobs, useTexts } from '../../state/studio-context';
import { JobCard } from './job-card';
import styles from './job-strip.module.css';

/** All jobs: what waits, runs, is done, has failed or was cancelled. */
export function JobStrip({
  hidesEmpty = false,
}: {
  /** Whether there is no place for it without jobs. */
  readonly hidesEmpty?: boolean;
}): React.JSX.Element | undefined {
  const t = useTexts();
  const jobs = useJobs((state) => state.jobs);
  if (jobs.length === 0 && hidesEmpty) return undefined;
  return (
    <section className={styles.strip} aria-label={t('transcribe.jobs')}>
      <h2 className={styles.heading}>{t('transcribe.jobs')}</h2>
      {jobs.length === 0 ? (
        <p className={styles.none}>{t('transcribe.noJobs')}</p>
      ) : (
        <ul className={styles.list}>
          {jobs.map((job) => (
            <JobCard key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
}
