import type { SampleSentence } from '@contract/api';
import { showHarmless, showValueHarmless } from '@core/messages/show-harmless';
import { formatTimecode } from '@core/timing/timecode';
import { useId } from 'react';
import { useTexts } from '../../state/studio-context';
import styles from './cue-sample.module.css';

export interface CueSampleProps {
  readonly sample: readonly SampleSentence[];
  /** How many the file has. */
  readonly cueCount: number;
}

/** The first subtitles of a file, as they would come in. */
export function CueSample({ sample, cueCount }: CueSampleProps): React.JSX.Element {
  const t = useTexts();
  const id = useId();
  return (
    <section className={styles.sample} aria-labelledby={id}>
      <h3 className={styles.label} id={id}>
        {t('import.sample')}
      </h3>
      {sample.length === 0 ? (
        <p className={styles.none}>{t('import.sample.none')}</p>
      ) : (
        <ol className={styles.cues} tabIndex={0} aria-labelledby={id} data-selectable>
          {sample.map(({ beginMs, endMs, text, speaker }, index) => (
            <li key={index} className={styles.cue}>
              <span className={`${styles.times} tabular`}>
                {formatTimecode(beginMs, '.')}
                {' – '}
                {formatTimecode(endMs, '.')}
              </span>
              <span className={styles.text}>
                {speaker !== undefined && (
                  <span className={styles.speaker}>{showValueHarmless(speaker)}: </span>
                )}
                {showHarmless(text)}
              </span>
            </li>
          ))}
          {cueCount > sample.length && (
            <li className={styles.rest} aria-hidden>
              …
            </li>
          )}
        </ol>
      )}
    </section>
  );
}
