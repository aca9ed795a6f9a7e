import type { JobNotice } from '@contract/api';
import { roleOfNotice } from '@core/jobs/notice-roles';
import { formatClock } from '@core/timing/format-clock';
import { useStudio, useTexts } from '../../state/studio-context';
import styles from './job-card.module.css';
import { JobProposals } from './job-proposals';

interface JobNoticesProps {
  readonly notices: readonly JobNotice[];
  /** Its recording is the open one. */
  readonly canSeek: boolean;
}

/** What was left out of the text or mended in it, and where; nothing where nothing was. */
export function JobNotices({
  notices: all,
  canSeek,
}: JobNoticesProps): React.JSX.Element | undefined {
  const t = useTexts();
  const notices = all.filter((notice) => roleOfNotice(notice).proposal === undefined);
  const proposals = <JobProposals notices={all} isOpen={canSeek} />;
  if (notices.length === 0) return proposals;
  const mended = notices.filter((notice) => roleOfNotice(notice).isMended).length;
  const leftOut = notices.length - mended;
  const summary = [
    ...(leftOut === 0 ? [] : [t('job.notices', { count: leftOut })]),
    ...(mended === 0 ? [] : [t('job.mended', { count: mended })]),
  ];
  return (
    <>
      {proposals}
      <details className={styles.notices}>
        <summary>{summary.join(' · ')}</summary>
        <ul>
          {notices.map((notice) => (
            <NoticeRow key={`${notice.kind} ${notice.beginMs}`} notice={notice} canSeek={canSeek} />
          ))}
        </ul>
      </details>
    </>
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
  const { kind, beginMs, endMs, count = 0 } = notice;
  const text = t(`notice.${kind}`, {
    ...{ begin: formatClock(beginMs), end: formatClock(endMs) },
    count,
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
