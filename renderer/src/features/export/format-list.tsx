import { writableFormats } from '@core/formats/registry';
import { useEffect, useId, useRef, useState } from 'react';
import { TextInput } from '../../components/field';
import { useTexts } from '../../state/studio-context';
import { findFormats } from './find-formats';
import styles from './format-list.module.css';

interface FormatListProps {
  /** Id of the format that is shown. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The formats by purpose, found by what they are called, what they are for, or who takes them. */
export function FormatList({ chosen, onChoose }: FormatListProps): React.JSX.Element {
  const t = useTexts();
  const [sought, setSought] = useState('');
  const group = useId();
  const chosenRow = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    // Without a value: newer browsers give a promise, which would be taken for what cleans up.
    chosenRow.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const groups = findFormats(sought);
  const about = writableFormats.find(({ id }) => id === chosen)?.about;
  return (
    <div className={styles.formats}>
      <TextInput
        type="search"
        aria-label={t('export.find')}
        placeholder={t('export.find.hint')}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <div className={styles.list} role="radiogroup" aria-label={t('export.format')}>
        {groups.map(({ purpose, formats }) => (
          <div key={purpose} role="group" aria-label={t(`export.purpose.${purpose}`)}>
            <div className={styles.purpose} aria-hidden>
              {t(`export.purpose.${purpose}`)}
            </div>
            {formats.map(({ format: { id, name }, programs }) => (
              <label
                key={id}
                className={styles.row}
                ref={id === chosen ? chosenRow : undefined}
                data-chosen={id === chosen || undefined}
              >
                <input
                  type="radio"
                  name={group}
                  checked={id === chosen}
                  onChange={() => onChoose(id)}
                />
                <span className={styles.name}>{t(name)}</span>
                {programs.length > 0 && (
                  <span className={`${styles.programs} truncate`}>{programs.join(' · ')}</span>
                )}
              </label>
            ))}
          </div>
        ))}
        {groups.length === 0 && <p className={styles.none}>{t('export.find.none')}</p>}
      </div>
      {about !== undefined && <p className={styles.about}>{t(about)}</p>}
    </div>
  );
}
