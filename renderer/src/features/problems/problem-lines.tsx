import type { Problem } from '@core/qc/checker';
import { formatTimecode } from '@core/timing/timecode';
import { ChevronDown, ChevronRight, CircleX, TriangleAlert, WandSparkles } from 'lucide-react';
import type { Ref } from 'react';
import { useLocale, useProblems, useStudio, useTexts } from '../../state/studio-context';
import type { ProblemGroup } from './list-problems';
import styles from './problems.module.css';
import type { NumberedSentence } from './use-numbers';

interface LineProps {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly measure: Ref<HTMLDivElement>;
  readonly isActive: boolean;
  readonly onOpen: () => void;
  readonly onFix: () => void;
}

export interface GroupLineProps extends LineProps {
  readonly group: ProblemGroup;
  readonly isFolded: boolean;
}

/** A rule, how many break it, and what mends all of them. */
export function GroupLine({ group, isFolded, ...line }: GroupLineProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const engine = useProblems((state) => state.engine);
  const rule = engine?.findCheckRule(group.rule);
  const name = engine?.nameRule(group.rule, locale) ?? group.rule;
  const canMend = rule !== undefined && (rule.canFix || rule.ways.length > 0);
  const title = t('app.named', { name, label: group.problems.length });
  return (
    <div
      ref={line.measure}
      id={line.id}
      role="treeitem"
      aria-level={1}
      aria-expanded={!isFolded}
      aria-selected={line.isActive}
      aria-label={title}
      className={styles.group}
      style={{ transform: `translateY(${line.topPx}px)` }}
      title={rule === undefined ? title : t(rule.about)}
      data-index={line.index}
      data-severity={group.severity}
      data-active={line.isActive || undefined}
      onClick={line.onOpen}
    >
      {isFolded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
      {group.severity === 'error' ? <CircleX aria-hidden /> : <TriangleAlert aria-hidden />}
      <span className={styles.groupName}>{name}</span>
      <span className={`${styles.count} tabular`}>{group.problems.length}</span>
      {canMend && <FixButton label={t('problems.fixAllOf', { name })} onFix={line.onFix} />}
    </div>
  );
}

export interface ProblemLineProps extends LineProps {
  readonly problem: Problem;
  readonly number: NumberedSentence | undefined;
  readonly isCurrent: boolean;
}

/** One problem: of which sentence, when, and what it is. */
export function ProblemLine({
  problem,
  number: place,
  isCurrent,
  ...line
}: ProblemLineProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { problems } = useStudio();
  const engine = useProblems((state) => state.engine);
  const message = engine?.describeProblem(problem, locale) ?? problem.rule;
  const number = place?.number ?? 0;
  const label = t('problems.row', { number, problem: message });
  const isMendable = problems.getState().findFix(problem).length > 0;
  return (
    <div
      ref={line.measure}
      id={line.id}
      role="treeitem"
      aria-level={2}
      aria-selected={line.isActive}
      aria-current={isCurrent || undefined}
      aria-label={label}
      className={styles.line}
      style={{ transform: `translateY(${line.topPx}px)` }}
      data-index={line.index}
      data-active={line.isActive || undefined}
      onClick={line.onOpen}
    >
      <span className={`${styles.place} tabular`}>
        <span className={styles.number}>{number}</span>
        {formatTimecode(place?.beginMs ?? 0, '.').replace(/^00:/u, '')}
      </span>
      <span className={styles.message}>{message}</span>
      {isMendable && <FixButton label={t('problems.fix')} onFix={line.onFix} />}
    </div>
  );
}

/** For the pointer; the list has a key for it. */
function FixButton({
  label,
  onFix,
}: {
  readonly label: string;
  readonly onFix: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className={styles.fix}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onFix();
      }}
    >
      <WandSparkles aria-hidden />
    </button>
  );
}
