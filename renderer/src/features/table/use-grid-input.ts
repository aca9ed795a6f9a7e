import type { Sentence } from '@core/transcript/sentence';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { SelectionStep } from '../../state/change-selection';
import { goToSentence } from '../../state/go-to-sentence';
import { useStudio } from '../../state/studio-context';
import { findRowStep } from './find-row-step';
import type { ColumnId, TimeColumnId } from './table-columns';
import { findTextOffset } from './text-offset';
import type { TimeEdit } from './time-edit';
import type { Follow } from './use-follow';
import type { GridFocus } from './use-grid-focus';
import type { RowScroll } from './use-row-scroll';
import type { SentenceRows } from './use-sentence-rows';

export interface GridInputOptions {
  readonly rows: SentenceRows;
  readonly sentences: readonly Sentence[];
  readonly scroll: RowScroll;
  readonly follow: Follow;
  readonly focus: GridFocus;
  readonly setTimeEdit: (edit: TimeEdit | undefined) => void;
}

export interface GridInput {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** The menu is about what is selected: a row beside the selection becomes it. */
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  /** Typing ended in a row; `step` goes on before or behind it. */
  readonly endEditing: (sentenceId: string, from: TimeColumnId | 'text', step: -1 | 0 | 1) => void;
}

/** Where in the rows something happened. */
interface Place {
  readonly sentence: Sentence;
  readonly rowElement: HTMLElement;
  readonly column: ColumnId | undefined;
  readonly wordIndex: number | undefined;
}

/** What mouse and keys do in the rows. Keys that mean nothing here go on to the commands. */
export function useGridInput({
  rows,
  sentences,
  scroll,
  follow,
  focus,
  setTimeEdit,
}: GridInputOptions): GridInput {
  const { session, editing, player } = useStudio();
  const { ids } = rows;

  const findPlace = (target: EventTarget): Place | undefined => {
    if (!(target instanceof Element) || isField(target)) return undefined;
    const rowElement = target.closest<HTMLElement>('[data-row]');
    const id = rowElement?.dataset['row'];
    const row = id === undefined ? undefined : rows.getRow(ids.indexOf(id));
    if (rowElement === null || row === undefined) return undefined;
    const word = target.closest<HTMLElement>('[data-word]')?.dataset['word'];
    const cell = target.closest<HTMLElement>('[data-column]');
    return {
      sentence: row.sentence,
      rowElement,
      column: cell?.dataset['column'] as ColumnId | undefined,
      wordIndex: word === undefined ? undefined : Number(word),
    };
  };

  const changeSelection = (step: SelectionStep): void => {
    const documentIds = sentences.map(({ id }) => id);
    session.getState().changeSelection(step, { shownIds: ids, documentIds });
  };

  /** Selects one row; the waveform shows it too, unless it goes along with what is played. */
  const selectOne = ({ id, beginMs }: Sentence): void => {
    const state = session.getState();
    if (state.isFollowing && player.store.getState().isPlaying) state.select([id]);
    else state.goTo(id, beginMs);
  };

  const editText = (id: string, caret?: number): void => {
    setTimeEdit(undefined);
    editing.getState().begin(id, caret);
  };

  const edit = (id: string, column: ColumnId | undefined): void => {
    if (column === 'begin' || column === 'end') setTimeEdit({ sentenceId: id, column });
    else editText(id);
  };

  const moveTo = (index: number, isExtending: boolean): void => {
    const target = rows.getRow(index)?.sentence;
    if (target === undefined) return;
    if (isExtending) {
      follow.suspend();
      changeSelection({ kind: 'extend', id: target.id });
    } else {
      goToSentence({ session, player }, target);
      follow.resume();
    }
    scroll.showRow(index);
  };

  return {
    onClick: (event) => {
      const place = findPlace(event.target);
      if (place === undefined || event.detail > 1) return;
      const { sentence, rowElement, wordIndex } = place;
      if (event.target instanceof Element && event.target.closest('[data-draft]') !== null) {
        editText(sentence.id);
        return;
      }
      if (event.shiftKey) changeSelection({ kind: 'extend', id: sentence.id });
      else if (event.ctrlKey || event.metaKey) {
        changeSelection({ kind: 'toggle', id: sentence.id });
      } else {
        selectOne(sentence);
        const word = wordIndex === undefined ? undefined : sentence.words[wordIndex];
        if (word !== undefined) {
          player.seek(word.beginMs);
          follow.resume();
        }
      }
      rowElement.focus({ preventScroll: true });
    },
    onDoubleClick: (event) => {
      const place = findPlace(event.target);
      if (place === undefined) return;
      const { sentence, column } = place;
      if (column === 'speaker') session.getState().set({ dialog: 'speaker' });
      else if (column !== 'text') edit(sentence.id, column);
      else {
        const words = place.rowElement.querySelector('[data-words]');
        const { clientX, clientY } = event;
        editText(sentence.id, words === null ? undefined : findTextOffset(words, clientX, clientY));
      }
    },
    onKeyDown: (event) => {
      const place = findPlace(event.target);
      if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const { sentence } = place;
      const column = focus.findColumn();
      const index = ids.indexOf(sentence.id);
      const target = findRowStep(event.key, index, rows.count, scroll.countPageRows());
      if (target !== undefined) {
        // At an end there is nowhere to go.
        if (target !== index || sentence.id !== session.getState().currentId) {
          moveTo(target, event.shiftKey);
        }
      } else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'F2') {
        edit(sentence.id, column);
      } else if (event.key === 'Escape' && column !== undefined) focus.focusColumn(undefined);
      else if (
        // Of a row as a whole the keys left and right belong to the player.
        column !== undefined &&
        (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      ) {
        const at = rows.shownIds.indexOf(column) + (event.key === 'ArrowLeft' ? -1 : 1);
        const next = rows.shownIds[at];
        if (next !== undefined) focus.focusColumn(next);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu: (event) => {
      const place = findPlace(event.target);
      if (place === undefined) return;
      changeSelection({ kind: 'menu', id: place.sentence.id });
      place.rowElement.focus({ preventScroll: true });
    },
    endEditing: (sentenceId, from, step) => {
      if (from === 'text') {
        const nextId = step === 0 ? undefined : ids[ids.indexOf(sentenceId) + step];
        if (nextId !== undefined) editText(nextId);
        return;
      }
      if (from === 'begin' && step === 1) setTimeEdit({ sentenceId, column: 'end' });
      else if (from === 'end' && step === -1) setTimeEdit({ sentenceId, column: 'begin' });
      else {
        setTimeEdit(undefined);
        if (from === 'end' && step === 1) editText(sentenceId);
      }
    },
  };
}

function isField(element: Element): boolean {
  return element.closest('input, textarea') !== null;
}
