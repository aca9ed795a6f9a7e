import { Progress as Primitive } from 'radix-ui';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What goes forward. */
  readonly label: string;
  /** 0 to 1; undefined while nobody knows. */
  readonly fraction: number | undefined;
}

/** A bar that fills. */
export function Progress({ label, fraction }: ProgressProps): React.JSX.Element {
  const percent = fraction === undefined ? null : Math.floor(fraction * 100);
  return (
    <Primitive.Root className={styles.bar} value={percent} aria-label={label}>
      <Primitive.Indicator
        className={styles.filled}
        style={{ transform: `scaleX(${fraction ?? 0})` }}
      />
    </Primitive.Root>
  );
}
