import type { Problem } from '@core/qc/checker';
import { describe, expect, it } from 'vitest';
import {
  groupProblems,
  listItems,
} from '../../../../../renderer/src/features/problems/list-problems';
import type { ProblemFilter } from '../../../../../renderer/src/state/problems-state';
import { makeSentence } from '../../../core/transcript/build-transcript';

const problem = (cue: string, rule: string, severity: Problem['severity']): Problem => ({
  ...{ cue, rule, severity, says: 'x' },
});
const problems = [
  problem('a', 'blanks', 'warning'),
  problem('a', 'lines', 'error'),
  problem('b', 'overlap', 'error'),
  problem('c', 'blanks', 'warning'),
];
const sentences = new Map(
  [['a', 'The tide'] as const, ['b', 'turns'] as const, ['c', 'at noon'] as const].map(
    ([id, text], index) => [id, makeSentence(text, index * 1000, index * 1000 + 900, { id })],
  ),
);
const nothingAsked: ProblemFilter = { severity: undefined, rule: undefined, search: '' };

function list(filter: Partial<ProblemFilter>) {
  return groupProblems({
    problems,
    filter: { ...nothingAsked, ...filter },
    rules: ['overlap', 'blanks', 'lines'],
    sentences,
    describe: ({ rule }) => `Rule ${rule}`,
  }).map((group) => `${group.rule}: ${group.problems.map(({ cue }) => cue).join(' ')}`);
}

describe('the list of problems', () => {
  it('has errors first, then the order of the rules', () => {
    expect(list({})).toEqual(['overlap: b', 'lines: a', 'blanks: a c']);
  });

  it.each([
    [{ severity: 'warning' }, ['blanks: a c']],
    [{ rule: 'lines' }, ['lines: a']],
    [{ search: ' TIDE' }, ['lines: a', 'blanks: a']],
    [{ search: 'rule over' }, ['overlap: b']],
    [{ search: 'nowhere' }, []],
  ] as const)('is filtered by %j', (filter, expected) => {
    expect(list(filter)).toEqual(expected);
  });

  it('hides the problems of a rule that is folded', () => {
    const groups = [
      { rule: 'blanks', severity: 'warning', problems: [problems[0]!, problems[3]!] },
      { rule: 'lines', severity: 'error', problems: [problems[1]!] },
    ] as const;
    expect(listItems(groups, new Set(['blanks'])).map(({ key }) => key)).toEqual([
      'blanks',
      'lines',
      'lines a',
    ]);
  });
});
