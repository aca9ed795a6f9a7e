import { StudioError } from '../errors/studio-error';
import type { Project } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';
import { compareSentences } from '../transcript/sort-sentences';
import type { ProjectDiff } from './project-diff';

/**
 * The project with a diff applied; sentences that it does not name stay the same objects [ED2].
 *
 * @throws StudioError `project/conflict` where a record is not as the diff says it was
 */
export function applyDiff(project: Project, diff: ProjectDiff): Project {
  const gone = new Map<string, Sentence>();
  for (const sentence of diff.removed) gone.set(sentence.id, sentence);
  for (const { before } of diff.updated) gone.set(before.id, before);
  let found = 0;
  const kept = project.sentences.filter((sentence) => {
    const expected = gone.get(sentence.id);
    if (expected === undefined) return true;
    if (!isSameRecord(sentence, expected)) throw conflict(sentence.id);
    found += 1;
    return false;
  });
  if (found !== gone.size) throw conflict([...gone.keys()].join(' '));
  const fresh = [...diff.added, ...diff.updated.map(({ after }) => after)].sort(compareSentences);
  const added = new Set(diff.added.map(({ id }) => id));
  if (added.size > 0 && kept.some(({ id }) => added.has(id))) throw conflict([...added].join(' '));
  const { properties } = diff;
  for (const [name, value] of Object.entries(properties?.before ?? {})) {
    if (project[name as keyof Project] !== value) throw conflict(name);
  }
  return { ...project, ...properties?.after, sentences: mergeSorted(kept, fresh) };
}

/** What takes a diff back. */
export function reverseDiff({ added, updated, removed, properties }: ProjectDiff): ProjectDiff {
  return {
    added: removed,
    updated: updated.map(({ before, after }) => ({ before: after, after: before })),
    removed: added,
    ...(properties === undefined
      ? {}
      : { properties: { before: properties.after, after: properties.before } }),
  };
}

/** Records are plain JSON with keys in any order, so they are compared field by field. */
function isSameRecord(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return false;
  }
  const leftKeys = Object.keys(left);
  return (
    leftKeys.length === Object.keys(right).length &&
    leftKeys.every((key) =>
      isSameRecord((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}

function mergeSorted(kept: readonly Sentence[], fresh: readonly Sentence[]): readonly Sentence[] {
  if (fresh.length === 0) return kept;
  const merged: Sentence[] = [];
  let next = 0;
  for (const sentence of kept) {
    while (next < fresh.length && compareSentences(fresh[next]!, sentence) < 0) {
      merged.push(fresh[next++]!);
    }
    merged.push(sentence);
  }
  return [...merged, ...fresh.slice(next)];
}

function conflict(record: string): StudioError {
  return new StudioError('project/conflict', 'a record is not as the diff says', {
    data: { record },
  });
}
