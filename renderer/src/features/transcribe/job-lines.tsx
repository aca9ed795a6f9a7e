import type { JobSummary } from '@contract/api';
import { errorFromJson, type StudioError } from '@core/errors/studio-error';
import { whyEmpty } from '@core/jobs/notice-roles';
import type { MessageKey } from '@core/messages/catalogue';
import { formatClock } from '@core/timing/format-clock';
import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { Progress } from '../../components/progress';
import { useNow } from '../../lib/use-now';
import { useErrorTexts, useStudio, useTexts } from '../../state/studio-context';
import { useEngine } from '../../state/use-engine';
import { isForCloudSettings } from './is-for-cloud-settings';
import { jobTexts } from './job-texts';
import styles from './job-card.module.css';

/** What the state of a job says in words. */
export function JobLines({
  job,
  aside,
}: {
  readonly job: JobSummary;
  /** What stands at the end of its first line while it waits. */
  readonly aside: ReactNode;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { session } = useStudio();
  const { state, stage, fraction, startedAtMs, endedAtMs, remainingMs, sentenceCount, retrying } =
    job;
  const isCloud = useEngine(job.engine)?.needsNetwork === true;
  const nowMs = useNow(state === 'running' ? 1000 : undefined);
  const elapsedMs = startedAtMs === undefined ? 0 : Math.max(0, (endedAtMs ?? nowMs) - startedAtMs);
  const elapsed = formatClock(elapsedMs);
  switch (state) {
    case 'queued':
      return (
        <>
          {/* One that goes on has come a part of the way. */}
          {fraction > 0 && (
            <Progress label={t('job.progress', { title: job.title })} fraction={fraction} />
          )}
          <div className={styles.row}>
            <p className={styles.line}>{t('job.queued')}</p>
            {aside}
          </div>
        </>
      );
    case 'paused':
      if (startedAtMs === undefined) {
        return (
          <div className={styles.row}>
            <p className={styles.line}>{t('job.paused')}</p>
            {aside}
          </div>
        );
      }
      return (
        <>
          <Progress label={t('job.progress', { title: job.title })} fraction={fraction} />
          <div className={styles.row}>
            <p className={`${styles.line} tabular`}>
              {t('job.paused.at', { percent: Math.floor(fraction * 100) })}
            </p>
            {aside}
          </div>
          <p className={styles.line}>{t(chooseResumption(job), { count: sentenceCount })}</p>
        </>
      );
    case 'running':
      return (
        <>
          <Progress label={t('job.progress', { title: job.title })} fraction={fraction} />
          <p className={`${styles.line} tabular`} role="status">
            {t('job.running', {
              stage: t(
                `stage.${isCloud && stage === 'loading' ? 'preparing' : (stage ?? 'loading')}`,
              ),
              percent: Math.floor(fraction * 100),
            })}
          </p>
          {retrying !== undefined && <Retrying error={errorFromJson(retrying)} />}
          <p className={`${styles.line} tabular`}>
            {t('job.elapsed', { elapsed })}
            {remainingMs !== undefined &&
              ` · ${t('job.remaining', { remaining: formatClock(remainingMs) })}`}
          </p>
        </>
      );
    case 'done':
      return sentenceCount === 0 ? (
        <p className={styles.line}>{t(whyEmpty(job.notices) ?? jobTexts[job.kind].nothing)}</p>
      ) : (
        <p className={`${styles.line} tabular`}>
          {t(jobTexts[job.kind].done, { count: sentenceCount, elapsed })}
        </p>
      );
    case 'cancelled':
      return (
        <p className={styles.line}>{t(jobTexts[job.kind].cancelled, { count: sentenceCount })}</p>
      );
    case 'failed': {
      const error = job.error === undefined ? undefined : errorFromJson(job.error);
      const text = error === undefined ? undefined : describe(error);
      return (
        <>
          <div role="alert">
            <p className={styles.problem} data-selectable>
              {text?.happened ?? t('job.failed')}
            </p>
            <p className={styles.line} data-selectable>
              {text?.next}
            </p>
          </div>
          {isCloud && error !== undefined && isForCloudSettings(error) && (
            <Button
              className={styles.action}
              onClick={() =>
                session.getState().set({ dialog: 'settings', settingsSection: 'cloud' })
              }
            >
              {t('transcribe.setUp')}
            </Button>
          )}
        </>
      );
    }
  }
}

/** Why a request is made again; of a task that nobody answers for, what helps as well. */
function Retrying({ error }: { readonly error: StudioError }): React.JSX.Element {
  const t = useTexts();
  const { happened, next } = useErrorTexts()(error);
  return (
    <>
      <p className={styles.retrying} data-selectable>
        {t('job.retrying', { why: happened })}
      </p>
      {error.code === 'engine/task-unanswered' && (
        <p className={styles.line} data-selectable>
          {next}
        </p>
      )}
    </>
  );
}

/** What a paused job will do when it is resumed. */
function chooseResumption({ kind, beginsAnew, stage, sentenceCount }: JobSummary): MessageKey {
  const { anew, replaces } = jobTexts[kind];
  if (beginsAnew === true) return sentenceCount > 0 ? replaces : anew;
  return stage === 'waiting' ? 'job.paused.atService' : 'job.paused.goesOn';
}
