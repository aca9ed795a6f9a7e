import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Spinner } from '../components/spinner';
import styles from './screen.module.css';

export interface ScreenProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** For whoever looks into it. */
  readonly detail?: string | undefined;
  readonly isProblem?: boolean;
  readonly children?: ReactNode;
}

/** The whole window while there is nothing to work with yet, or no longer. */
export function Screen({
  title,
  text,
  detail,
  isProblem = false,
  children,
}: ScreenProps): React.JSX.Element {
  return (
    <main className={styles.screen} role={isProblem ? 'alert' : 'status'}>
      {isProblem ? <TriangleAlert className={styles.problem} aria-hidden /> : <Spinner />}
      <h1 className={styles.title}>{title}</h1>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {detail !== undefined && (
        <code className={styles.detail} data-selectable>
          {detail}
        </code>
      )}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </main>
  );
}
