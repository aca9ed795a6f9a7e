import type { CSSProperties, ReactNode } from 'react';
import styles from './speaker-label.module.css';

export interface SpeakerLabelProps {
  /** Number of the speaker's hue, from 1; undefined where there is no speaker to tell apart. */
  readonly hue: number | undefined;
  readonly children: ReactNode;
}

/** Who speaks, behind a dot in the speaker's colour. */
export function SpeakerLabel({ hue, children }: SpeakerLabelProps): React.JSX.Element {
  if (hue === undefined) return <span>{children}</span>;
  const style = { '--speaker': `var(--speaker-${hue})` } as CSSProperties;
  return (
    <span className={styles.label} style={style}>
      {children}
    </span>
  );
}
