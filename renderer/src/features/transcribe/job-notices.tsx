import type { JobNotice } from '@contract/api';
import { formatClock } from '@core/timing/format-clock';
import { useStudio, useTexts } from '../../state/studio-context';
import styles from './job-card.module.css';

interface JobNoticesProps {
  readonly notices: readonly JobNotice[];
  /** Its recording is the open one. */
  readonly canSeek: boolean;
}

/** What was left out of the text, and where; nothing where nothing was. */
export function JobNotices({ notices, canSeek }: JobNoticesProps): React.JSX.Element | undefined {
  const t = useTexts();
  if (notices.length === 0) return undefined;
  return (
    <details className={styles.notices}>
      <summary>{t('job.notices', { count: notices.length })}</summary>
      <ul>
        {notices.map((notice) => (
          <NoticeRow key={`${notice.kind} ${notice.beginMs}`} notice={notice} canSeek={canSeek} />
        ))}
      </ul>
    </details>
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
