import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishSteps } from '@core/steps';
import { stringifyInSteps } from '../../../../electron/services/projects/stringify-in-steps';

test('is what JSON has of it, in UTF-8', () => {
  const lists = fc
    .tuple(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.integer({ min: 0, max: 120 }))
    .map(([items, count]) => Array.from({ length: count }).flatMap(() => items));
  const field = fc.oneof(fc.jsonValue(), lists, fc.constant(undefined));
  const fields = fc.dictionary(fc.string(), fc.oneof(field, fc.dictionary(fc.string(), field)));
  fc.assert(
    fc.property(fields, (changes) => {
      const line = { kind: 'edit', gone: undefined, diff: { changes } };
      const bytes = finishSteps(stringifyInSteps(line, '\n'));
      expect(bytes.toString()).toBe(`${JSON.stringify(line)}\n`);
    }),
    { numRuns: 40 },
  );
});

test('is made in steps where it is long', () => {
  const added = Array.from({ length: 10_000 }, () => ({}));
  const steps = stringifyInSteps({ diff: { changes: { sentences: { added } } } });
  expect([...steps]).toHaveLength(99);
});
