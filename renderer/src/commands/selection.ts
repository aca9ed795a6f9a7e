import { findNextOfChannel } from '@core/edits/kinds/merge';
import { hasMedia } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { matchesFilter } from '../lib/match-filter';
import type { CommandContext } from './command';

/** The sentences that the filter lets pass, in the order of the document. */
export function listShown(context: CommandContext): readonly Sentence[] {
  const sentences = context.document.getState().project?.sentences ?? [];
  const { filter } = context.session.getState();
  return filter === '' ? sentences : sentences.filter((sentence) => isShown(context, sentence));
}

/** The same in the order of the table, which a person may have sorted. */
export function listRows(context: CommandContext): readonly Sentence[] {
  const shown = listShown(context);
  const { tableOrder } = context.session.getState();
  if (tableOrder === undefined) return shown;
  const places = new Map(tableOrder.map((id, place) => [id, place]));
  const placeOf = ({ id }: Sentence): number => places.get(id) ?? places.size;
  return shown.toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** The sentence that keys work on. */
export function findCurrent({ document, session }: CommandContext): Sentence | undefined {
  return find(document, session.getState().currentId);
}

/**
 * The sentence that a command changes [WN7]: the one that is being typed, else the current one where
 * it is selected and shown.
 */
export function findEditable(context: CommandContext): Sentence | undefined {
  const { typing } = context.editing.getState();
  if (typing !== undefined) return find(context.document, typing.sentenceId);
  const current = findCurrent(context);
  if (current === undefined || !isShown(context, current)) return undefined;
  return context.session.getState().selectedIds.includes(current.id) ? current : undefined;
}

/** As {@link listSelected}, for what changes them: a row that the filter hides is never edited. */
export function listEditable(context: CommandContext): readonly Sentence[] {
  return listSelected(context).filter((sentence) => isShown(context, sentence));
}

/** Whether the filter lets a sentence pass. */
export function isShown({ session }: CommandContext, sentence: Sentence): boolean {
  const { filter } = session.getState();
  return filter === '' || matchesFilter(sentence, filter);
}

/** The selected sentences that are still there, in the order of the document. */
export function listSelected({ document, session }: CommandContext): readonly Sentence[] {
  const { selectedIds } = session.getState();
  if (selectedIds.length === 0) return [];
  const wanted = new Set(selectedIds);
  return document.getState().project?.sentences.filter(({ id }) => wanted.has(id)) ?? [];
}

/**
 * The selected sentences, or the one selected and the one after it on its channel, which the filter
 * may hide.
 * @param typedId the sentence that is being typed, whose new text the filter may not let pass
 */
export function listToMerge(context: CommandContext, typedId?: string): readonly Sentence[] {
  const selected = listSelected(context).filter(
    (sentence) => sentence.id === typedId || isShown(context, sentence),
  );
  const [only] = selected;
  if (selected.length !== 1 || only === undefined) return selected;
  const sentences = context.document.getState().project?.sentences ?? [];
  const next = findNextOfChannel(sentences, only);
  return next === undefined ? [only] : [only, next];
}

function find(
  { getState }: CommandContext['document'],
  sentenceId: string | undefined,
): Sentence | undefined {
  if (sentenceId === undefined) return undefined;
  return getState().project?.sentences.find(({ id }) => id === sentenceId);
}

/** Whether a project is open. */
export function hasProject({ document }: CommandContext): boolean {
  return document.getState().project !== undefined;
}

/** Whether a project is open whose recording was chosen, whether or not it is where it was. */
export function hasRecording({ document }: CommandContext): boolean {
  const { project } = document.getState();
  return project !== undefined && hasMedia(project.media);
}

/**
 * The sentence before (-1) or after (+1) the current one among those shown; with none selected, the
 * one before or after a position.
 */
export function findNeighbour(
  shown: readonly Sentence[],
  currentId: string | undefined,
  positionMs: number,
  direction: -1 | 1,
): Sentence | undefined {
  const at = currentId === undefined ? -1 : shown.findIndex(({ id }) => id === currentId);
  if (at !== -1) return shown[at + direction];
  return direction === 1
    ? shown.find(({ beginMs }) => beginMs >= positionMs)
    : shown.findLast(({ beginMs }) => beginMs < positionMs);
}
