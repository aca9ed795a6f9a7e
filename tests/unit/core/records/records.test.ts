import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputSchemas } from '@contract/inputs';
import { applyDiff, isEmptyDiff, reverseDiff } from '@core/edits/apply-diff';
import { diffProperties, diffRecords, joinDiffs } from '@core/edits/make-diff';
import { getChanges, type ProjectDiff } from '@core/edits/project-diff';
import { areDisjointDiffs, listTouchedIds, squashDiffs } from '@core/edits/squash-diffs';
import { toStudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import { formatProject, parseProject } from '@core/project-file/project-file';
import { findRecordProblem } from '@core/records/find-record-problem';
import type { StoredRecord } from '@core/records/record-kind';
import {
  getRecordKind,
  getRecords,
  noRecords,
  type RecordKindName,
  recordKindNames,
  type RecordLists,
  type RecordOf,
} from '@core/records/record-kinds';
import { makeProject } from '../edits/any-project';
import { anyProperties, anyRecordOf, anyUnknownFields, diffOf } from './any-record';

type Name = RecordKindName;

const anyRecord = (name: Name): fc.Arbitrary<StoredRecord> =>
  fc
    .tuple<[StoredRecord, Record<string, unknown>]>(anyRecordOf[name], anyUnknownFields)
    .map(([record, unknown]) => ({ ...record, ...unknown }));

/** Records of different ids, as they come. */
const anyRecords = (name: Name): fc.Arbitrary<readonly StoredRecord[]> =>
  fc.uniqueArray(anyRecord(name), { maxLength: 40, selector: ({ id }) => id });

function withRecords(name: Name, records: readonly StoredRecord[]): Project {
  const { compare } = getRecordKind(name);
  return makeProject([], { [name]: records.toSorted(compare) });
}

/** Through the text of a `.zimu` file. */
const reopen = (project: Project): Project => parseProject(formatProject(project), 'x');

/** Through the check of a call, as a page's edit comes in. */
const send = (diff: ProjectDiff): ProjectDiff => {
  const call = { projectId: 'p1', origin: 'window', label: 'setText', diff };
  return inputSchemas['projects.edit'].parse(JSON.parse(JSON.stringify(call))).diff;
};

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return toStudioError(thrown).code;
  }
  return 'done';
}

describe.each(recordKindNames)('records: %s', (name) => {
  test('[RK1] [RK2] [PF1] are written and read again, unknown fields and all', () => {
    fc.assert(
      fc.property(anyRecords(name), anyUnknownFields, (records, unknown) => {
        const project = { ...withRecords(name, records), ...unknown };
        expect(findRecordProblem(project)).toBeUndefined();
        expect(reopen(project)).toEqual(project);
        expect(formatProject(reopen(project))).toBe(formatProject(project));
      }),
      { numRuns: 20 },
    );
  });

  test('[RK4] [ED2] [ED4] come, change and go by diffs, and come back', () => {
    const anyWork = fc.tuple(anyRecords(name), fc.infiniteStream(anyUnknownFields));
    fc.assert(
      fc.property(anyWork, ([records, unknowns]) => {
        const half = records.length >> 1;
        const first = withRecords(name, records.slice(0, half));
        const updates = records.slice(0, half >> 1).map((before) => {
          const { value } = unknowns.next() as IteratorYieldResult<Record<string, unknown>>;
          return { before, after: { ...before, ...value } };
        });
        const steps = [
          diffOf(name, { added: records.slice(half) }),
          diffOf(name, { updated: updates }),
          diffOf(name, { removed: records.slice(half >> 1, half) }),
        ].map(send);
        const last = steps.reduce(applyDiff, first);
        expect(findRecordProblem(last)).toBeUndefined();
        expect(getRecords(last, name)).toHaveLength(records.length - half + (half >> 1));
        expect(steps.map(reverseDiff).toReversed().reduce(applyDiff, last)).toEqual(first);
        const squashed = squashDiffs(steps);
        expect(applyDiff(first, squashed)).toEqual(last);
        expect(applyDiff(last, reverseDiff(squashed))).toEqual(first);
        expect(applyDiff(first, joinDiffs(...steps))).toEqual(last);
      }),
      { numRuns: 20 },
    );
  });

  test('[ED2] [ED3] are refused where they are not as the diff says, or twice', () => {
    fc.assert(
      fc.property(anyRecord(name), (record) => {
        const project = withRecords(name, [record]);
        const empty = withRecords(name, []);
        const changed = { ...record, changed: true };
        expect(codeOf(() => applyDiff(empty, diffOf(name, { removed: [record] })))).toBe(
          'project/conflict',
        );
        expect(codeOf(() => applyDiff(project, diffOf(name, { removed: [changed] })))).toBe(
          'project/conflict',
        );
        expect(codeOf(() => applyDiff(project, diffOf(name, { added: [record] })))).toBe(
          'project/conflict',
        );
        expect(codeOf(() => applyDiff(empty, diffOf(name, { added: [record, record] })))).toBe(
          'usage/invalid',
        );
        const renamed = { ...record, id: 'other' };
        expect(
          codeOf(() =>
            applyDiff(project, diffOf(name, { updated: [{ before: record, after: renamed }] })),
          ),
        ).toBe('usage/invalid');
      }),
      { numRuns: 20 },
    );
  });

  test('[RK1] [PF3] a file with one out of order, or one twice, is refused', () => {
    const sampled = fc.sample(anyRecords(name), { numRuns: 30, seed: 1 });
    const records = sampled.find(({ length }) => length > 1)!;
    const project = withRecords(name, records);
    const list = getRecords(project, name);
    for (const wrong of [list.toReversed(), [...list, list.at(-1)!]]) {
      const text = formatProject({ ...project, [name]: wrong });
      expect(codeOf(() => parseProject(text, 'x'))).toBe('project/unreadable');
    }
  });
});

describe('records of different kinds', () => {
  const sample = <Kind extends Name>(name: Kind): RecordOf<Kind> =>
    fc.sample<RecordOf<Kind>>(anyRecordOf[name], { numRuns: 1, seed: 7 })[0]!;
  const comment = sample('comments');
  const shot = { ...sample('shotChanges'), id: comment.id };

  test('[RK1] a document without any has a list of each kind all the same', () => {
    expect(Object.keys(noRecords)).toEqual(recordKindNames);
    expect(Object.values(noRecords).every((list) => list.length === 0)).toBe(true);
  });

  test('[ED2] pass each other, also under one id', () => {
    const left = diffRecords('comments', { added: [comment] });
    const right = diffRecords('shotChanges', { added: [shot] });
    expect(areDisjointDiffs(left, right)).toBe(true);
    expect(areDisjointDiffs(left, left)).toBe(false);
    expect([listTouchedIds(right, 'shotChanges'), listTouchedIds(right)]).toEqual([[shot.id], []]);
    const project = makeProject([]);
    const both = applyDiff(project, joinDiffs(left, right));
    expect(both).toEqual(applyDiff(applyDiff(project, right), left));
    expect(both).toMatchObject({ comments: [comment], shotChanges: [shot] });
    expect(getChanges(squashDiffs([left, reverseDiff(left), right]), 'comments').added).toEqual([]);
  });

  test('[RK3] one about a sentence that is not there is kept', () => {
    const lost = { ...comment, sentenceId: 'nowhere' };
    const project = applyDiff(makeProject([]), diffRecords('comments', { added: [lost] }));
    expect(reopen(project).comments).toEqual([lost]);
  });

  test.each<[string, Partial<RecordLists>]>([
    ['[RK6] styles by place', { styles: [place('b', 0), place('a', 1)] }],
    ['[RK7] regions by place', { regions: [place('a', 2), place('b', 2)] }],
    ['[RK8] comments by moment', { comments: [at('b', 1), at('a', 2)] }],
    ['[RK9] shot changes by moment', { shotChanges: [shotAt('a', 5), shotAt('b', 5)] }],
    ['[RK13] versions by when they were made', { namedVersions: [made('b', 1), made('a', 2)] }],
    ['[RK5] speakers by name', { speakers: [{ id: 'Ana' }, { id: 'Bo' }] }],
  ])('%s, then by id', (_name, lists) => {
    expect(findRecordProblem({ ...noRecords, ...lists })).toBeUndefined();
    const turned = Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, list.toReversed()]),
    );
    expect(findRecordProblem({ ...noRecords, ...turned })).toBeDefined();
  });

  test.each<[string, Name, object]>([
    ['[RK5] a speaker without a name', 'speakers', { id: '' }],
    ['[RK5] a speaker with the digit 0', 'speakers', { id: 'Ana', digit: 0 }],
    ['[RK6] a style without its format', 'styles', { id: 'a', place: 0, settings: {} }],
    ['[RK8] a comment at no moment', 'comments', { id: 'a', text: '' }],
    ['[RK9] a shot that was guessed', 'shotChanges', { ...shotAt('a', 1), timing: 'estimated' }],
    [
      '[RK10] a second text under another id',
      'secondTexts',
      { id: 's en', sentenceId: 's', language: 'zh', text: '' },
    ],
    ['[RK11] a review that says nothing', 'reviews', { id: 's', text: 'Hi.' }],
    ['[RK12] a word with a blank behind it', 'personalWords', { id: 'w', text: 'Zimu ' }],
    ['[RK12] a word that is none', 'personalWords', { id: 'w', text: '' }],
    ['[RK13] a version without content', 'namedVersions', { ...made('a', 1), contentHash: 'x' }],
  ])('%s is refused', (_name, kind, record) => {
    const text = JSON.stringify({ ...makeProject([]), [kind]: [record] });
    expect(codeOf(() => parseProject(text, 'x'))).toBe('project/unreadable');
  });

  function place(id: string, at: number): RecordOf<'styles'> {
    return { id, place: at, format: 'ass', settings: {} };
  }
  function at(id: string, atMs: number): RecordOf<'comments'> {
    return { id, atMs, text: '' };
  }
  function shotAt(id: string, atMs: number): RecordOf<'shotChanges'> {
    return { id, atMs, timing: 'measured' };
  }
  function made(id: string, madeAtMs: number): RecordOf<'namedVersions'> {
    return { id, name: '', madeAtMs, contentHash: 'a'.repeat(64) };
  }
});

describe('properties', () => {
  test('[RK14] [RK2] [PF1] are written and read again, and changed by diffs there and back', () => {
    fc.assert(
      fc.property(anyProperties, anyProperties, anyUnknownFields, (first, second, unknown) => {
        const project = makeProject([], { ...first, ...unknown });
        expect(reopen(project)).toEqual(project);
        const diff = send(diffProperties(project, { ...second, ...unknown }));
        const last = applyDiff(project, diff);
        expect(last).toEqual({ ...project, ...second });
        expect(applyDiff(last, reverseDiff(diff))).toEqual(project);
        expect(isEmptyDiff(squashDiffs([diff, reverseDiff(diff)]))).toBe(true);
      }),
    );
  });

  test('[RK14] an optional one is taken away and comes back', () => {
    const project = makeProject([], { audioTrack: 2 });
    const diff = send(diffProperties(project, { audioTrack: undefined }));
    const without = applyDiff(project, diff);
    expect('audioTrack' in without).toBe(false);
    expect(applyDiff(without, reverseDiff(diff))).toEqual(project);
    const elsewhere = makeProject([], { audioTrack: 1 });
    expect(codeOf(() => applyDiff(elsewhere, diff))).toBe('project/conflict');
  });

  test.each(['version', 'minor', 'id', 'media', 'sentences', 'comments'])(
    '[ED3] %s is none, and no diff changes it',
    (name) => {
      const project = makeProject([]);
      const before = { [name]: project[name as keyof Project] };
      const diff = { changes: {}, properties: { before, after: { [name]: 'other' } } };
      expect(codeOf(() => applyDiff(project, diff as unknown as ProjectDiff))).toBe(
        'usage/invalid',
      );
    },
  );

  test('[ED3] a diff of records that nobody knows is refused', () => {
    const diff = { changes: { dreams: { added: [{ id: 'a' }], updated: [], removed: [] } } };
    expect(codeOf(() => applyDiff(makeProject([]), diff as unknown as ProjectDiff))).toBe(
      'usage/invalid',
    );
    expect(() => send(diff as unknown as ProjectDiff)).toThrow();
  });

  test('[RK2] what is no JSON, or too deep, does not come in as an unknown field', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 33; level++) deep = [deep];
    const comment = { id: 'a', atMs: 0, text: '' };
    for (const later of [deep, Number.NaN, () => 1, new Date(0)]) {
      const diff = diffOf('comments', { added: [{ ...comment, later } as StoredRecord] });
      const call = { projectId: 'p1', origin: 'window', label: 'setText', diff };
      expect(inputSchemas['projects.edit'].safeParse(call).success).toBe(false);
    }
  });
});

describe('versions of a project file', () => {
  test('[PF6] the higher minor version is written on, with what it brought', () => {
    const newer = { ...makeProject([]), minor: 7, later: { deep: ['x'] } };
    const read = reopen(newer);
    expect(read).toEqual(newer);
    expect(formatProject(read)).toContain('"minor": 7,\n');
    expect(formatProject(read)).toContain('  "later": {"deep":["x"]},\n');
  });
});
