import { createFilter } from '../lib/match-filter';
import type { StudioParts } from './studio-parts';

/**
 * Brings what undo and redo changed into sight, selected, so that nothing is changed unseen [WN7]; a
 * filter that hides any of it is lifted. Who has gone on meanwhile, to type or to select something else,
 * is left alone.
 */
export function showSteps({
  document,
  session,
  editing,
}: Pick<StudioParts, 'document' | 'session' | 'editing'>): void {
  /** What was selected when the step was asked for. */
  let selectedBefore: readonly string[] | undefined;
  document.subscribe(({ stepCount, stepped, project }, before) => {
    const { selectedIds } = session.getState();
    if (stepCount !== before.stepCount) selectedBefore = selectedIds;
    if (stepped === undefined || stepped === before.stepped) return;
    if (editing.getState().typing !== undefined || selectedIds !== selectedBefore) return;
    const ids = new Set(stepped.sentenceIds);
    const changed = (project?.sentences ?? []).filter(({ id }) => ids.has(id));
    const [first] = changed;
    if (first === undefined) return;
    const passes = createFilter(session.getState().filter);
    if (!changed.every(passes)) session.getState().set({ filter: '' });
    session.getState().goTo(first.id, first.beginMs);
    session.getState().select(changed.map(({ id }) => id));
    // Another step may have been asked for before this one was known.
    selectedBefore = session.getState().selectedIds;
  });
}
