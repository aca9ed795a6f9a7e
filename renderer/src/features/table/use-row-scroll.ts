import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditing, useSession, useStudio } from '../../state/studio-context';
import { findAnchorIndex, findScrollTop } from './scroll-anchor';
import type { SentenceRows } from './use-sentence-rows';

/** Height of the head, which stays over the rows. */
export const headHeightPx = 28;

/** Room below the row that is typed in, for lines that are added; below the last row too. */
const editingRoomPx = 72;

/** How long scrolling must rest before the place is kept. */
const restMs = 250;

export interface RowScrollOptions {
  readonly rows: SentenceRows;
  readonly rowHeightPx: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Rows that stay drawn out of sight: with the focus, with text being typed. */
  readonly keptIndexes: readonly number[];
}

export interface RowScroll {
  /** The rows to be drawn, in their order. */
  readonly indexes: readonly number[];
  /** Whether rows are passing by. */
  readonly isMoving: boolean;
  readonly totalHeightPx: number;
  readonly isInSight: (index: number) => boolean;
  /** Brings a row into sight; a row in sight stays where it is, unless it is to be in the middle. */
  readonly showRow: (index: number, place?: 'auto' | 'center') => void;
  /** Rows that fit between head and bottom. */
  readonly countPageRows: () => number;
  readonly onScroll: () => void;
}

/** Which rows are drawn, and where the table stands: at opening, when asked, when rows come and go. */
export function useRowScroll({
  rows,
  rowHeightPx,
  scroller,
  keptIndexes,
}: RowScrollOptions): RowScroll {
  const { document: project, session } = useStudio();
  const { ids, orderKey } = rows;

  const openAt = useRef<number | undefined>(undefined);
  openAt.current ??= Math.max(0, ids.indexOf(project.getState().view?.topSentenceId ?? ''));

  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 4,
    scrollMargin: headHeightPx,
    paddingEnd: editingRoomPx,
    scrollPaddingStart: headHeightPx,
    initialOffset: openAt.current * rowHeightPx,
    rangeExtractor: (range) => {
      const kept = keptIndexes.filter((index) => index >= 0 && index < range.count);
      const drawn = new Set([...defaultRangeExtractor(range), ...kept]);
      return [...drawn].sort((one, other) => one - other);
    },
  });

  // Where the scroller was sent: its event comes later, and asking it would lay out the page.
  const sentToPx = useRef<number | undefined>(undefined);
  const showRow = (index: number, place: 'auto' | 'center' = 'auto'): void => {
    const element = scroller.current;
    if (element === null) return;
    const offsetPx = sentToPx.current ?? virtualizer.scrollOffset ?? 0;
    const heightPx = virtualizer.scrollRect?.height ?? element.clientHeight;
    const targetPx = findScrollTop({
      rowTopPx: index * rowHeightPx,
      rowHeightPx,
      offsetPx,
      roomPx: heightPx - headHeightPx,
      place,
    });
    if (targetPx === offsetPx) return;
    sentToPx.current = targetPx;
    element.scrollTop = targetPx;
  };

  // Where rows came or went above, what is in sight stays; where their order changed, the current
  // row is looked up; where their height changed, the same row stays first.
  const last = useRef({ ids, orderKey, rowHeightPx });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { ids, orderKey, rowHeightPx };
    const element = scroller.current;
    if (element === null || (before.ids === ids && before.rowHeightPx === rowHeightPx)) return;
    if (before.rowHeightPx !== rowHeightPx) virtualizer.measure();
    if (before.orderKey !== orderKey) {
      const current = ids.indexOf(session.getState().currentId ?? '');
      if (current === -1) element.scrollTop = 0;
      else showRow(current, 'center');
      return;
    }
    const offsetPx = virtualizer.scrollOffset ?? 0;
    const topIndex = Math.floor(offsetPx / before.rowHeightPx);
    const place = findAnchorIndex(before.ids, topIndex, ids);
    if (place === undefined) return;
    const wantedPx = place * rowHeightPx + (offsetPx - topIndex * before.rowHeightPx);
    if (wantedPx !== offsetPx) element.scrollTop = wantedPx;
  }, [ids, orderKey, rowHeightPx, scroller, session, virtualizer]);

  const reveal = useSession((state) => state.reveal);
  const revealed = useRef(reveal);
  useLayoutEffect(() => {
    if (reveal === undefined || reveal === revealed.current) return;
    const index = ids.indexOf(reveal.sentenceId);
    // A sentence that was just made may come with the next drawing.
    if (index === -1) return;
    revealed.current = reveal;
    showRow(index);
    // The row's place is that of this drawing; the function is made anew for each.
  }, [reveal, ids]);

  // Editing may begin by a key while the row is out of sight, and the text may grow.
  const editingId = useEditing(({ typing }) => typing?.sentenceId);
  useLayoutEffect(() => {
    const index = editingId === undefined ? -1 : last.current.ids.indexOf(editingId);
    const element = scroller.current;
    if (index === -1 || element === null) return;
    const { rowHeightPx: heightPx } = last.current;
    const topPx = index * heightPx;
    const leastPx = topPx + heightPx + editingRoomPx + headHeightPx - element.clientHeight;
    if (element.scrollTop > topPx) element.scrollTop = topPx;
    else if (element.scrollTop < leastPx) element.scrollTop = Math.min(topPx, leastPx);
  }, [editingId, scroller]);

  const restTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(restTimer.current), []);
  const onScroll = useCallback(() => {
    sentToPx.current = undefined;
    clearTimeout(restTimer.current);
    restTimer.current = setTimeout(() => {
      const top = Math.floor((scroller.current?.scrollTop ?? 0) / last.current.rowHeightPx);
      session.getState().set({ topSentenceId: last.current.ids[top] });
    }, restMs);
  }, [scroller, session]);

  return {
    indexes: virtualizer.getVirtualIndexes(),
    isMoving: virtualizer.isScrolling,
    totalHeightPx: virtualizer.getTotalSize(),
    isInSight: (index) => {
      const { range } = virtualizer;
      return range !== null && index >= range.startIndex && index <= range.endIndex;
    },
    showRow,
    countPageRows: () =>
      Math.max(
        1,
        Math.floor(((scroller.current?.clientHeight ?? 0) - headHeightPx) / rowHeightPx) - 1,
      ),
    onScroll,
  };
}
