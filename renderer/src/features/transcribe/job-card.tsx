import { omitUndefined } from '@core/omit-undefined';
import type { JobSummary } from '@contract/api';
import { showValueHarmless } from '@core/messages/show-harmless';
import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { hasEnded, isWaiting } from '@core/jobs/job-state';
import {
  CircleCheck,
  CirclePause,
  CircleSlash,
  Clock,
  Pause,
  Play,
  RotateCw,
  TriangleAlert,
  X,
} from 'lucide-react';
import { IconButton } from '../../components/icon-button';
import { Spinner } from '../../components/spinner';
import { useDocument, useStudio, useTexts } from '../../state/studio-context';
import { useEngine } from '../../state/use-engine';
import { useNames } from '../../state/use-names';
import { JobLines } from './job-lines';
import { JobNotices } from './job-notices';
import { JobRemark } from './job-remark';
import { JobTask } from './job-task';
import { jobTexts } from './job-texts';
import { MoveButtons } from './move-buttons';
import styles from './job-card.module.css';

const icons: Readonly<Record<JobSummary['state'], React.JSX.Element>> = {
  queued: <Clock />,
  paused: <CirclePause />,
  running: <Spinner />,
  done: <CircleCheck />,
  failed: <TriangleAlert />,
  cancelled: <CircleSlash />,
};

type ActionName = 'jobs.cancel' | 'jobs.retry' | 'jobs.dismiss' | 'jobs.pause' | 'jobs.resume';

/** A job: how far it is, or how it ended and what can be done about that. */
export function JobCard({
  job,
  waitingIds,
}: {
  readonly job: JobSummary;
  /** All jobs that wait, in their order. */
  readonly waitingIds: readonly string[];
}): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const { connection, notices, opening } = useStudio();
  const openId = useDocument(({ project }) => project?.id);
  const { id: jobId, state, projectId } = job;
  const title = showValueHarmless(job.title);
  const isEnded = hasEnded(job);
  const kindName = jobTexts[job.kind].name;
  const engine = useEngine(job.engine);
  /** Whether a pause throws away how far it is. */
  const isStartedAnew = state === 'running' && job.goesOn !== true && engine?.keepsTasks !== true;

  const attempt = (call: Promise<unknown>): void => {
    call.catch((thrown: unknown) => {
      if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown), title);
    });
  };
  const act = (name: ActionName): void => attempt(connection.client.call(name, { jobId }));

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
            className={styles.button}
            label={t('job.retry', { title })}
            icon={<RotateCw />}
            onClick={() => act('jobs.retry')}
          />
        )}
        {!isEnded && (
          <IconButton
            className={styles.button}
            label={
              state === 'paused'
                ? t('job.resume', { title })
                : t(isStartedAnew ? 'job.pause.anew' : 'job.pause', { title })
            }
            icon={state === 'paused' ? <Play /> : <Pause />}
            onClick={() => act(state === 'paused' ? 'jobs.resume' : 'jobs.pause')}
          />
        )}
        <IconButton
          className={styles.button}
          label={isEnded ? t('job.dismiss', { title }) : t('job.cancel', { title })}
          icon={<X />}
          onClick={() => act(isEnded ? 'jobs.dismiss' : 'jobs.cancel')}
        />
      </div>
      <JobLines
        job={job}
        aside={
          isWaiting(job) &&
          waitingIds.length > 1 && (
            <MoveButtons
              title={title}
              place={waitingIds.indexOf(jobId)}
              count={waitingIds.length}
              onMove={(step) => {
                const next = waitingIds[waitingIds.indexOf(jobId) + (step === 'up' ? -1 : 2)];
                attempt(
                  connection.client.call('jobs.move', {
                    jobId,
                    ...omitUndefined({ beforeId: next }),
                  }),
                );
              }}
            />
          )
        }
      />
      <JobRemark job={job} />
      <JobTask job={job} />
      <span className={styles.engine}>
        {kindName !== undefined && `${t(kindName)} · `}
        {names.engine(job.engine)} · {names.language(job.language)}
      </span>
      <JobNotices notices={job.notices} canSeek={projectId === openId} />
    </li>
  );
}
