import { StudioError } from '../errors/studio-error';
import type { Project } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';

/**
 * A sentence of a project.
 * @throws StudioError `project/conflict` where it is not there
 */
export function getSentence(project: Project, id: string): Sentence {
  const found = project.sentences.find((sentence) => sentence.id === id);
  if (found === undefined) throw notThere(id);
  return found;
}

/**
 * Each of the sentences once, in the order of the list.
 * @throws StudioError `project/conflict` where one is not there
 */
export function getSentences(project: Project, ids: readonly string[]): readonly Sentence[] {
  const wanted = new Set(ids);
  const found = project.sentences.filter(({ id }) => wanted.delete(id));
  for (const id of wanted) throw notThere(id);
  return found;
}

function notThere(id: string): StudioError {
  return new StudioError('project/conflict', 'the sentence is not there', { data: { record: id } });
}
