import { usualSpeedLimit } from '@core/qc/measure-speed';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import type { Sentence } from '@core/transcript/sentence';
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Crosshair } from 'lucide-react';
import { Button } from '../../components/button';
import {
  useDocument,
  useEditing,
  useProblems,
  useSession,
  useSettings,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { RowMenu } from './row-menu';
import { SentenceRow } from './sentence-row';
import { createRowSlots } from './row-slots';
import styles from './sentence-table.module.css';
import { columnSpecs, isColumnSizable } from './table-columns';
import { TableHead } from './table-head';
import type { TimeEdit } from './time-edit';
import { useFollow } from './use-follow';
import { useGridFocus } from './use-grid-focus';
import { useGridInput } from './use-grid-input';
import { useProblemTexts } from '../../state/use-problem-texts';
import { useRowScroll } from './use-row-scroll';
import type { SentenceRows } from './use-sentence-rows';

const rowHeightsPx = { compact: 28, comfortable: 36 } as const;

export interface SentenceGridProps {
  readonly rows: SentenceRows;
  readonly sentences: readonly Sentence[];
  /** Whether the recording is so long that its times need hours. */
  readonly hasHours: boolean;
}

/** Head and rows. Of ten thousand rows only those in sight are drawn. */
export function SentenceGrid({ rows, sentences, hasHours }: SentenceGridProps): React.JSX.Element {
  const t = useTexts();
  const { editing } = useStudio();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const density = useSettings(({ settings }) => settings.density ?? 'comfortable');
  const language = useDocument(({ project }) => project?.language ?? 'und');
  const drafts = useDocument((state) => state.drafts);
  /** The newest text that waits for each. */
  const waiting = useMemo(
    () => new Map(drafts.map(({ sentenceId, text }) => [sentenceId, text])),
    [drafts],
  );
  const selectedIds = useSession((state) => state.selectedIds);
  const currentId = useSession((state) => state.currentId);
  const editingId = useEditing(({ typing }) => typing?.sentenceId);
  const [timeEdit, setTimeEdit] = useState<TimeEdit>();

  const { ids, columns, shownIds } = rows;
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const hues = assignSpeakerHues(sentences);
  const usualLimit = useMemo(() => usualSpeedLimit(language), [language]);
  const speedLimit = useProblems((state) => state.speedLimit) ?? usualLimit;
  const problemsOf = useProblemTexts();
  const currentIndex = useIndexOf(ids, currentId);
  const editingIndex = useIndexOf(ids, editingId ?? timeEdit?.sentenceId);
  const rowHeightPx = rowHeightsPx[density];
  const scroll = useRowScroll({
    rows,
    rowHeightPx,
    scroller,
    keptIndexes: [currentIndex, editingIndex],
  });
  const follow = useFollow(ids, scroll);
  const focus = useGridFocus(body, currentId);
  const input = useGridInput({ rows, sentences, scroll, follow, focus, setTimeEdit });

  // Rows hold on to this function: a new one for each drawing would draw them all.
  const endEditing = useRef(input.endEditing);
  useLayoutEffect(() => {
    endEditing.current = input.endEditing;
  });
  const [onEditingEnd] = useState(
    () =>
      (...given: Parameters<typeof input.endEditing>): void =>
        endEditing.current(...given),
  );

  const [rowSlots] = useState(createRowSlots);
  const drawnRows = rowSlots.assign(
    scroll.indexes,
    (index) => ids[index],
    // An input method would lose the word it is composing with the place of its field.
    scroll.isMoving || editingIndex !== -1,
  );

  const tabStopIndex = currentIndex === -1 ? (scroll.indexes[0] ?? 0) : currentIndex;
  const minWidthPx = columns.reduce(
    (sum, { id, widthPx }) => sum + (isColumnSizable(id) ? widthPx : columnSpecs[id].minWidthPx),
    0,
  );
  const style = {
    '--table-columns': columns
      .map(({ id, widthPx }) =>
        isColumnSizable(id) ? `${widthPx}px` : `minmax(${columnSpecs[id].minWidthPx}px, 1fr)`,
      )
      .join(' '),
    '--table-row-height': `${rowHeightPx}px`,
    '--table-min-width': `${minWidthPx}px`,
  } as CSSProperties;

  return (
    <div className={styles.gridFrame}>
      <div
        ref={scroller}
        role="grid"
        className={styles.scroller}
        style={style}
        aria-label={t('table.label')}
        aria-rowcount={rows.count + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        data-density={density}
        onScroll={scroll.onScroll}
        onWheel={({ deltaY }) => {
          if (deltaY !== 0) follow.suspend();
        }}
        onTouchMove={follow.suspend}
        onPointerDown={(event) => {
          // On the scroll bar, which belongs to no row.
          if (event.target === event.currentTarget) follow.suspend();
        }}
      >
        <TableHead columns={columns} toggleSort={rows.toggleSort} setWidth={rows.setWidth} />
        <RowMenu>
          <div
            ref={body}
            role="rowgroup"
            className={styles.body}
            style={{ height: scroll.totalHeightPx }}
            onClick={input.onClick}
            onDoubleClick={input.onDoubleClick}
            onKeyDown={input.onKeyDown}
            onContextMenu={input.onContextMenu}
            onFocus={focus.onFocus}
            onBlur={focus.onBlur}
          >
            {drawnRows.map(({ index, slot }) => {
              const row = rows.getRow(index);
              if (row === undefined) return null;
              const { sentence, documentIndex } = row;
              const { id, speaker } = sentence;
              const isEditingText = editingId === id;
              const problems = problemsOf(id);
              return (
                <SentenceRow
                  key={slot}
                  sentence={sentence}
                  index={index}
                  number={documentIndex + 1}
                  topPx={index * rowHeightPx}
                  columns={shownIds}
                  hasHours={hasHours}
                  isSelected={selected.has(id)}
                  isCurrent={id === currentId}
                  isTabStop={index === tabStopIndex}
                  editing={
                    isEditingText
                      ? 'text'
                      : timeEdit?.sentenceId === id
                        ? timeEdit.column
                        : undefined
                  }
                  hasDraft={!isEditingText && (waiting.get(id) ?? sentence.text) !== sentence.text}
                  speakerHue={speaker === undefined ? undefined : hues.get(speaker)}
                  speedLimit={speedLimit}
                  problemText={problems?.text}
                  problemSeverity={problems?.severity}
                  onEditingEnd={onEditingEnd}
                />
              );
            })}
          </div>
        </RowMenu>
      </div>
      {follow.isLost && (
        <Button
          look="primary"
          className={styles.pill}
          icon={<Crosshair aria-hidden="true" />}
          onClick={() => {
            follow.goBack();
            editing.getState().leave();
          }}
        >
          {t('table.backToSpoken')}
        </Button>
      )}
    </div>
  );
}

function useIndexOf(ids: readonly string[], id: string | undefined): number {
  return useMemo(() => (id === undefined ? -1 : ids.indexOf(id)), [ids, id]);
}
