import { StudioError } from '../errors/studio-error';
import type { Project } from '../project-file/project';
import { findSentenceProblems } from '../transcript/invariants';
import type { Sentence } from '../transcript/sentence';
import { compareSentences } from '../transcript/sort-sentences';
import { isSameRecord } from './is-same-record';
import type { ProjectDiff } from './project-diff';
import { refuseEdit } from './refuse-edit';

/** Up to here records are moved one by one; beyond, all of them are put together anew. */
const fewRecords = 32;

/**
 * The project with a diff applied [ED2]. Sentences that the diff does not name stay the same objects
 * and are not looked into; those that it brings are checked [ED3].
 *
 * @throws StudioError `project/conflict` where a record is not as the diff says it was;
 *   `usage/invalid` where the diff contradicts itself or brings a sentence that breaks a rule
 */
export function applyDiff(project: Project, diff: ProjectDiff): Project {
  if (isEmptyDiff(diff)) return project;
  const fresh = collectFresh(diff);
  const sentences = replace(project.sentences, collectExpected(diff), fresh);
  const { properties } = diff;
  if (properties === undefined) return { ...project, sentences };
  for (const [name, value] of Object.entries(properties.before)) {
    if (!Object.hasOwn(properties.after, name)) throw refuseEdit(`${name} has no value afterwards`);
    if (project[name as keyof Project] !== value) throw conflict(name);
  }
  if (Object.keys(properties.after).some((name) => !Object.hasOwn(properties.before, name))) {
    throw refuseEdit('a property has no value before');
  }
  return { ...project, ...properties.after, sentences };
}

/** What takes a diff back [ED2]. */
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

/** Whether applying a diff would change nothing. */
export function isEmptyDiff({ added, updated, removed, properties }: ProjectDiff): boolean {
  return (
    added.length + updated.length + removed.length === 0 &&
    Object.keys(properties?.after ?? {}).length === 0
  );
}

/** What must be there before, by id. */
function collectExpected({ removed, updated }: ProjectDiff): ReadonlyMap<string, Sentence> {
  const expected = new Map<string, Sentence>();
  for (const sentence of [...removed, ...updated.map(({ before }) => before)]) {
    if (expected.has(sentence.id)) throw refuseEdit('a sentence is changed twice');
    expected.set(sentence.id, sentence);
  }
  return expected;
}

/** What is there afterwards, by id, each sound [TX1] [TX2]. */
function collectFresh({ added, updated }: ProjectDiff): ReadonlyMap<string, Sentence> {
  const fresh = new Map<string, Sentence>();
  const put = (sentence: Sentence): void => {
    if (fresh.has(sentence.id)) throw refuseEdit('two sentences have one id');
    const problem = findSentenceProblems(sentence, 0)[0];
    if (problem !== undefined) throw refuseEdit(`${problem.detail} [${problem.rule}]`);
    fresh.set(sentence.id, sentence);
  };
  for (const sentence of added) put(sentence);
  for (const { before, after } of updated) {
    if (before.id !== after.id) throw refuseEdit('a sentence changes its id');
    put(after);
  }
  return fresh;
}

function replace(
  sentences: readonly Sentence[],
  expected: ReadonlyMap<string, Sentence>,
  fresh: ReadonlyMap<string, Sentence>,
): readonly Sentence[] {
  const places = [...expected.values()].map((sentence) => {
    const place = findPlace(sentences, sentence);
    if (!isSameRecord(sentences[place], sentence)) throw conflict(sentence.id);
    return place;
  });
  const brought = new Set([...fresh.keys()].filter((id) => !expected.has(id)));
  if (brought.size > 0) {
    for (const { id } of sentences) if (brought.has(id)) throw conflict(id);
  }
  if (expected.size + fresh.size > fewRecords) {
    const gone = new Set(places);
    const kept = sentences.filter((_sentence, place) => !gone.has(place));
    return mergeSorted(kept, [...fresh.values()].sort(compareSentences));
  }
  const changed = [...sentences];
  for (const place of places.sort((left, right) => right - left)) changed.splice(place, 1);
  for (const sentence of fresh.values()) {
    changed.splice(findPlace(changed, sentence), 0, sentence);
  }
  return changed;
}

/** Where a sentence is, or belongs. */
function findPlace(sentences: readonly Sentence[], sentence: Sentence): number {
  let begin = 0;
  let end = sentences.length;
  while (begin < end) {
    const middle = (begin + end) >> 1;
    if (compareSentences(sentences[middle]!, sentence) < 0) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

function mergeSorted(kept: readonly Sentence[], fresh: readonly Sentence[]): readonly Sentence[] {
  const merged: Sentence[] = [];
  let next = 0;
  for (const sentence of kept) {
    while (next < fresh.length && compareSentences(fresh[next]!, sentence) < 0) {
      merged.push(fresh[next]!);
      next += 1;
    }
    merged.push(sentence);
  }
  return next === fresh.length ? merged : merged.concat(fresh.slice(next));
}

function conflict(record: string): StudioError {
  return new StudioError('project/conflict', 'a record is not as the diff says', {
    data: { record },
  });
}
