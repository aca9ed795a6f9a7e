import type { WritableFormat } from '@core/formats/format';
import { writableFormats } from '@core/formats/registry';
import { type Locale, translate } from '@core/messages/catalogue';
import { useEffect, useId, useRef, useState } from 'react';
import { TextInput } from '../../components/field';
import { useTexts } from '../../state/studio-context';
import styles from './format-list.module.css';

/** A person may know a format by its name in either. */
const locales: readonly Locale[] = ['en', 'zh-CN'];

interface FormatListProps {
  /** Id of the format that is shown. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The formats by name, found by what they are called, what they are for, or their ending. */
export function FormatList({ chosen, onChoose }: FormatListProps): React.JSX.Element {
  const t = useTexts();
  const [sought, setSought] = useState('');
  const group = useId();
  const chosenRow = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    // Without a value: newer browsers give a promise, which would be taken for what cleans up.
    chosenRow.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const found = writableFormats.filter((format) => isFound(format, sought));
  const about = writableFormats.find(({ id }) => id === chosen)?.about;
  return (
    <div className={styles.formats}>
      <TextInput
        type="search"
        aria-label={t('export.find')}
        placeholder={t('export.find')}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <div className={styles.list} role="radiogroup" aria-label={t('export.format')}>
        {found.map(({ id, name }) => (
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
            {t(name)}
          </label>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('export.find.none')}</p>}
      </div>
      {about !== undefined && <p className={styles.about}>{t(about)}</p>}
    </div>
  );
}

/** Whether all words that are sought stand in what is said of a format, in either language. */
function isFound({ id, name, about, extensions }: WritableFormat, sought: string): boolean {
  const texts = locales.flatMap((locale) => [translate(locale, name), translate(locale, about)]);
  const said = [id, ...extensions, ...texts].join('\n').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
