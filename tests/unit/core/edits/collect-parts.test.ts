import { collectParts } from '@core/edits/collect-parts';
import type { ProjectDiff } from '@core/edits/project-diff';
import { splitDiff } from '@core/edits/split-diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

function makeDiff(count: number): ProjectDiff {
  const added = Array.from({ length: count }, (_, at) =>
    makeSentence(`word ${at}`, at * 1000, at * 1000 + 900, { id: `s${at}` }),
  );
  return { changes: { sentences: { added, updated: [], removed: [] } } };
}

describe('[ED14] the parts of an edit', () => {
  it('are the edit once the last has come, however often each of them comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }),
        (records, most, times) => {
          const diff = makeDiff(records);
          const parts = splitDiff(diff, most);
          let sofar: readonly ProjectDiff[] = [];
          for (const [index, part] of parts.entries()) {
            for (let time = 0; time < times[index]!; time += 1) {
              const taken = collectParts(sofar, { index, count: parts.length }, part);
              const isLast = index === parts.length - 1;
              if ('whole' in taken) expect([isLast, taken.whole]).toEqual([true, diff]);
              else {
                expect(isLast).toBe(false);
                sofar = taken.parts;
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are refused where one of them is missing, and begin anew with a first one', () => {
    const [first, second, third] = splitDiff(makeDiff(3), 1);
    const begun = collectParts([], { index: 0, count: 3 }, first!);
    const sofar = 'parts' in begun ? begun.parts : [];
    expect(() => collectParts(sofar, { index: 2, count: 3 }, third!)).toThrow(
      expect.objectContaining({ code: 'project/conflict' }),
    );
    expect(() => collectParts([], { index: 1, count: 3 }, second!)).toThrow();
    expect(collectParts(sofar, { index: 0, count: 2 }, second!)).toEqual({ parts: [second] });
  });
});
