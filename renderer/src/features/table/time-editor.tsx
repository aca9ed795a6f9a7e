import { parseTypedTime } from '@core/timing/parse-typed-time';
import { formatTimecode } from '@core/timing/timecode';
import type { Sentence } from '@core/transcript/sentence';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useStudio, useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';
import type { TimeColumnId } from './table-columns';

export interface TimeEditorProps {
  readonly sentence: Sentence;
  readonly number: number;
  readonly column: TimeColumnId;
  /** Editing ended; `step` 1 goes on with what stands to the right. */
  readonly onEnd: (step: -1 | 0 | 1) => void;
}

/** In or out of a sentence as a timecode; what cannot be read stays, with a word about it. */
export function TimeEditor({
  sentence,
  number,
  column,
  onEnd,
}: TimeEditorProps): React.JSX.Element {
  const t = useTexts();
  const { document: project } = useStudio();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const currentMs = column === 'begin' ? sentence.beginMs : sentence.endMs;
  const written = formatTimecode(currentMs, '.');

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const end = (step: -1 | 0 | 1): void => {
    isDone.current = true;
    onEnd(step);
  };

  const commit = (step: -1 | 0 | 1): void => {
    if (isDone.current || field.current === null) return;
    const timeMs = parseTypedTime(field.current.value, currentMs);
    if (timeMs === undefined) {
      setProblem(t('table.time.unreadable'));
      return;
    }
    const { beginMs, endMs } = sentence;
    const durationMs = project.getState().project?.media.durationMs ?? 0;
    if (durationMs > 0 && timeMs > Math.max(durationMs, currentMs)) {
      setProblem(t('table.time.behindEnd', { time: formatTimecode(durationMs, '.') }));
      return;
    }
    if (column === 'begin' && timeMs > endMs) {
      setProblem(t('table.time.beginAfterEnd', { time: formatTimecode(endMs, '.') }));
      return;
    }
    if (column === 'end' && timeMs < beginMs) {
      setProblem(t('table.time.endBeforeBegin', { time: formatTimecode(beginMs, '.') }));
      return;
    }
    if (timeMs !== currentMs) {
      const times = column === 'begin' ? { beginMs: timeMs, endMs } : { beginMs, endMs: timeMs };
      project.getState().edit({ kind: 'setTimes', sentenceId: sentence.id, ...times });
    }
    end(step);
  };

  return (
    <div className={styles.timeEditor}>
      <input
        ref={field}
        className={styles.timeField}
        aria-label={t(column === 'begin' ? 'table.edit.begin' : 'table.edit.end', { number })}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        autoComplete="off"
        spellCheck={false}
        defaultValue={written}
        onInput={() => setProblem(undefined)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key === 'Process') return;
          if (event.key === 'Enter') commit(0);
          else if (event.key === 'Tab') commit(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') end(0);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        // A field has the system's own menu, with its spelling.
        onContextMenu={(event) => event.stopPropagation()}
        onBlur={(event) => {
          if (event.target !== document.activeElement) commit(0);
        }}
      />
      {problem !== undefined && (
        <p id={problemId} className={styles.timeProblem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
