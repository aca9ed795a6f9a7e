import type { Sentence } from '@core/transcript/sentence';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useDocument, useEditing, useStudio, useTexts } from '../../state/studio-context';
import styles from './sentence-table.module.css';

export interface TextEditorProps {
  readonly sentence: Sentence;
  readonly number: number;
  /** Typing ended; `step` is the row to go on with, from this one. */
  readonly onEnd: (step: -1 | 0 | 1) => void;
}

/**
 * The text of a sentence in a real text area, over its row. What is typed is in the editing session
 * and becomes one edit in the end, so that the table is not drawn anew for a letter.
 */
export function TextEditor(props: TextEditorProps): React.JSX.Element {
  const count = useEditing(({ typing }) => typing?.count);
  return <TextField key={count} {...props} />;
}

function TextField({ sentence, number, onEnd }: TextEditorProps): React.JSX.Element {
  const t = useTexts();
  const { editing, session } = useStudio();
  const language = useDocument((state) => state.project?.language);
  const isRestored = useEditing(({ typing }) => typing?.restored !== undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();

  /** The session, as long as it is about this row: a field that goes away may still be heard. */
  const own = (): ReturnType<typeof editing.getState> | undefined => {
    const state = editing.getState();
    return state.typing?.sentenceId === sentence.id ? state : undefined;
  };
  const [begunWith] = useState(() => own()?.typing?.text);
  const commit = (step: -1 | 0 | 1): void => {
    const outcome = own()?.commit();
    if (outcome === 'done' || outcome === 'kept') onEnd(step);
  };
  const readSelection = (): void => {
    const field = area.current;
    if (field === null) return;
    own()?.change({ selection: { begin: field.selectionStart, end: field.selectionEnd } });
  };

  useLayoutEffect(() => {
    const field = area.current;
    const { typing } = editing.getState();
    if (field === null || typing === undefined) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(typing.selection.begin, typing.selection.end);
  }, [editing]);

  // The row may leave with its sentence: what was typed since the last draft is kept even then.
  useLayoutEffect(() => () => own()?.keepDraft(), []);

  return (
    <div className={styles.textEditor}>
      <textarea
        ref={area}
        className={styles.textArea}
        aria-label={t('table.edit.text', { number })}
        aria-describedby={hintId}
        defaultValue={begunWith}
        lang={language === undefined || language === 'und' ? undefined : language}
        spellCheck
        rows={1}
        onInput={({ currentTarget: { value, selectionStart, selectionEnd } }) =>
          own()?.change({ text: value, selection: { begin: selectionStart, end: selectionEnd } })
        }
        onSelect={readSelection}
        onCompositionStart={() => own()?.change({ isComposing: true })}
        onCompositionEnd={() => own()?.change({ isComposing: false })}
        onKeyDown={(event) => {
          // Enter and Esc belong to the input method while it composes.
          if (event.nativeEvent.isComposing || event.key === 'Process') return;
          if (event.key === 'Enter' && !event.shiftKey) commit(0);
          else if (event.key === 'Tab') commit(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') {
            own()?.cancel();
            onEnd(0);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        // A field has the system's own menu, with its spelling.
        onContextMenu={(event) => event.stopPropagation()}
        onBlur={(event) => {
          // Another window has the keys for a while: editing goes on when the person comes back.
          // So it does over a dialog that leaves what is typed in its field, such as the palette.
          const isAway = event.target === document.activeElement;
          if (isAway || session.getState().dialog !== undefined) own()?.keepDraft();
          else {
            own()?.change({ isComposing: false });
            commit(0);
          }
        }}
      />
      <p id={hintId} className={isRestored ? styles.editorHint : 'visually-hidden'}>
        {t(isRestored ? 'table.draft.restored' : 'table.edit.keys')}
      </p>
    </div>
  );
}
