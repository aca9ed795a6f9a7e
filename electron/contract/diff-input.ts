import type { ProjectDiff } from '@core/edits/project-diff';
import { somePropertiesSchema } from '@core/records/document-properties';
import { recordKinds } from '@core/records/record-kinds';
import { z } from 'zod';

/** Many times what the longest recording has, of any kind of record. */
export const mostRecords = 1_000_000;

const mostCharacters = { title: 1_000, language: 200, engine: 200 } as const;

const properties = somePropertiesSchema.refine(
  (given) =>
    Object.entries(mostCharacters).every(
      ([name, most]) => (given[name as keyof typeof mostCharacters] ?? '').length <= most,
    ),
  `must not be longer than ${JSON.stringify(mostCharacters)} characters`,
);

const changes = z.strictObject(
  Object.fromEntries(
    Object.entries(recordKinds).map(([name, { schema }]) => {
      const record: z.ZodType = schema;
      const records = z.array(record).max(mostRecords);
      const updates = z.array(z.strictObject({ before: record, after: record })).max(mostRecords);
      return [
        name,
        z.exactOptional(z.strictObject({ added: records, updated: updates, removed: records })),
      ] as const;
    }),
  ),
);

/** A diff as a page may send it: records of every kind by their own schemas, unknown fields kept [RK2]. */
export const diffInput = z.strictObject({
  changes,
  properties: z.exactOptional(z.strictObject({ before: properties, after: properties })),
  // Put together from the table of kinds, by which the compiler cannot see what it gives.
}) as unknown as z.ZodType<ProjectDiff>;
