import { StudioError } from '../errors/studio-error';
import { makeArrange } from '../records/arrange-fields';
import { findRecordProblem } from '../records/find-record-problem';
import { getRecordKind, isRecordKindName, recordKindNames } from '../records/record-kinds';
import { migrateProject } from './migrations';
import {
  type Project,
  projectHeadSchema,
  projectMinor,
  projectSchema,
  projectVersion,
} from './project';

const arrangeRecord = new Map(
  recordKindNames.map((name) => [name, makeArrange(getRecordKind(name).schema, 'keep')] as const),
);
/** All but the lists, which are long and are made line by line. */
const arrangeHead = makeArrange(projectHeadSchema, 'keep');

/** A project as the text of a `.zimu` file [PF1] [PF2]. */
export function formatProject(project: Project): string {
  return [...formatProjectLines(project)].join('');
}

/**
 * The same text line by line, so that a long one can be made while others get their turn [PF2].
 * @returns lines with their line feeds
 */
export function* formatProjectLines(project: Project): Generator<string, void, undefined> {
  yield '{\n';
  const head = Object.entries(arrangeHead(project) as Readonly<Record<string, unknown>>);
  for (const [name, value] of head) {
    if (isRecordKindName(name)) continue;
    yield `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  }
  // A list of every kind would be noise in most files; sentences are what a project is about.
  const lists = recordKindNames.filter((name) => name === 'sentences' || project[name].length > 0);
  for (const [place, name] of lists.entries()) {
    yield `  ${JSON.stringify(name)}: [\n`;
    const records = project[name];
    const arrange = arrangeRecord.get(name)!;
    for (const [index, record] of records.entries()) {
      const mark = index === records.length - 1 ? '' : ',';
      yield `    ${JSON.stringify(arrange(record))}${mark}\n`;
    }
    yield place === lists.length - 1 ? '  ]\n}\n' : '  ],\n';
  }
}

/**
 * Reads what {@link formatProject} wrote, in any layout and of any version up to this one [PF3];
 * unknown fields are kept [RK2].
 *
 * @param path of the file, for errors alone
 * @throws StudioError `project/unreadable` with `data.path` and `data.reason`; `project/too-new`
 *   with `data.path` and `data.version`
 */
export function parseProject(text: string, path: string): Project {
  const value = parseJson(text, path);
  const version = findVersion(value);
  if (version === undefined) throw unreadable(path, 'it has no version');
  if (version > projectVersion) {
    throw new StudioError('project/too-new', `project of version ${version}`, {
      data: { path, version },
    });
  }
  const result = projectSchema.safeParse(migrateProject(value, version));
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw unreadable(path, `${field}: ${issue?.message ?? ''}`, result.error);
  }
  // The schema is put together from the table, by which the compiler cannot see what it gives.
  const read = result.data as unknown as Project;
  const problem = findRecordProblem(read);
  if (problem !== undefined) throw unreadable(path, `${problem.detail} [${problem.rule}]`);
  return { ...read, minor: Math.max(read.minor, projectMinor) };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (cause) {
    throw unreadable(path, 'it is not JSON', cause);
  }
}

function findVersion(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  const { version } = value;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1
    ? version
    : undefined;
}

function unreadable(path: string, reason: string, cause?: unknown): StudioError {
  return new StudioError('project/unreadable', `project file cannot be read: ${reason}`, {
    data: { path, reason },
    cause,
  });
}
