import { Columns3, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/icon-button';
import { Menu } from '../../components/menu';
import { useComposedText } from '../../lib/use-composed-text';
import { useSession, useStudio, useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';
import { columnIds, columnSpecs } from './table-columns';
import type { SentenceRows } from './use-sentence-rows';

/** Filtering ten thousand sentences at every letter would hold up the next one. */
const filterDelayMs = 120;

export interface FilterBarProps {
  readonly rows: SentenceRows;
  /** Sentences without the filter. */
  readonly sentenceCount: number;
}

/** The filter, what it lets pass, and the choice of columns. */
export function FilterBar({ rows, sentenceCount }: FilterBarProps): React.JSX.Element {
  const t = useTexts();
  const { settings } = useStudio();
  const selectedCount = useSession(({ selectedIds }) => selectedIds.length);
  const isFiltered = useSession(({ filter }) => filter.trim() !== '');
  return (
    <div className={styles.bar} role="search">
      <FilterField />
      <span className={styles.count} role="status">
        {isFiltered
          ? t('table.filter.count', { shown: rows.count, all: sentenceCount })
          : selectedCount > 1
            ? t('table.count.selected', { selected: selectedCount, count: sentenceCount })
            : sentenceCount === 1
              ? t('table.count.one')
              : t('table.count', { count: sentenceCount })}
      </span>
      <Menu
        align="end"
        trigger={<IconButton label={t('table.columns')} icon={<Columns3 />} />}
        items={[
          ...columnIds.map((id) => ({
            id,
            label: t(columnSpecs[id].label),
            isChecked: rows.shownIds.includes(id),
            isDisabled: id === 'text',
            onSelect: () => rows.toggleShown(id),
          })),
          {
            id: 'reset',
            label: t('table.columns.reset'),
            beginsGroup: true,
            onSelect: () =>
              settings.getState().update({ tableColumns: undefined, columnWidths: undefined }),
          },
        ]}
      />
    </div>
  );
}

function FilterField(): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const filter = useSession((state) => state.filter);
  const [typed, setTyped] = useState(filter);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);

  // A filter that was set or cleared elsewhere shows here too.
  const sent = useRef(filter);
  useEffect(() => {
    if (filter === sent.current) return;
    sent.current = filter;
    clearTimeout(timer.current);
    setTyped(filter);
  }, [filter]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (text: string): void => {
    clearTimeout(timer.current);
    sent.current = text;
    session.getState().set({ filter: text });
  };
  const composed = useComposedText(setTyped, (text) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(text), filterDelayMs);
  });
  const clear = (): void => {
    setTyped('');
    send('');
    field.current?.focus();
  };

  return (
    <div className={styles.filter}>
      <Search aria-hidden="true" />
      <input
        ref={field}
        data-filter-field=""
        className={styles.filterField}
        type="text"
        role="searchbox"
        aria-label={t('table.filter')}
        placeholder={t('table.filter')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        {...composed}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') send(typed);
          else if (event.key === 'Escape' && typed !== '') clear();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          className={styles.filterClear}
          aria-label={t('table.filter.clear')}
          title={t('table.filter.clear')}
          onClick={clear}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
