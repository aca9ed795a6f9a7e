import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState } from 'react';
import { useSession, useStudio, useTexts } from '../../state/studio-context';
import { goToProblem, mendProblem } from '../../state/mend-problem';
import { listItems, type ProblemGroup, type ProblemItem } from './list-problems';
import { GroupLine, ProblemLine } from './problem-lines';
import styles from './problems.module.css';
import { useActiveItem } from './use-active-item';
import { useNumbers } from './use-numbers';

const linePx = 46;

/**
 * Rules with their problems under them. The list has the focus as a whole: arrows move, Enter goes to the
 * cue, F mends; the line they are at follows the current sentence while keys are used elsewhere.
 */
export function ProblemList({
  groups,
}: {
  readonly groups: readonly ProblemGroup[];
}): React.JSX.Element {
  const t = useTexts();
  const studio = useStudio();
  const { session, notices } = studio;
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => listItems(groups, folded), [groups, folded]);
  const numbers = useNumbers();
  const currentId = useSession((state) => state.currentId);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    getItemKey: (index) => items[index]!.key,
    estimateSize: () => linePx,
    overscan: 6,
  });
  const { activeIndex, moveTo } = useActiveItem(items, currentId, (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  );
  const active = items[activeIndex];

  const fold = (rule: string, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(rule);
    else next.delete(rule);
    setFolded(next);
    moveTo(items.findIndex(({ key }) => key === rule));
  };
  const mend = ({ group, problem }: ProblemItem): void => {
    if (problem === undefined) {
      session.getState().set({ dialog: 'fixProblems', fixedRule: group.rule });
    } else if (!mendProblem(studio, problem)) notices.getState().hint('problems.notMendable');
  };
  const open = ({ group, problem }: ProblemItem): void => {
    if (problem === undefined) fold(group.rule, !folded.has(group.rule));
    else goToProblem(studio, problem);
  };

  const keys: Readonly<Record<string, (item: ProblemItem) => void>> = {
    ArrowDown: () => moveTo(Math.min(items.length - 1, activeIndex + 1)),
    ArrowUp: () => moveTo(Math.max(0, activeIndex - 1)),
    Home: () => moveTo(0),
    End: () => moveTo(items.length - 1),
    ArrowLeft: ({ group }) => fold(group.rule, true),
    ArrowRight: ({ group }) => fold(group.rule, false),
    Enter: open,
    f: mend,
    F: mend,
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const act = keys[event.key];
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (act === undefined || active === undefined || hasModifier) return;
    // The same keys mean something else in the rest of the window.
    event.preventDefault();
    act(active);
  };

  return (
    <div
      ref={tree}
      role="tree"
      className={styles.list}
      tabIndex={0}
      aria-label={t('problems.list')}
      aria-activedescendant={active === undefined ? undefined : `${id}-${active.key}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index]!;
          const shared = {
            id: `${id}-${item.key}`,
            index,
            topPx: start,
            measure: virtualizer.measureElement,
            isActive: index === activeIndex,
            onFix: () => mend(item),
            onOpen: () => {
              moveTo(index);
              open(item);
            },
          };
          return item.problem === undefined ? (
            <GroupLine
              key={item.key}
              {...shared}
              group={item.group}
              isFolded={folded.has(item.group.rule)}
            />
          ) : (
            <ProblemLine
              key={item.key}
              {...shared}
              problem={item.problem}
              number={numbers.get(item.problem.cue)}
              isCurrent={item.problem.cue === currentId}
            />
          );
        })}
      </div>
    </div>
  );
}
