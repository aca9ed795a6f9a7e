import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeSelection,
  type Selection,
  type SelectionStep,
} from '../../../../renderer/src/state/change-selection';

const ids = ['a', 'b', 'c', 'd', 'e'];
const order = { shownIds: ids, documentIds: ids };
const none: Selection = { selectedIds: [], currentId: undefined, anchorId: undefined };

function walk(steps: readonly SelectionStep[], among = order): Selection {
  return steps.reduce((before, step) => changeSelection(before, step, among), none);
}

describe('a range', () => {
  it.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['c', 'c', ['c']],
    [undefined, 'c', ['c']],
    ['gone', 'c', ['c']],
    ['b', 'gone', ['gone']],
  ])('from %s to %s', (anchorId, id, selectedIds) => {
    const after = changeSelection({ ...none, anchorId }, { kind: 'extend', id }, order);
    expect(after).toEqual({ selectedIds, currentId: id, anchorId: anchorId ?? id });
  });

  it('always begins at the one that was chosen by itself', () => {
    const steps: SelectionStep[] = [
      { kind: 'one', id: 'c' },
      { kind: 'extend', id: 'e' },
      { kind: 'extend', id: 'a' },
    ];
    expect(walk(steps).selectedIds).toEqual(['a', 'b', 'c']);
  });

  it('begins at what an edit selected last', () => {
    const steps: SelectionStep[] = [
      { kind: 'one', id: 'a' },
      { kind: 'these', ids: ['d'] },
      { kind: 'extend', id: 'e' },
    ];
    expect(walk(steps).selectedIds).toEqual(['d', 'e']);
  });

  it('[WN6] leaves out what the filter hides', () => {
    const among = { shownIds: ['a', 'c', 'e'], documentIds: ids };
    const steps: SelectionStep[] = [
      { kind: 'one', id: 'a' },
      { kind: 'extend', id: 'e' },
    ];
    expect(walk(steps, among).selectedIds).toEqual(['a', 'c', 'e']);
  });

  it('[WN6] follows a sorted table, and is kept in the order of the document', () => {
    const among = { shownIds: ['e', 'a', 'd', 'b', 'c'], documentIds: ids };
    const steps: SelectionStep[] = [
      { kind: 'one', id: 'e' },
      { kind: 'extend', id: 'd' },
    ];
    expect(walk(steps, among).selectedIds).toEqual(['a', 'd', 'e']);
  });
});

describe('one more', () => {
  it('is put in and taken out again', () => {
    const two = walk([
      { kind: 'one', id: 'c' },
      { kind: 'toggle', id: 'a' },
    ]);
    expect(two).toEqual({ selectedIds: ['a', 'c'], currentId: 'a', anchorId: 'a' });
    const again = changeSelection(two, { kind: 'toggle', id: 'a' }, order);
    expect(again).toEqual({ selectedIds: ['c'], currentId: 'a', anchorId: 'a' });
  });
});

describe('a menu', () => {
  it('is about what is selected', () => {
    const before = walk([
      { kind: 'one', id: 'b' },
      { kind: 'extend', id: 'd' },
    ]);
    expect(changeSelection(before, { kind: 'menu', id: 'c' }, order)).toEqual({
      ...{ selectedIds: ['b', 'c', 'd'], currentId: 'c', anchorId: 'b' },
    });
  });

  it('beside the selection selects the one it is opened on', () => {
    const after = walk([
      { kind: 'one', id: 'b' },
      { kind: 'menu', id: 'e' },
    ]);
    expect(after).toEqual({ selectedIds: ['e'], currentId: 'e', anchorId: 'e' });
  });
});

describe('everything', () => {
  const among = { shownIds: ['b', 'd'], documentIds: ids };

  it('is what is shown, and the current one stays', () => {
    const after = walk([{ kind: 'one', id: 'd' }, { kind: 'all' }], among);
    expect(after).toMatchObject({ selectedIds: ['b', 'd'], currentId: 'd' });
  });

  it('has its first as the current one where the filter hides that', () => {
    const after = walk([{ kind: 'one', id: 'c' }, { kind: 'all' }], among);
    expect(after).toMatchObject({ selectedIds: ['b', 'd'], currentId: 'b' });
  });
});

describe('whatever is done', () => {
  const id = fc.constantFrom(...ids);
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('one', 'toggle', 'extend', 'menu'), id }),
    fc.constant({ kind: 'all' }),
  ) as fc.Arbitrary<SelectionStep>;

  it('[WN6] is in the order of the document, each one once', () => {
    fc.assert(
      fc.property(fc.array(step), fc.shuffledSubarray(ids, { minLength: 5 }), (steps, shownIds) => {
        const { selectedIds } = walk(steps, { shownIds, documentIds: ids });
        expect(selectedIds).toEqual(ids.filter((each) => selectedIds.includes(each)));
      }),
    );
  });
});
