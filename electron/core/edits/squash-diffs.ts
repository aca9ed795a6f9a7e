import type { ProjectProperties } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';
import { isSameRecord } from './is-same-record';
import type { ProjectDiff, SentenceChange } from './project-diff';

/**
 * One diff that does what a list of diffs does one after the other [ED4]. What was there neither
 * before nor after, or is after as it was before, is left out.
 *
 * @param diffs each of them applies to what the one before leaves
 */
export function squashDiffs(diffs: readonly ProjectDiff[]): ProjectDiff {
  if (diffs.length === 1) return diffs[0]!;
  const before = new Map<string, Sentence | undefined>();
  const after = new Map<string, Sentence | undefined>();
  const note = (id: string, was: Sentence | undefined, is: Sentence | undefined): void => {
    if (!before.has(id)) before.set(id, was);
    after.set(id, is);
  };
  let first: Partial<ProjectProperties> = {};
  let last: Partial<ProjectProperties> = {};
  for (const diff of diffs) {
    for (const sentence of diff.removed) note(sentence.id, sentence, undefined);
    for (const change of diff.updated) note(change.before.id, change.before, change.after);
    for (const sentence of diff.added) note(sentence.id, undefined, sentence);
    first = { ...diff.properties?.before, ...first };
    last = { ...last, ...diff.properties?.after };
  }
  const added: Sentence[] = [];
  const updated: SentenceChange[] = [];
  const removed: Sentence[] = [];
  for (const [id, was] of before) {
    const is = after.get(id);
    if (was === undefined && is !== undefined) added.push(is);
    else if (was !== undefined && is === undefined) removed.push(was);
    else if (was !== undefined && is !== undefined && !isSameRecord(was, is)) {
      updated.push({ before: was, after: is });
    }
  }
  return { added, updated, removed, ...findChangedProperties(first, last) };
}

/** Ids of the sentences that a diff names; an id may come more than once. */
export function listTouchedIds({ added, updated, removed }: ProjectDiff): readonly string[] {
  return [
    ...added.map(({ id }) => id),
    ...updated.map(({ before }) => before.id),
    ...removed.map(({ id }) => id),
  ];
}

/** Whether two diffs name no sentence and no property in common, so that they pass each other. */
export function areDisjointDiffs(left: ProjectDiff, right: ProjectDiff): boolean {
  const touched = new Set(listTouchedIds(left));
  const properties = left.properties?.after ?? {};
  return (
    !right.added.some(({ id }) => touched.has(id)) &&
    !right.updated.some(({ before }) => touched.has(before.id)) &&
    !right.removed.some(({ id }) => touched.has(id)) &&
    !Object.keys(right.properties?.after ?? {}).some((name) => Object.hasOwn(properties, name))
  );
}

/** The part of a diff for properties of which some have changed; empty where none has. */
export function findChangedProperties(
  before: Partial<ProjectProperties>,
  after: Partial<ProjectProperties>,
): Pick<ProjectDiff, 'properties'> {
  const names = (Object.keys(after) as (keyof ProjectProperties)[]).filter(
    (name) => after[name] !== before[name],
  );
  if (names.length === 0) return {};
  const pick = (from: Partial<ProjectProperties>): Partial<ProjectProperties> =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  return { properties: { before: pick(before), after: pick(after) } };
}
