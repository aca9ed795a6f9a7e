import { retimeWords } from '../alignment/retime-words';
import { StudioError } from '../errors/studio-error';
import type { Project, ProjectProperties } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';
import { applyDiff } from './apply-diff';
import type { Edit, EditLabel } from './edit';
import type { ProjectDiff } from './project-diff';

export interface EditResult {
  readonly project: Project;
  readonly diff: ProjectDiff;
  readonly label: EditLabel;
  /** What to select afterwards; absent where the selection may stay. */
  readonly select?: readonly string[];
}

/**
 * What an edit makes of a project, as a diff of records and the project with it applied [ED1]. An
 * edit that changes nothing gives an empty diff.
 *
 * @param newId gives a fresh sentence id at each call
 * @throws StudioError `project/conflict` where a sentence is not there; `usage/invalid` where the
 *   edit cannot be done, with `data.problem`
 */
export function applyEdit(project: Project, edit: Edit, newId: () => string): EditResult {
  const { diff, select } = resolveEdit(project, edit, newId);
  return {
    project: applyDiff(project, diff),
    diff,
    label: `edit.${edit.kind}`,
    ...(select === undefined ? {} : { select }),
  };
}

interface Resolved {
  readonly diff: ProjectDiff;
  readonly select?: readonly string[];
}

const nothing: ProjectDiff = { added: [], updated: [], removed: [] };

function resolveEdit(project: Project, edit: Edit, newId: () => string): Resolved {
  switch (edit.kind) {
    case 'setText': {
      const before = getSentence(project, edit.sentenceId);
      const words = retimeWords(before.words, edit.text, before);
      return { diff: change(before, { ...before, text: edit.text, words }) };
    }
    case 'setTimes': {
      const before = getSentence(project, edit.sentenceId);
      return { diff: change(before, { ...before, beginMs: edit.beginMs, endMs: edit.endMs }) };
    }
    case 'remove':
      return {
        diff: { ...nothing, removed: edit.sentenceIds.map((id) => getSentence(project, id)) },
      };
    case 'addSentences':
      return { diff: { ...nothing, added: edit.sentences } };
    case 'setProperties': {
      const before = Object.fromEntries(
        Object.keys(edit.properties).map((name) => [
          name,
          project[name as keyof ProjectProperties],
        ]),
      );
      return { diff: { ...nothing, properties: { before, after: edit.properties } } };
    }
    default:
      void newId;
      throw new StudioError('usage/invalid', 'not yet', { data: { problem: edit.kind } });
  }
}

function change(before: Sentence, after: Sentence): ProjectDiff {
  return { ...nothing, updated: [{ before, after }] };
}

function getSentence(project: Project, id: string): Sentence {
  const found = project.sentences.find((sentence) => sentence.id === id);
  if (found !== undefined) return found;
  throw new StudioError('project/conflict', 'the sentence is not there', { data: { record: id } });
}
