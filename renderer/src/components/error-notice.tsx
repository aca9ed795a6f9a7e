import type { ErrorText } from '@core/errors/describe-error';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './error-notice.module.css';

export interface ErrorNoticeProps {
  /** From `describeError`: what happened, and what to do next. */
  readonly text: ErrorText;
  /** Buttons: try again, dismiss. */
  readonly children?: ReactNode;
}

/** A failure in the place where it matters: what happened, what is safe, what to do next. */
export function ErrorNotice({ text, children }: ErrorNoticeProps): React.JSX.Element {
  return (
    <div className={styles.notice} role="alert">
      <TriangleAlert className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <p className={styles.happened} data-selectable>
          {text.happened}
        </p>
        <p className={styles.next} data-selectable>
          {text.next}
        </p>
        {children !== undefined && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}
