import { hasEnded, isWaiting } from '@core/jobs/job-state';
import { Button } from '../../components/button';
import { useJobs, useStudio, useTexts } from '../../state/studio-context';
import { JobCard } from './job-card';
import styles from './job-strip.module.css';

/** All jobs: what runs and waits first, then what has ended, the last one first. */
export function JobStrip({
  hidesEmpty = false,
}: {
  /** Whether there is no place for it without jobs. */
  readonly hidesEmpty?: boolean;
}): React.JSX.Element | undefined {
  const t = useTexts();
  const jobs = useJobs((state) => state.jobs);
  const { client } = useStudio().connection;
  const ended = jobs.filter(hasEnded);
  const waitingIds = jobs.filter(isWaiting).map(({ id }) => id);
  if (jobs.length === 0 && hidesEmpty) return undefined;
  return (
    <section className={styles.strip} aria-label={t('transcribe.jobs')}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('transcribe.jobs')}</h2>
        {ended.length > 1 && (
          <Button
            look="quiet"
            onClick={() => {
              for (const { id: jobId } of ended) {
                client.call('jobs.dismiss', { jobId }).catch(() => undefined);
              }
            }}
          >
            {t('transcribe.clearJobs')}
          </Button>
        )}
      </div>
      {jobs.length === 0 ? (
        <p className={styles.none}>{t('transcribe.noJobs')}</p>
      ) : (
        <ul className={styles.list}>
          {[...jobs.filter((job) => !hasEnded(job)), ...ended.toReversed()].map((job) => (
            <JobCard key={job.id} job={job} waitingIds={waitingIds} />
          ))}
        </ul>
      )}
    </section>
  );
}
