import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';
import { type ColumnId, columnSpecs, isColumnSizable, maxWidthPx } from './table-columns';
import type { ColumnLayout, SentenceRows } from './use-sentence-rows';

/** How far one press of a key moves the edge of a column. */
const widthStepPx = 8;

/** The head of the table: one stop for Tab, arrow keys between the columns. */
export function TableHead({
  columns,
  toggleSort,
  setWidth,
}: Pick<SentenceRows, 'columns' | 'toggleSort' | 'setWidth'>): React.JSX.Element {
  const moveFocus = (event: React.KeyboardEvent, step: number): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.headRow}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          const step = event.key === 'ArrowLeft' ? -1 : 1;
          const button = (event.target as Element).closest<HTMLElement>('[data-head]');
          const column = columns.find(({ id }) => id === button?.dataset['head']);
          if (!event.shiftKey) moveFocus(event, step);
          else if (column !== undefined) {
            setWidth(column.id, clampWidth(column.id, column.widthPx + step * widthStepPx), true);
          }
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {columns.map((column, place) => (
          <HeadCell
            key={column.id}
            column={column}
            place={place}
            toggleSort={toggleSort}
            setWidth={setWidth}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps extends Pick<SentenceRows, 'toggleSort' | 'setWidth'> {
  readonly column: ColumnLayout;
  readonly place: number;
}

function HeadCell({ column, place, toggleSort, setWidth }: HeadCellProps): React.JSX.Element {
  const t = useTexts();
  const { id, sorted } = column;
  const spec = columnSpecs[id];
  const label = t(spec.label);
  return (
    <div
      role="columnheader"
      className={styles.headCell}
      aria-colindex={place + 1}
      aria-sort={sorted ?? 'none'}
      aria-label={label}
      data-numeric={spec.isNumeric ? '' : undefined}
    >
      <button
        type="button"
        className={styles.headButton}
        data-head={id}
        tabIndex={place === 0 ? 0 : -1}
        title={isColumnSizable(id) ? t('table.column.help', { column: label }) : label}
        aria-label={label}
        onClick={() => toggleSort(id)}
      >
        <span className="truncate">{t(spec.shortLabel)}</span>
        {sorted === 'ascending' && <ArrowUp aria-hidden="true" />}
        {sorted === 'descending' && <ArrowDown aria-hidden="true" />}
      </button>
      {isColumnSizable(id) && <ResizeHandle column={column} setWidth={setWidth} />}
    </div>
  );
}

function ResizeHandle({
  column: { id, widthPx },
  setWidth,
}: Pick<HeadCellProps, 'column' | 'setWidth'>): React.JSX.Element {
  const t = useTexts();
  const drag = useRef<{ readonly clientX: number; readonly widthPx: number } | undefined>(
    undefined,
  );
  const widthAt = (clientX: number): number =>
    clampWidth(
      id,
      drag.current === undefined ? widthPx : drag.current.widthPx + clientX - drag.current.clientX,
    );
  return (
    // The keyboard has Shift and the arrow keys on the head itself.
    <div
      className={styles.resizeHandle}
      title={t('table.column.resize')}
      aria-hidden="true"
      data-resize={id}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { clientX: event.clientX, widthPx };
      }}
      onPointerMove={(event) => {
        if (drag.current !== undefined) setWidth(id, widthAt(event.clientX), false);
      }}
      onPointerUp={(event) => {
        const begun = drag.current;
        if (begun === undefined) return;
        const finalWidthPx = widthAt(event.clientX);
        drag.current = undefined;
        if (finalWidthPx !== begun.widthPx) setWidth(id, finalWidthPx, true);
      }}
      onPointerCancel={() => {
        drag.current = undefined;
        setWidth(id, undefined, false);
      }}
      onDoubleClick={() => setWidth(id, undefined, true)}
    />
  );
}

function clampWidth(id: ColumnId, widthPx: number): number {
  return Math.max(columnSpecs[id].minWidthPx, Math.min(maxWidthPx, widthPx));
}
