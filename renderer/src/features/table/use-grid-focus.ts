import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { ColumnId } from './table-columns';

export interface GridFocus {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  /** The cell that has the focus; undefined where the row has it as a whole. */
  readonly findColumn: () => ColumnId | undefined;
  /** Moves the focus within the current row; undefined: to the row as a whole. */
  readonly focusColumn: (column: ColumnId | undefined) => void;
}

/**
 * Keeps the focus with the current row: when another becomes current while the table has the focus,
 * when an editor closes, when the row with the focus is drawn anew or goes away.
 */
export function useGridFocus(
  body: RefObject<HTMLElement | null>,
  currentId: string | undefined,
): GridFocus {
  const hasFocus = useRef(false);
  const column = useRef<ColumnId | undefined>(undefined);

  const focusCurrent = (): void => {
    const row = findRow(body.current, currentId);
    const cell =
      column.current === undefined
        ? undefined
        : row?.querySelector<HTMLElement>(`[data-column="${column.current}"]`);
    (cell ?? row)?.focus({ preventScroll: true });
  };

  // After every drawing: rows come and go by scrolling and by edits alike.
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (!hasFocus.current || (active !== null && isField(active))) return;
    const isLost = active === null || active === document.body;
    if (!isLost && body.current?.contains(active) !== true) return;
    const activeRow = isLost ? undefined : active.closest<HTMLElement>('[data-row]');
    if (activeRow?.dataset['row'] !== currentId || isLost) focusCurrent();
  });

  return {
    onFocus: ({ target }) => {
      hasFocus.current = true;
      if (!isField(target)) column.current = readColumn(target);
      // Tab goes from one time to the next; who came by a cell goes on from where it led.
      else if (column.current !== undefined) {
        const cell = target.closest<HTMLElement>('[data-column]');
        if (cell !== null) column.current = readColumn(cell);
      }
    },
    onBlur: ({ target, relatedTarget }) => {
      // While another window has the keys, the element stays active and gets them back.
      if (document.activeElement === target) return;
      if (body.current?.contains(relatedTarget) !== true) hasFocus.current = false;
    },
    findColumn: () => column.current,
    focusColumn: (wanted) => {
      column.current = wanted;
      focusCurrent();
    },
  };
}

function findRow(body: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  if (id === undefined) return undefined;
  return body?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? undefined;
}

function isField(element: Element): boolean {
  return element.matches('input, textarea');
}

/** The column of a cell; undefined for a row. */
function readColumn(element: HTMLElement): ColumnId | undefined {
  return element.dataset['column'] as ColumnId | undefined;
}
