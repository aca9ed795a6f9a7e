import type { Sentence } from '@core/transcript/sentence';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useDocument, useStudio, useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';

/** How long after a key press the draft is kept. */
const draftDelayMs = 300;

export interface TextEditorProps {
  readonly sentence: Sentence;
  readonly number: number;
  /** Editing ended; `step` is the row to go on with, from this one. */
  readonly onEnd: (step: -1 | 0 | 1) => void;
}

/**
 * The text of a sentence in a real text area, over its row: what is typed stays in here until it is
 * committed as one edit, so that the table is not drawn anew for a letter.
 */
export function TextEditor({ sentence, number, onEnd }: TextEditorProps): React.JSX.Element {
  const t = useTexts();
  const { document: project, session } = useStudio();
  const language = useDocument((state) => state.project?.language);
  const area = useRef<HTMLTextAreaElement>(null);
  const draftTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isDone = useRef(false);
  const keptDraft = useRef(project.getState().drafts[sentence.id]);
  const isRestored = useRef(
    keptDraft.current !== undefined && keptDraft.current !== sentence.text,
  ).current;
  const hintId = useId();

  const keepDraft = (text: string | undefined): void => {
    clearTimeout(draftTimer.current);
    if (text === keptDraft.current) return;
    keptDraft.current = text;
    project.getState().keepDraft(sentence.id, text);
  };

  const commit = (step: -1 | 0 | 1): void => {
    const field = area.current;
    if (isDone.current || field === null) return;
    const text = field.value;
    // A text area gives line feeds only: a text with other line ends is not changed by looking at it.
    if (text !== sentence.text.replace(/\r\n?/gu, '\n')) {
      const before = project.getState().project;
      clearTimeout(draftTimer.current);
      const typed = { sentenceId: sentence.id, text };
      project.getState().edit({ kind: 'setText', ...typed }, { typed });
      const after = project.getState();
      if (after.project === before && after.error !== undefined) {
        // It was refused, which the window says; what was typed stays.
        keepDraft(text);
        return;
      }
    } else keepDraft(undefined);
    isDone.current = true;
    onEnd(step);
  };

  const cancel = (): void => {
    isDone.current = true;
    keepDraft(undefined);
    onEnd(0);
  };

  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    const caret = isRestored ? undefined : session.getState().editingCaret;
    field.focus({ preventScroll: true });
    const at = Math.min(caret ?? field.value.length, field.value.length);
    field.setSelectionRange(at, at);
  }, [isRestored, session]);

  // The row may leave with its sentence: what was typed since the last draft is kept even then.
  useEffect(() => {
    const field = area.current;
    return () => {
      clearTimeout(draftTimer.current);
      if (isDone.current || field === null || field.value === sentence.text) return;
      if (field.value !== keptDraft.current) {
        project.getState().keepDraft(sentence.id, field.value);
      }
    };
    // Only at the end, of the text as it was at the beginning.
  }, []);

  return (
    <div className={styles.textEditor}>
      <textarea
        ref={area}
        className={styles.textArea}
        aria-label={t('table.edit.text', { number })}
        aria-describedby={hintId}
        defaultValue={keptDraft.current ?? sentence.text}
        lang={language === undefined || language === 'und' ? undefined : language}
        spellCheck
        rows={1}
        onInput={(event) => {
          const { value } = event.currentTarget;
          clearTimeout(draftTimer.current);
          draftTimer.current = setTimeout(() => keepDraft(value), draftDelayMs);
        }}
        onKeyDown={(event) => {
          // Enter and Esc belong to the input method while it composes.
          if (event.nativeEvent.isComposing || event.key === 'Process') return;
          if (event.key === 'Enter' && !event.shiftKey) commit(0);
          else if (event.key === 'Tab') commit(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') cancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        // A field has the system's own menu, with its spelling.
        onContextMenu={(event) => event.stopPropagation()}
        onBlur={(event) => {
          // Another window has the keys for a while: editing goes on when the person comes back.
          if (event.target === document.activeElement) keepDraft(event.target.value);
          else commit(0);
        }}
      />
      <p id={hintId} className={isRestored ? styles.editorHint : 'visually-hidden'}>
        {t(isRestored ? 'table.draft.restored' : 'table.edit.keys')}
      </p>
    </div>
  );
}
