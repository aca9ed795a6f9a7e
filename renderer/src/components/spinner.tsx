import { LoaderCircle } from 'lucide-react';
import styles from './spinner.module.css';

export interface SpinnerProps {
  /** What is being waited for; left out where a text beside it says so. */
  readonly label?: string;
}

/** Something is under way, and nobody knows for how long. */
export function Spinner({ label }: SpinnerProps): React.JSX.Element {
  return (
    <span
      className={styles.spinner}
      role={label === undefined ? undefined : 'status'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <LoaderCircle />
    </span>
  );
}
