import type { JobNotice, JobSummary } from '@contract/api';
import { errorFromJson, isCancelled, toStudioError } from '@core/errors/studio-error';
import { formatClock } from '@core/timing/format-clock';
import { CircleCheck, CircleSlash, Clock, RotateCw, TriangleAlert, X } from 'lucide-react';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { Progress } from '../../components/progress';
import { Spinner } from '../../components/spinner';
import { useNow } from '../../lib/use-now';
import { useDocument, useErrorTexts, useStudio, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { isForCloudSettings } from './is-for-cloud-settings';
import styles from './job-card.module.css';

const icons: Readonly<Record<JobSummary['state'], React.JSX.Element>> = {
  queued: <Clock />,
  running: <Spinner />,
  done: <CircleCheck />,
  failed: <TriangleAlert />,
  cancelled: <CircleSlash />,
};

/** A job: how far it is, or how it ended and what can be done about that. */
export function JobCard({ job }: { readonly job: JobSummary }): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const { connection, notices, opening } = useStudio();
  const openId = useDocument(({ project }) => project?.id);
  const { id: jobId, title, state, projectId } = job;
  const isEnded = state === 'done' || state === 'failed' || state === 'cancelled';

  const act = (name: 'jobs.cancel' | 'jobs.retry' | 'jobs.dismiss'): void => {
    connection.client.call(name, { jobId }).catch((thrown: unknown) => {
      if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown), title);
    });
  };

  return (
    <li
      className={styles.card}
      data-state={state === 'done' && job.sentenceCount === 0 ? 'cancelled' : state}
      aria-label={title}
    >
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          {state === 'done' && job.sentenceCount === 0 ? icons.cancelled : icons[state]}
        </span>
        {projectId === openId ? (
          <span className={`${styles.title} truncate`}>{title}</span>
        ) : (
          <button
            type="button"
            className={`${styles.title} ${styles.link} truncate`}
            aria-label={t('job.open', { title })}
            onClick={() => void opening.getState().openProject(projectId)}
          >
            {title}
          </button>
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <IconButton
            label={t('job.retry', { title })}
            icon={<RotateCw />}
            onClick={() => act('jobs.retry')}
          />
        )}
        <IconButton
          label={isEnded ? t('job.dismiss', { title }) : t('job.cancel', { title })}
          icon={<X />}
          onClick={() => act(isEnded ? 'jobs.dismiss' : 'jobs.cancel')}
        />
      </div>
      <JobLines job={job} />
      <Remark job={job} />
      <span className={styles.engine}>
        {names.engine(job.engine)} · {names.language(job.language)}
      </span>
      {job.notices.length > 0 && (
        <details className={styles.notices}>
          <summary>{t('job.notices', { count: job.notices.length })}</summary>
          <ul>
            {job.notices.map((notice) => (
              <NoticeRow
                key={`${notice.kind} ${notice.beginMs}`}
                notice={notice}
                canSeek={projectId === openId}
              />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** What the state of a job says in words. */
function JobLines({ job }: { readonly job: JobSummary }): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { session } = useStudio();
  const { state, stage, fraction, startedAtMs, endedAtMs, remainingMs, sentenceCount, retrying } =
    job;
  const isCloud = job.engine === 'flash' || job.engine === 'file';
  const nowMs = useNow(state === 'running' ? 1000 : undefined);
  const elapsedMs = startedAtMs === undefined ? 0 : Math.max(0, (endedAtMs ?? nowMs) - startedAtMs);
  const elapsed = formatClock(elapsedMs);
  switch (state) {
    case 'queued':
      return <p className={styles.line}>{t('job.queued')}</p>;
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
          {retrying !== undefined && (
            <p className={styles.retrying}>
              {t('job.retrying', { why: describe(errorFromJson(retrying)).happened })}
            </p>
          )}
          <p className={`${styles.line} tabular`}>
            {t('job.elapsed', { elapsed })}
            {remainingMs !== undefined &&
              ` · ${t('job.remaining', { remaining: formatClock(remainingMs) })}`}
          </p>
        </>
      );
    case 'done':
      return sentenceCount === 0 ? (
        <p className={styles.line}>
          {job.notices.some(({ kind }) => kind === 'other-language')
            ? t('job.otherLanguage')
            : t('job.nothing')}
        </p>
      ) : (
        <p className={`${styles.line} tabular`}>
          {t('job.done', { count: sentenceCount, elapsed })}
        </p>
      );
    case 'cancelled':
      return <p className={styles.line}>{t('job.cancelled', { count: sentenceCount })}</p>;
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

/** What a person should know of a job, whether it went well or not. */
function Remark({ job: { remark } }: { readonly job: JobSummary }): React.JSX.Element | null {
  const describe = useErrorTexts();
  if (remark === undefined) return null;
  const { happened, next } = describe(errorFromJson(remark));
  return (
    <div role="status">
      <p className={styles.remark} data-selectable>
        {happened}
      </p>
      <p className={styles.line} data-selectable>
        {next}
      </p>
    </div>
  );
}

function NoticeRow({
  notice,
  canSeek,
}: {
  readonly notice: JobNotice;
  /** Its recording is the open one. */
  readonly canSeek: boolean;
}): React.JSX.Element {
  const t = useTexts();
  const { player, session } = useStudio();
  const { kind, beginMs, endMs } = notice;
  const text = t(`notice.${kind}`, {
    begin: formatClock(beginMs),
    end: formatClock(endMs),
  });
  return (
    <li>
      <button
        type="button"
        className={`${styles.notice} tabular`}
        disabled={!canSeek}
        onClick={() => {
          player.seek(beginMs);
          session.getState().showTime(beginMs);
        }}
      >
        {text}
      </button>
    </li>
  );
}
