import { useEffect, useState } from 'react';
import type { ProblemItem } from './list-problems';

export interface ActiveItem {
  /** -1 where the list is empty. */
  readonly activeIndex: number;
  readonly moveTo: (index: number) => void;
}

/**
 * The line that keys work on. Where it goes, as it was mended, the one that takes its place is it; where
 * another sentence becomes the current one, the first of its problems is.
 */
export function useActiveItem(
  items: readonly ProblemItem[],
  currentId: string | undefined,
  show: (index: number) => void,
): ActiveItem {
  const [active, setActive] = useState({ key: '', index: 0 });
  const found = items.findIndex(({ key }) => key === active.key);
  const activeIndex = found === -1 ? Math.min(active.index, items.length - 1) : found;
  const moveTo = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    setActive({ key: item.key, index });
    show(index);
  };
  useEffect(() => {
    if (currentId === undefined || items[activeIndex]?.problem?.cue === currentId) return;
    moveTo(items.findIndex(({ problem }) => problem?.cue === currentId));
    // Only who goes to another sentence moves it: items change with every edit.
  }, [currentId]);
  return { activeIndex, moveTo };
}
