import { StudioError } from '../errors/studio-error';
import type { Project } from '../project-file/project';
import { requiredProperties } from '../records/document-properties';
import { getRecordKind, getRecords, isRecordKindName } from '../records/record-kinds';
import { isSameRecord } from './is-same-record';
import { isEmptyChange, listChanges, listPropertyNames, type ProjectDiff } from './project-diff';
import { refuseDiff } from './refuse-edit';
import { replaceRecords } from './replace-records';

/**
 * The project with a diff applied [ED2]. Records that the diff does not name stay the same objects
 * and are not looked into; those that it brings are checked [ED3].
 *
 * @throws StudioError `project/conflict` where a record is not as the diff says it was;
 *   `usage/invalid` where the diff contradicts itself or brings a record that breaks a rule
 */
export function applyDiff(project: Project, diff: ProjectDiff): Project {
  const unknown = Object.keys(diff.changes).find((name) => !isRecordKindName(name));
  if (unknown !== undefined) throw refuseDiff(`there are no records called ${unknown}`);
  if (isEmptyDiff(diff)) return project;
  const lists = Object.fromEntries(
    listChanges(diff).map(({ name, changes }) => [
      name,
      replaceRecords(getRecordKind(name), getRecords(project, name), changes),
    ]),
  );
  return { ...replaceProperties(project, diff), ...lists };
}

/** What takes a diff back [ED2]. */
export function reverseDiff(diff: ProjectDiff): ProjectDiff {
  const changes = Object.fromEntries(
    listChanges(diff).map(({ name, changes: { added, updated, removed } }) => [
      name,
      {
        added: removed,
        updated: updated.map(({ before, after }) => ({ before: after, after: before })),
        removed: added,
      },
    ]),
  );
  const { properties } = diff;
  if (properties === undefined) return { changes };
  return { changes, properties: { before: properties.after, after: properties.before } };
}

/** Whether applying a diff would change nothing. */
export function isEmptyDiff(diff: ProjectDiff): boolean {
  return Object.values(diff.changes).every(isEmptyChange) && listPropertyNames(diff).length === 0;
}

/** Fields of a document that no edit changes. */
const fixedFields: readonly string[] = [
  'version',
  'minor',
  'id',
  'media',
] satisfies (keyof Project)[];

function replaceProperties(project: Project, diff: ProjectDiff): Project {
  const { properties } = diff;
  if (properties === undefined) return project;
  // By name, as some may be of a newer minor version [RK2].
  const before: Readonly<Record<string, unknown>> = properties.before;
  const after: Readonly<Record<string, unknown>> = properties.after;
  const current = project as unknown as Readonly<Record<string, unknown>>;
  for (const name of listPropertyNames(diff)) {
    if (fixedFields.includes(name) || isRecordKindName(name)) {
      throw refuseDiff(`${name} is no property`);
    }
    if (requiredProperties.includes(name)) {
      if (!Object.hasOwn(before, name)) throw refuseDiff('a property has no value before');
      if (!Object.hasOwn(after, name)) throw refuseDiff(`${name} has no value afterwards`);
    }
    if (!isSameRecord(current[name], before[name])) {
      throw new StudioError('project/conflict', 'a property is not as the diff says', {
        data: { record: name },
      });
    }
  }
  const kept = Object.entries(project).filter(
    ([name]) => !Object.hasOwn(before, name) || Object.hasOwn(after, name),
  );
  return { ...(Object.fromEntries(kept) as unknown as Project), ...properties.after };
}
