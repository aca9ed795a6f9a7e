import { describe, expect, test } from 'vitest';
import { applyEdit } from '@core/edits/apply-edit';
import { applyDiff, reverseDiff } from '@core/edits/apply-diff';
import { importModes, type ImportMode } from '@core/edits/kinds/import-text';
import { findFormat } from '@core/formats/registry';
import { makeSentence } from '../transcript/build-transcript';
import { countIds, makeProject } from './any-project';

const project = makeProject(
  [
    makeSentence('Good morning all.', 1000, 3000, { id: 'a', speaker: 'Ann' }),
    makeSentence('Alone.', 10_000, 12_000, { id: 'b' }),
  ],
  { language: 'und' },
);
const file = findFormat('srt')!.read!(
  '1\n00:00:01,200 --> 00:00:03,100\nGood morning everyone.\n\n' +
    '2\n00:00:05,000 --> 00:00:06,000\nNew.\n\n' +
    '3\n00:00:11,900 --> 00:00:14,000\nBarely.\n',
  { language: 'en' },
).document;

function importFile(mode: ImportMode): ReturnType<typeof applyEdit> {
  const { sentences, language, source } = file;
  return applyEdit(project, { kind: 'importText', mode, sentences, language, source }, countIds());
}

function list({ project: { sentences } }: ReturnType<typeof importFile>): unknown {
  return sentences.map(({ id, beginMs, text, speaker }) => [id, beginMs, text, speaker]);
}

describe('importing', () => {
  test('[ED13] replaces', () => {
    const result = importFile('replace');
    expect(list(result)).toEqual([
      ['n1-000001', 1200, 'Good morning everyone.', undefined],
      ['n1-000002', 5000, 'New.', undefined],
      ['n1-000003', 11_900, 'Barely.', undefined],
    ]);
    expect(result.project.source).toEqual({ format: 'srt', lineEnding: 'lf', hasLines: true });
    expect(result.project.language).toBe('en');
    expect(result.label).toBe('importText');
  });

  test('[ED13] adds', () => {
    const result = importFile('add');
    expect(result.project.sentences).toHaveLength(5);
    expect(result.project.sentences).toEqual(expect.arrayContaining([...project.sentences]));
    expect(result.project.source).toBeUndefined();
  });

  test('[ED13] merges by time, keeping who speaks and what was measured', () => {
    const result = importFile('merge');
    expect(list(result)).toEqual([
      ['a', 1200, 'Good morning everyone.', 'Ann'],
      ['n1-000002', 5000, 'New.', undefined],
      ['b', 10_000, 'Alone.', undefined],
      ['n1-000003', 11_900, 'Barely.', undefined],
    ]);
    const [before, after] = [project.sentences[0]!, result.project.sentences[0]!];
    expect(after.words.slice(0, 2)).toEqual(before.words.slice(0, 2));
    expect(after.words[2]).toMatchObject({ text: 'everyone', timing: 'estimated' });
    expect(result.project.source).toBeUndefined();
  });

  test('[ED13] matches each sentence once', () => {
    const twice = [
      makeSentence('One', 1000, 2900, { id: 'x' }),
      makeSentence('Two', 1100, 3000, { id: 'y' }),
    ];
    const edit = { kind: 'importText', mode: 'merge', sentences: twice, language: 'und' } as const;
    const { project: merged } = applyEdit(project, edit, countIds());
    expect(merged.sentences.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'One'],
      ['n1-000002', 'Two'],
      ['b', 'Alone.'],
    ]);
  });

  test.each(['replace', 'merge', 'add'] as const)('[ED2] [ED13] %s is taken back whole', (mode) => {
    const { project: after, diff } = importFile(mode);
    expect(applyDiff(after, reverseDiff(diff))).toEqual(project);
  });

  test.each(importModes)('[RK10] brings second texts to what its sentences became: %s', (mode) => {
    const [there] = project.sentences;
    const old = { id: `${there!.id} de`, sentenceId: there!.id, language: 'de', text: 'Alt.' };
    const sentences = [
      { ...there!, id: 'cue-000001' },
      makeSentence('New.', there!.endMs + 5000, there!.endMs + 6000, { id: 'cue-000002' }),
    ];
    const secondTexts = sentences.map(({ id }, index) => {
      return { id: `${id} de`, sentenceId: id, language: 'de', text: `Neu ${index}.` };
    });
    const edit = { kind: 'importText', mode, sentences, language: 'und', records: { secondTexts } };
    const before = { ...project, secondTexts: [old] };
    const after = applyEdit(before, edit as never, countIds());
    const said = new Map(
      after.project.secondTexts.map(({ sentenceId, text }) => [sentenceId, text]),
    );
    const told = after.project.sentences
      .filter(({ text }) => text === 'New.' || text === there!.text)
      .map(({ id }) => said.get(id));
    expect(told).toEqual(mode === 'add' ? ['Alt.', 'Neu 0.', 'Neu 1.'] : ['Neu 0.', 'Neu 1.']);
    expect(applyDiff(after.project, reverseDiff(after.diff))).toEqual(before);
  });

  test('[RK15] brings what the file says of a cue, and its styles, which undo takes back', () => {
    const style = (id: string, bold: string) => ({
      id,
      place: 0,
      format: 'ass',
      settings: { bold },
    });
    const styled = {
      ...project,
      styles: [style('Default', '0'), style('Old', '0')],
    };
    const sentence = {
      ...makeSentence('New.', 5000, 6000, { id: 'f' }),
      style: 'Default',
      region: 'top',
      source: { format: 'ass', settings: { layer: '1' } },
    };
    const records = { styles: [style('Default', '1'), style('Sign', '0')] };
    const edit = { kind: 'importText', sentences: [sentence], language: 'und', records } as const;
    const replaced = applyEdit(styled, { ...edit, mode: 'replace' }, countIds());
    expect(replaced.project.sentences).toMatchObject([
      { style: 'Default', region: 'top', source: sentence.source },
    ]);
    expect(replaced.project.styles).toEqual(records.styles);
    expect(applyDiff(replaced.project, reverseDiff(replaced.diff))).toEqual(styled);
    const added = applyEdit(styled, { ...edit, mode: 'add' }, countIds());
    expect(added.project.styles.map(({ id, settings }) => [id, settings['bold']])).toEqual([
      ['Default', '0'],
      ['Old', '0'],
      ['Sign', '0'],
    ]);
  });
});
