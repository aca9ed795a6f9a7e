import type { Edit } from '@core/edits/edit';
import { canSplitAt } from '@core/edits/split-at-offset';
import type { Sentence } from '@core/transcript/sentence';
import { toTextOffset } from '../lib/field-text';
import type { Typing } from '../state/typing';
import type { CommandContext, SomeCommands } from './command';
import {
  findCurrent,
  findEditable,
  isShown,
  listEditable,
  listRows,
  listShown,
  listToMerge,
} from './selection';

/** Length of a sentence that is put in by hand, where nothing follows sooner. */
const newSentenceMs = 2000;
/** A sentence that follows sooner than this after the playhead is overlapped rather than obeyed. */
const leastNewSentenceMs = 300;

/** Commands of the menu “Edit”. */
export function createEditCommands(context: CommandContext) {
  const { document, editing, notices, player, session } = context;
  /** Applies an edit and selects what it says. */
  const apply = (edit: Edit): readonly string[] | undefined => {
    const select = document.getState().edit(edit);
    if (select !== undefined && select.length > 0) session.getState().select(select);
    return select;
  };
  const withCurrent = (act: (current: Sentence) => void) => (): void => {
    const current = findEditable(context);
    if (current !== undefined) act(current);
  };

  /** Splits what is being typed at its caret; typing goes on with the second half. */
  const splitTyped = ({ sentenceId, text, selection }: Typing): void => {
    if (!canSplitAt(text, selection.end)) {
      notices.getState().hint('editing.noSplit');
      return;
    }
    if (editing.getState().commit() !== 'done') return;
    const committed = document.getState().project?.sentences.find(({ id }) => id === sentenceId);
    const offset = toTextOffset(committed?.text ?? '', selection.end);
    const [second] = apply({ kind: 'split', sentenceId, offset }) ?? [];
    if (second !== undefined) editing.getState().begin(second, 0);
  };

  /** Merges what is being typed with what follows; the caret stays where it is. */
  const merge = (): void => {
    const { typing } = editing.getState();
    if (editing.getState().commit() !== 'done') return;
    const sentences = listToMerge(context, typing?.sentenceId);
    if (sentences.length < 2) return;
    if (sentences.slice(1).some((sentence) => !isShown(context, sentence))) {
      notices.getState().hint('editing.nextHidden');
      return;
    }
    const sentenceIds = sentences.map(({ id }) => id);
    const [merged] = apply({ kind: 'merge', sentenceIds }) ?? [];
    if (merged !== undefined && merged === typing?.sentenceId) {
      editing.getState().begin(merged, typing.selection.end);
    }
  };

  const split = (current: Sentence): void => {
    const { typing } = editing.getState();
    if (typing !== undefined) {
      splitTyped(typing);
      return;
    }
    const { positionMs } = player;
    const wordIndex = findSplit(current, positionMs);
    if (wordIndex === undefined) notices.getState().hint('app.notice.noSplit');
    else apply({ kind: 'split', sentenceId: current.id, wordIndex });
  };

  const insert = (): void => {
    const { positionMs } = player;
    const sentences = document.getState().project?.sentences ?? [];
    const next = sentences.find(({ beginMs }) => beginMs > positionMs);
    const roomMs = (next?.beginMs ?? Infinity) - positionMs;
    const lengthMs = roomMs < leastNewSentenceMs ? newSentenceMs : Math.min(newSentenceMs, roomMs);
    const select = apply({
      kind: 'insert',
      beginMs: positionMs,
      endMs: positionMs + lengthMs,
      text: '',
      channel: findCurrent(context)?.channel ?? 0,
    });
    const [id] = select ?? [];
    if (id === undefined) return;
    session.getState().goTo(id, positionMs);
    editing.getState().begin(id);
  };

  const remove = (): void => {
    const removed = listEditable(context);
    if (removed.length === 0) return;
    const gone = new Set(removed.map(({ id }) => id));
    const rows = listRows(context);
    const lastAt = rows.findLastIndex(({ id }) => gone.has(id));
    const after =
      rows.slice(lastAt + 1).find(({ id }) => !gone.has(id)) ??
      rows.findLast(({ id }) => !gone.has(id));
    apply({ kind: 'remove', sentenceIds: [...gone] });
    session.getState().select(after === undefined ? [] : [after.id]);
  };

  return {
    'edit.undo': () => void document.getState().undo(),
    'edit.redo': () => void document.getState().redo(),
    'edit.text': withCurrent(({ id }) => editing.getState().begin(id)),
    'edit.setBegin': withCurrent(({ id, beginMs, endMs }) => {
      const { positionMs } = player;
      // Behind its end the sentence moves as a whole; it could not begin there otherwise.
      const moved = positionMs < endMs ? endMs : positionMs + (endMs - beginMs);
      apply({ kind: 'setTimes', sentenceId: id, beginMs: positionMs, endMs: moved });
    }),
    'edit.setEnd': withCurrent(({ id, beginMs, endMs }) => {
      const { positionMs } = player;
      const moved = positionMs > beginMs ? beginMs : Math.max(0, positionMs - (endMs - beginMs));
      if (positionMs > moved) {
        apply({ kind: 'setTimes', sentenceId: id, beginMs: moved, endMs: positionMs });
      }
    }),
    'edit.split': withCurrent(split),
    'edit.merge': merge,
    'edit.insert': insert,
    'edit.remove': remove,
    'edit.setSpeaker': () => session.getState().set({ dialog: 'speaker' }),
    'edit.selectAll': () => {
      const shownIds = listShown(context).map(({ id }) => id);
      // They are shown in the order of the document as far as a command knows.
      session.getState().changeSelection({ kind: 'all' }, { shownIds, documentIds: shownIds });
    },
    'edit.find': () => {
      const field = globalThis.document.querySelector<HTMLInputElement>('[data-filter-field]');
      field?.focus();
      field?.select();
    },
  } satisfies SomeCommands;
}

/**
 * The word a sentence splits at: the first that is said after a position, or in the middle of whose
 * saying the position has not yet come. Undefined where no word would be left on one of the sides.
 */
export function findSplit(sentence: Sentence, positionMs: number): number | undefined {
  if (positionMs <= sentence.beginMs || positionMs >= sentence.endMs) return undefined;
  const { words } = sentence;
  const at = words.findIndex(({ beginMs, endMs }) => (beginMs + endMs) / 2 >= positionMs);
  if (words.length < 2) return undefined;
  if (at === -1) return words.length - 1;
  return Math.max(1, at);
}
