import { formatReadingSpeed } from '@core/cues/reading-speed';
import { measureSpeed, type SpeedLimit } from '@core/qc/measure-speed';
import { formatTimecode } from '@core/timing/timecode';
import type { Severity } from '@core/qc/check-rule';
import type { Sentence } from '@core/transcript/sentence';
import { PencilLine } from 'lucide-react';
import { memo } from 'react';
import { SpeakerLabel } from '../../components/speaker-label';
import { type Translate, useTexts } from '../../state/studio-context';
import { RowWords } from './row-words';
import styles from './sentence-table.module.css';
import { type ColumnId, columnSpecs, type TimeColumnId } from './table-columns';
import { TextEditor } from './text-editor';
import { TimeEditor } from './time-editor';

/** What is being typed in a row. */
export type RowEditing = TimeColumnId | 'text' | undefined;

export interface SentenceRowProps {
  readonly sentence: Sentence;
  /** Place in the table, from 0. */
  readonly index: number;
  /** Place in the document, from 1. */
  readonly number: number;
  readonly topPx: number;
  readonly columns: readonly ColumnId[];
  /** Whether times are written with hours. */
  readonly hasHours: boolean;
  readonly isSelected: boolean;
  /** The one that keys move from. */
  readonly isCurrent: boolean;
  /** Where Tab enters the table. */
  readonly isTabStop: boolean;
  readonly editing: RowEditing;
  /** Text of a crash waits for this row. */
  readonly hasDraft: boolean;
  /** Undefined where the sentence has no speaker. */
  readonly speakerHue: number | undefined;
  readonly speedLimit: SpeedLimit;
  /** What is wrong with it by the profile of rules, in words; undefined where nothing is. */
  readonly problemText: string | undefined;
  readonly problemSeverity: Severity | undefined;
  readonly onEditingEnd: (
    sentenceId: string,
    from: TimeColumnId | 'text',
    step: -1 | 0 | 1,
  ) => void;
}

/**
 * One row. It has no listeners of its own: the table hears its clicks and keys by `data-row`,
 * `data-column` and `data-word`, so that a row is drawn again only when its own facts change.
 */
export const SentenceRow = memo(function SentenceRow(props: SentenceRowProps): React.JSX.Element {
  const { sentence, index, topPx, columns, isSelected, isCurrent, isTabStop, editing } = props;
  const { problemText, problemSeverity } = props;
  const t = useTexts();
  return (
    <div
      role="row"
      className={styles.row}
      style={{ top: topPx }}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-row={sentence.id}
      data-current={isCurrent ? '' : undefined}
      data-editing={editing}
      data-problem={problemSeverity}
      aria-description={problemText}
    >
      {columns.map((column, place) => {
        const isEditable = column === 'begin' || column === 'end' || column === 'text';
        return (
          <div
            key={column}
            role="gridcell"
            className={styles.cell}
            aria-colindex={place + 1}
            data-column={column}
            title={column === 'index' ? problemText : undefined}
            data-numeric={columnSpecs[column].isNumeric ? '' : undefined}
            // Tab goes through what can be edited in the current row, and then leaves the table.
            tabIndex={isEditable && isTabStop && editing === undefined ? 0 : -1}
          >
            {drawCell(column, props, t)}
          </div>
        );
      })}
    </div>
  );
});

/** Plain functions and no components: a fast scroll draws a hundred cells in a frame. */
function drawCell(
  column: ColumnId,
  {
    sentence,
    number,
    hasHours,
    editing,
    hasDraft,
    speakerHue,
    speedLimit,
    onEditingEnd,
  }: SentenceRowProps,
  t: Translate,
): React.ReactNode {
  const { beginMs, endMs } = sentence;
  switch (column) {
    case 'index':
      return number;
    case 'begin':
    case 'end':
      return editing === column ? (
        <TimeEditor
          sentence={sentence}
          number={number}
          column={column}
          onEnd={(step) => onEditingEnd(sentence.id, column, step)}
        />
      ) : (
        formatRowTime(column === 'begin' ? beginMs : endMs, hasHours)
      );
    case 'duration':
      return ((endMs - beginMs) / 1000).toFixed(2);
    case 'speed':
      return drawSpeed(sentence, speedLimit, t);
    case 'speaker':
      return drawSpeaker(sentence, speakerHue, t);
    case 'text':
      return editing === 'text' ? (
        <TextEditor
          sentence={sentence}
          number={number}
          onEnd={(step) => onEditingEnd(sentence.id, 'text', step)}
        />
      ) : (
        <>
          <RowWords sentence={sentence} />
          {hasDraft && <Draft />}
        </>
      );
  }
}

/** Below an hour the hours are left out: the room belongs to the text. */
function formatRowTime(timeMs: number, hasHours: boolean): string {
  const written = formatTimecode(timeMs, '.');
  return hasHours ? written : written.replace(/^00:/u, '');
}

function drawSpeed(sentence: Sentence, limit: SpeedLimit, t: Translate): React.ReactNode {
  const speed = measureSpeed(sentence, limit);
  const written = formatReadingSpeed(speed.charactersPerSecond);
  if (!speed.isTooFast) return written;
  const remark = t('table.speed.tooFast', { limit: limit.mostPerSecond });
  return (
    <span className={styles.tooFast} title={remark}>
      {written}
      <span className="visually-hidden">, {remark}</span>
    </span>
  );
}

function drawSpeaker(sentence: Sentence, hue: number | undefined, t: Translate): React.ReactNode {
  const { speaker, channel } = sentence;
  if (speaker === undefined && channel === 0) return null;
  return (
    <SpeakerLabel hue={hue}>{speaker ?? t('table.channel', { number: channel + 1 })}</SpeakerLabel>
  );
}

function Draft(): React.JSX.Element {
  const t = useTexts();
  return (
    <span className={styles.draft} data-draft="">
      <PencilLine aria-hidden="true" />
      {t('table.draft')}
    </span>
  );
}
