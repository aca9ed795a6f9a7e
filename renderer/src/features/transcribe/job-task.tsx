import type { JobSummary } from '@contract/api';
import { isTaskExpired } from '@isi/task-life';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../components/icon-button';
import { useNow } from '../../lib/use-now';
import { useTexts } from '../../state/studio-context';
import styles from './job-card.module.css';

const expiryCheckMs = 60_000;

/**
 * Under which id a service has the job: by it the vendor finds it, and so does `zimu isi result`. Of
 * one that it has forgotten, what going on costs.
 */
export function JobTask({ job }: { readonly job: JobSummary }): React.JSX.Element | null {
  const t = useTexts();
  const [copiedId, setCopiedId] = useState<string>();
  const shownId = useRef<HTMLElement>(null);
  const { taskId, taskAtMs, state } = job;
  const isOpen = taskId !== undefined && (state === 'paused' || state === 'failed');
  const nowMs = useNow(isOpen ? expiryCheckMs : undefined);
  if (taskId === undefined) return null;
  const isCopied = copiedId === taskId;
  return (
    <>
      <div className={styles.row}>
        <p className={styles.task} title={taskId}>
          {t('task.id')}{' '}
          <code ref={shownId} data-selectable>
            {taskId}
          </code>
        </p>
        <IconButton
          className={styles.button}
          label={isCopied ? t('task.copied') : t('task.copy')}
          icon={isCopied ? <Check /> : <Copy />}
          onClick={() => {
            navigator.clipboard.writeText(taskId).then(
              () => setCopiedId(taskId),
              // Where the clipboard is refused, it is selected for the keys that copy.
              () => shownId.current !== null && getSelection()?.selectAllChildren(shownId.current),
            );
          }}
          onBlur={() => setCopiedId(undefined)}
        />
        <span className="visually-hidden" role="status">
          {isCopied && t('task.copied')}
        </span>
      </div>
      {isOpen && isTaskExpired(taskAtMs, nowMs) && (
        <p className={styles.remark} role="status">
          {t('task.expired')}
        </p>
      )}
    </>
  );
}
