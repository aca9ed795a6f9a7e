import type { Problem } from '@core/qc/checker';
import { createFilter } from '../lib/match-filter';
import { goToSentence } from './go-to-sentence';
import type { StudioParts } from './studio-parts';

type Parts = Pick<StudioParts, 'document' | 'session' | 'editing' | 'player' | 'problems'>;

/** Goes to the cue of a problem [WN9]; a filter that hides it is lifted. */
export function goToProblem(parts: Parts, { cue }: Pick<Problem, 'cue'>): void {
  const { document, session } = parts;
  const sentence = document.getState().project?.sentences.find(({ id }) => id === cue);
  if (sentence === undefined) return;
  if (!createFilter(session.getState().filter)(sentence)) session.getState().set({ filter: '' });
  goToSentence(parts, sentence);
}

/**
 * Mends one problem in sight of the person; what is typed becomes an edit before.
 * @returns whether it could be mended
 */
export function mendProblem(parts: Parts, problem: Problem): boolean {
  const { editing, problems, session } = parts;
  if (editing.getState().commit() !== 'done') return false;
  const changes = problems.getState().findFix(problem);
  if (changes.length === 0) return false;
  goToProblem(parts, problem);
  const select = problems.getState().mend(changes);
  if (select !== undefined) session.getState().select(select);
  return true;
}
