import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff } from '@core/edits/apply-diff';
import { applyEdit, type EditResult } from '@core/edits/apply-edit';
import { diffRecords } from '@core/edits/make-diff';
import { toStudioError } from '@core/errors/studio-error';
import {
  applyRecord,
  emptyHistory,
  type History,
  type HistoryRecord,
  maximumEntries,
  planEdit,
  type PlannedEdit,
  planRedo,
  planUndo,
} from '@core/history/history';
import type { Project } from '@core/project-file/project';
import { makeSentence } from '../transcript/build-transcript';
import { anyProject, countIds, makeProject } from '../edits/any-project';
import { anyEditPlan } from '../edits/edit-plans';

interface Document {
  readonly project: Project;
  readonly history: History;
  readonly records: readonly HistoryRecord[];
}

function begin(project: Project): Document {
  return { project, history: emptyHistory, records: [] };
}

function follow(document: Document, record: HistoryRecord | undefined): Document {
  if (record === undefined) return document;
  return {
    project: applyDiff(document.project, record.diff),
    history: applyRecord(document.history, record),
    records: [...document.records, record],
  };
}

const edit = (document: Document, planned: PlannedEdit): Document =>
  follow(document, planEdit(document.history, planned, document.records.length + 1));
const undo = (document: Document): Document => follow(document, planUndo(document.history));
const redo = (document: Document): Document =>
  follow(document, planRedo(document.history, document.records.length + 1));

function undoAll(document: Document): Document {
  let current = document;
  while (current.history.undo.length > 0) current = undo(current);
  return current;
}

function redoAll(document: Document): Document {
  let current = document;
  while (current.history.redo.length > 0) current = redo(current);
  return current;
}

/** Groups `p1`, `p2` are a person's, group `job` is a job's that only adds sentences. */
const anyStep = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyEditPlan, fc.constantFrom('p1', 'p2', undefined)) },
  { weight: 2, arbitrary: fc.constant('job' as const) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

function work(project: Project, steps: readonly Step[]): Document {
  const newId = countIds();
  let document = begin(project);
  for (const step of steps) {
    if (step === 'undo') document = undo(document);
    else if (step === 'redo') document = redo(document);
    else if (step === 'job') {
      const sentence = makeSentence('Heard.', 1000, 2000, { id: newId() });
      const diff = diffRecords('sentences', { added: [sentence] });
      const planned = { label: 'transcribe', diff, group: 'job', isBackground: true } as const;
      document = edit(document, planned);
    } else {
      const [plan, group] = step;
      const given = plan(document.project);
      if (given === undefined) continue;
      const result = applyUnlessRefused(document.project, given, newId);
      if (result === undefined) continue;
      const { diff, label } = result;
      document = edit(document, { label, diff, group });
    }
  }
  return document;
}

/** Sentences of any text cannot always be merged or split at any place. */
function applyUnlessRefused(...given: Parameters<typeof applyEdit>): EditResult | undefined {
  try {
    return applyEdit(...given);
  } catch (thrown) {
    expect(toStudioError(thrown).code).toBe('usage/invalid');
    return undefined;
  }
}

const anyWork = fc
  .tuple(anyProject, fc.array(anyStep, { maxLength: 25 }))
  .map(([project, steps]) => ({ project, document: work(project, steps) }));

describe('history', () => {
  test('[HI1] all undos give the first project, all redos the last, whatever a person and a job did', () => {
    fc.assert(
      fc.property(anyWork, ({ project, document }) => {
        const last = redoAll(document);
        const first = undoAll(last);
        expect(first.project).toEqual(project);
        expect(redoAll(first).project).toEqual(last.project);
      }),
      { numRuns: 400 },
    );
  });

  test('[HI1] with nothing to undo or redo there is no record', () => {
    expect([planUndo(emptyHistory), planRedo(emptyHistory, 1)]).toEqual([undefined, undefined]);
  });

  test('[HI5] the records make the same history again', () => {
    fc.assert(
      fc.property(anyWork, ({ document }) => {
        expect(document.records.reduce(applyRecord, emptyHistory)).toEqual(document.history);
      }),
    );
  });

  test('[HI5] without its first records there is a shorter history that works', () => {
    fc.assert(
      fc.property(anyWork, fc.nat(30), ({ document }, lost) => {
        const history = document.records.slice(lost).reduce(applyRecord, emptyHistory);
        expect(history.undo.length).toBeLessThanOrEqual(document.history.undo.length);
        const last = redoAll({ ...document, history });
        expect(redoAll(undoAll(last)).project).toEqual(last.project);
      }),
      { numRuns: 1000 },
    );
  });

  const one = makeSentence('One.', 0, 1000, { id: 'a' });
  const project = makeProject([one]);
  const heard = (id: string): PlannedEdit => ({
    label: 'transcribe',
    diff: diffRecords('sentences', { added: [makeSentence('Heard.', 2000, 3000, { id })] }),
    group: 'job',
    isBackground: true,
  });
  const write = (from: Project, sentenceId: string, text: string): PlannedEdit =>
    applyEdit(from, { kind: 'setText', sentenceId, text }, countIds());
  const labels = ({ history }: Document): unknown => ({
    undo: history.undo.map(({ label }) => label),
    redo: history.redo.map(({ label }) => label),
  });

  test('[HI3] a job adds to its own entry under those of a person', () => {
    let document = edit(begin(project), heard('x'));
    document = edit(document, write(document.project, 'a', 'Won.'));
    document = edit(document, heard('y'));
    expect(labels(document)).toEqual({ undo: ['transcribe', 'setText'], redo: [] });
    document = undo(document);
    expect(document.project.sentences.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'One.'],
      ['x', 'Heard.'],
      ['y', 'Heard.'],
    ]);
    expect(undo(document).project).toEqual(project);
  });

  test('[HI3] what a person has touched since begins a new entry of the group', () => {
    let document = edit(begin(project), heard('x'));
    document = edit(document, write(document.project, 'x', 'Herd.'));
    document = edit(document, { ...write(document.project, 'x', 'Hurt.'), group: 'job' });
    expect(labels(document)).toEqual({
      undo: ['transcribe', 'setText', 'setText'],
      redo: [],
    });
    expect(undoAll(document).project).toEqual(project);
  });

  test('[HI5] an entry that lost its beginning comes under those made since', () => {
    const other = makeSentence('Two.', 5000, 6000, { id: 'b' });
    const both = makeProject([one, other]);
    let document = edit(begin(both), { ...write(both, 'a', 'Won.'), group: 'p1' });
    document = edit(document, { ...write(document.project, 'b', 'Too.'), group: 'p2' });
    document = edit(document, { ...write(document.project, 'a', 'Wan.'), group: 'p1' });
    document = edit(document, { ...write(document.project, 'a', 'Went.'), group: 'p2' });
    const history = document.records.slice(1).reduce(applyRecord, emptyHistory);
    expect(history.undo.map(({ id }) => id)).toEqual([1, 2]);
    expect(undoAll({ ...document, history }).project.sentences.map(({ text }) => text)).toEqual([
      'Won.',
      'Two.',
    ]);
  });

  test('[HI2] a job leaves what can be redone, a person does not', () => {
    const done = edit(begin(project), write(project, 'a', 'Won.'));
    const background = edit(undo(done), heard('x'));
    expect(labels(background)).toEqual({ undo: ['transcribe'], redo: ['setText'] });
    expect(redo(background).project.sentences[0]?.text).toBe('Won.');
    const foreground = edit(undo(done), { ...heard('x'), isBackground: false });
    expect(labels(foreground)).toEqual({ undo: ['transcribe'], redo: [] });
  });

  test('[HI2] a job that touches what could be redone empties it', () => {
    const done = undo(edit(begin(project), write(project, 'a', 'Won.')));
    const again = edit(done, { ...write(project, 'a', 'Wan.'), isBackground: true });
    expect(labels(again)).toEqual({ undo: ['setText'], redo: [] });
    const titled = (title: string): PlannedEdit =>
      applyEdit(project, { kind: 'setProperties', properties: { title } }, countIds());
    const named = undo(edit(begin(project), titled('Walk')));
    expect(labels(edit(named, { ...titled('Tour'), isBackground: true }))).toEqual({
      undo: ['setProperties'],
      redo: [],
    });
  });

  test('[HI4] the oldest entries are forgotten', () => {
    let document = begin(project);
    for (let count = 0; count < maximumEntries + 3; count++) {
      document = edit(document, write(document.project, 'a', `Take ${count}`));
    }
    expect(document.history.undo.length).toBe(maximumEntries);
    expect(undoAll(document).project.sentences[0]?.text).toBe('Take 2');
  });
});
