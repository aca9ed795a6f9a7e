import { writableFormats } from '@core/formats/registry';
import { useId } from 'react';
import { useTexts } from '../../state/studio-context';
import styles from './further-formats.module.css';

interface FurtherFormatsProps {
  /** Id of the format that is shown, which is written in any case. */
  readonly chosen: string;
  readonly also: readonly string[];
  readonly onChange: (also: readonly string[]) => void;
}

/** In which other formats the same is written in one go. */
export function FurtherFormats({ chosen, also, onChange }: FurtherFormatsProps): React.JSX.Element {
  const t = useTexts();
  const labelId = useId();
  return (
    <div className={styles.further} role="group" aria-labelledby={labelId}>
      <span className={styles.label} id={labelId}>
        {t('export.also')}
      </span>
      <div className={styles.formats}>
        {writableFormats
          .filter(({ id }) => id !== chosen)
          .map(({ id, name }) => (
            <label key={id} className={styles.format} title={t(name)}>
              <input
                type="checkbox"
                aria-label={t(name)}
                checked={also.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...also, id] : also.filter((one) => one !== id))
                }
              />
              {id.toUpperCase()}
            </label>
          ))}
      </div>
    </div>
  );
}
