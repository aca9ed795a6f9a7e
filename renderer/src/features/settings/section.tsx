import type { ReactNode } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** Its parts stand below each other instead of in three columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Settings that belong together, under their heading. */
export function Section({ title, isWide = false, children }: SectionProps): React.JSX.Element {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <div className={isWide ? styles.wide : styles.grid}>{children}</div>
    </section>
  );
}
