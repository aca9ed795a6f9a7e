import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly label: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** What few need, folded away under a line that opens it. */
export function Disclosure({
  label,
  isOpenAtFirst = false,
  children,
}: DisclosureProps): React.JSX.Element {
  return (
    <details className={styles.disclosure} open={isOpenAtFirst}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden />
        {label}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
