import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What would fill this place. */
  readonly text?: string | undefined;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** What a part of the window shows while there is nothing in it. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps): React.JSX.Element {
  return (
    <div className={styles.state}>
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
