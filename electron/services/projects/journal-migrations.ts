import { omitUndefined } from '@core/omit-undefined';
/** Makes a line of a journal of one version into that of the next; what is none is left as it is. */
type LineMigration = (line: unknown) => unknown;

/** Version of the journals that are written; the header of a segment names it [PF8]. */
export const journalVersion = 2;

/**
 * By the version that a migration starts from. One is never changed once it was released: journals
 * of its version lie on people's disks.
 */
const migrations: ReadonlyMap<number, LineMigration> = new Map([[1, migrateFromVersion1]]);

/**
 * A line of a journal in the form of the present version [PF8].
 * @param version that the header of its segment names, from 1
 */
export function migrateLine(line: unknown, version: number): unknown {
  let current = line;
  for (let from = version; from < journalVersion; from++) {
    current = migrations.get(from)?.(current);
  }
  return current;
}

/** Version 1 knew changes of sentences alone, and labels were keys of the message catalogue. */
function migrateFromVersion1(line: unknown): unknown {
  if (!isObject(line) || !isObject(line['diff']) || typeof line['label'] !== 'string') return line;
  const { properties, ...sentences } = line['diff'];
  return {
    ...line,
    label: line['label'].replace(/^edit\./u, ''),
    diff: { changes: { sentences }, ...omitUndefined({ properties }) },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
