import type { JobSummary } from '@contract/api';
import { Info } from 'lucide-react';
import { useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import styles from './transcribe-dialog.module.css';

export interface StartLimitsProps {
  /** That the engine does not understand; undefined where it understands what was chosen. */
  readonly otherLanguage: string | undefined;
  /** The engine that hears what is too long for this one; undefined where nothing is. */
  readonly longerBy: string | undefined;
  /** Sentences that the result takes the place of. */
  readonly replacedCount: number;
  /** Jobs on the same recordings that have not ended. */
  readonly going: readonly Pick<JobSummary, 'state'>[];
  /** The name of the recording, where its file is not where it was. */
  readonly missing: string | undefined;
}

/** What keeps jobs from being started, and what starting them costs. */
export function StartLimits({
  otherLanguage,
  longerBy,
  replacedCount,
  going,
  missing,
}: StartLimitsProps): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const isPaused = going.some(({ state }) => state === 'paused');
  return (
    <ul className={styles.limits}>
      {missing !== undefined && (
        <Limit isStop text={t('transcribe.limit.missing', { name: missing })} />
      )}
      {otherLanguage !== undefined && (
        <Limit
          isStop
          text={t('transcribe.limit.other', { language: names.language(otherLanguage) })}
        />
      )}
      {longerBy !== undefined && (
        <Limit isStop text={t('transcribe.limit.tooLong', { engine: names.engine(longerBy) })} />
      )}
      {replacedCount > 0 && <Limit text={t('transcribe.replaces', { count: replacedCount })} />}
      {going.length > 0 && (
        <Limit isStop text={t(isPaused ? 'transcribe.paused' : 'transcribe.busy')} />
      )}
    </ul>
  );
}

function Limit({
  text,
  isStop = false,
}: {
  readonly text: string;
  /** It cannot be started like this. */
  readonly isStop?: boolean;
}): React.JSX.Element {
  return (
    <li className={isStop ? `${styles.limit} ${styles.stop}` : styles.limit}>
      <Info aria-hidden />
      <span>{text}</span>
    </li>
  );
}
