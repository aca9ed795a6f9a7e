import { describe, expect, test } from 'vitest';
import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import { emptyDiff } from '@core/edits/make-diff';
import { toStudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { makeSentence } from '../transcript/build-transcript';
import { countIds, makeProject } from './any-project';

const one = makeSentence('One two three.', 1000, 4000, { id: 'a' });
const two = makeSentence('Four five.', 5000, 7000, { id: 'b', speaker: 'Ana' });
const three = makeSentence('Six.', 8000, 9000, { id: 'c' });
const project = makeProject([one, two, three]);

function edit(given: Edit, from: Project = project): Project {
  return applyEdit(from, given, countIds()).project;
}

function find(from: Project, id: string): Sentence {
  return from.sentences.find((sentence) => sentence.id === id)!;
}

/** Words of a sentence as `text begin-end timing`, the usual `measured` left out. */
function show({ words }: Sentence): string[] {
  return words.map(
    ({ before, text, after, beginMs, endMs, timing }) =>
      `${before + text + after} ${beginMs}-${endMs}${timing === 'measured' ? '' : ` ${timing}`}`,
  );
}

function refuse(given: Edit, from?: Project): unknown {
  try {
    edit(given, from);
  } catch (thrown) {
    const { code, data } = toStudioError(thrown);
    return [code, ...Object.values(data)];
  }
  return 'done';
}

describe('applyEdit', () => {
  test('[ED1] new text keeps the times of words that are still there', () => {
    const after = find(edit({ kind: 'setText', sentenceId: 'a', text: 'One too three.' }), 'a');
    expect(after.text).toBe('One too three.');
    expect(show(after)).toEqual(['One  1000-2000', 'too  2000-3000 estimated', 'three. 3000-4000']);
  });

  test('[ED1] text can be taken away and given again', () => {
    const empty = edit({ kind: 'setText', sentenceId: 'a', text: '' });
    expect(find(empty, 'a')).toMatchObject({ text: '', words: [], beginMs: 1000, endMs: 4000 });
    const again = find(edit({ kind: 'setText', sentenceId: 'a', text: 'One two' }, empty), 'a');
    expect(show(again)).toEqual(['One  1000-2500 estimated', 'two 2500-4000 estimated']);
  });

  test.each<[string, Edit]>([
    ['text', { kind: 'setText', sentenceId: 'a', text: one.text }],
    ['times', { kind: 'setTimes', sentenceId: 'a', beginMs: 1000, endMs: 4000 }],
    [
      'word times',
      { kind: 'setWordTimes', sentenceId: 'a', wordIndex: 1, beginMs: 2000, endMs: 3000 },
    ],
    ['speaker', { kind: 'setSpeaker', sentenceIds: ['b'], speaker: 'Ana' }],
    ['no speaker', { kind: 'setSpeaker', sentenceIds: ['a'], speaker: '' }],
    ['place', { kind: 'shift', sentenceIds: ['a'], byMs: 0 }],
    ['properties', { kind: 'setProperties', properties: { title: 'Talk' } }],
    ['no sentences', { kind: 'remove', sentenceIds: [] }],
  ])('[ED1] the same %s is no change', (_name, given) => {
    const result = applyEdit(project, given, countIds());
    expect(result.diff).toEqual(emptyDiff);
    expect(result.project).toBe(project);
  });

  test.each<[Edit, unknown]>([
    [
      { kind: 'setTimes', sentenceId: 'a', beginMs: 2, endMs: 1 },
      ['usage/invalid', 'the end lies before the begin', 'end-before-begin'],
    ],
    [
      { kind: 'setTimes', sentenceId: 'a', beginMs: -1, endMs: 1 },
      ['usage/invalid', 'the begin lies before the recording', 'begin-before-zero'],
    ],
    [
      { kind: 'setTimes', sentenceId: 'a', beginMs: 0.5, endMs: 1 },
      ['usage/invalid', 'times are whole milliseconds', 'times-not-whole'],
    ],
    [
      { kind: 'insert', beginMs: 0, endMs: Number.NaN, text: '', channel: 0 },
      ['usage/invalid', 'times are whole milliseconds', 'times-not-whole'],
    ],
    [
      { kind: 'insert', beginMs: 0, endMs: 1, text: '', channel: -1 },
      ['usage/invalid', 'channels count from 0', 'channel'],
    ],
    [
      { kind: 'shift', sentenceIds: ['a'], byMs: 0.1 },
      ['usage/invalid', 'times are whole milliseconds', 'times-not-whole'],
    ],
    [
      { kind: 'setWordTimes', sentenceId: 'a', wordIndex: 3, beginMs: 0, endMs: 1 },
      ['usage/invalid', 'the sentence has no such word', 'no-such-word'],
    ],
    [
      { kind: 'setWordTimes', sentenceId: 'a', wordIndex: 0, beginMs: 1, endMs: 0 },
      ['usage/invalid', 'the end lies before the begin', 'end-before-begin'],
    ],
    [
      { kind: 'split', sentenceId: 'a', wordIndex: 0 },
      [
        'usage/invalid',
        'a sentence is split before one of its words, not the first',
        'split-place',
      ],
    ],
    [
      { kind: 'split', sentenceId: 'a', wordIndex: 3 },
      [
        'usage/invalid',
        'a sentence is split before one of its words, not the first',
        'split-place',
      ],
    ],
    [
      { kind: 'merge', sentenceIds: ['a', 'a'] },
      ['usage/invalid', 'two sentences or more are merged', 'merge-alone'],
    ],
    [
      { kind: 'merge', sentenceIds: ['a', 'c'] },
      ['usage/invalid', 'only neighbours are merged', 'merge-apart'],
    ],
    [{ kind: 'setText', sentenceId: 'x', text: '' }, ['project/conflict', 'x']],
    [{ kind: 'remove', sentenceIds: ['a', 'x'] }, ['project/conflict', 'x']],
    [{ kind: 'addSentences', sentences: [one] }, ['project/conflict', 'a']],
  ])('[ED1] refuses %j', (given, expected) => {
    expect(refuse(given)).toEqual(expected);
  });

  test('[ED3] refuses sentences that are not sound', () => {
    const broken = { ...one, id: 'x', text: 'Other' };
    expect(refuse({ kind: 'addSentences', sentences: [broken] })).toEqual([
      'usage/invalid',
      'the text of sentence 0 is not the join of its words [TX1]',
      'broken',
    ]);
    const twice = makeSentence('Hm.', 0, 1, { id: 'x' });
    expect(refuse({ kind: 'addSentences', sentences: [twice, twice] })).toEqual([
      'usage/invalid',
      'two records have one id',
      'broken',
    ]);
  });

  test('[ED5] new times of a sentence keep the words and put it in its place', () => {
    const moved = edit({ kind: 'setTimes', sentenceId: 'a', beginMs: 6000, endMs: 6500 });
    expect(moved.sentences.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(find(moved, 'a').words).toBe(one.words);
  });

  test('[ED6] a word that grows pushes its neighbours on that side', () => {
    const setWord = (beginMs: number, endMs: number, from?: Project): string[] =>
      show(
        find(
          edit({ kind: 'setWordTimes', sentenceId: 'a', wordIndex: 1, beginMs, endMs }, from),
          'a',
        ),
      );
    expect(setWord(1500, 3000)).toEqual([
      'One  1000-1500 estimated',
      'two  1500-3000 manual',
      'three. 3000-4000',
    ]);
    expect(setWord(2500, 5000)).toEqual([
      'One  1000-2000',
      'two  2500-5000 manual',
      'three. 5000-5000 estimated',
    ]);
    expect(setWord(500, 600)).toEqual([
      'One  500-500 estimated',
      'two  500-600 manual',
      'three. 3000-4000',
    ]);
    expect(setWord(2200, 2400)).toEqual([
      'One  1000-2000',
      'two  2200-2400 manual',
      'three. 3000-4000',
    ]);
  });

  test('[ED6] an overlap on the other side stays, and manual words stay manual', () => {
    const words = one.words.map((word, index) => ({
      ...word,
      endMs: word.endMs + 300,
      ...(index === 2 ? { timing: 'manual' as const } : {}),
    }));
    const from = makeProject([{ ...one, words }]);
    const after = edit(
      { kind: 'setWordTimes', sentenceId: 'a', wordIndex: 1, beginMs: 2000, endMs: 3500 },
      from,
    );
    expect(show(find(after, 'a'))).toEqual([
      'One  1000-2300',
      'two  2000-3500 manual',
      'three. 3500-4300 manual',
    ]);
  });

  test('[ED7] splitting gives each half its words and drops the blank between', () => {
    const { project: after, select } = applyEdit(
      project,
      { kind: 'split', sentenceId: 'a', wordIndex: 1 },
      countIds(),
    );
    expect(
      after.sentences.map(({ id, text, beginMs, endMs }) => [id, text, beginMs, endMs]),
    ).toEqual([
      ['a', 'One', 1000, 2000],
      ['n1', 'two three.', 2000, 4000],
      ['b', two.text, 5000, 7000],
      ['c', three.text, 8000, 9000],
    ]);
    expect(show(find(after, 'n1'))).toEqual(['two  2000-3000', 'three. 3000-4000']);
    expect(select).toEqual(['n1']);
  });

  test('[ED7] halves keep speaker and channel, a line break at the cut goes, words that overlap stay', () => {
    const text = makeSentence('你好\n“世界”', 1000, 3000, { id: 'a', speaker: 'Bo', channel: 1 });
    const words = text.words.map((word) => ({ ...word, endMs: word.endMs + 400 }));
    const after = edit(
      { kind: 'split', sentenceId: 'a', wordIndex: 1 },
      makeProject([{ ...text, words }]),
    );
    expect(after.sentences).toMatchObject([
      { id: 'a', text: '你好', beginMs: 1000, endMs: 2000, speaker: 'Bo', channel: 1 },
      { id: 'n1', text: '“世界”', beginMs: 2000, endMs: 3000, speaker: 'Bo', channel: 1 },
    ]);
    expect(after.sentences[0]!.words[0]!.endMs).toBe(2400);
  });

  test('[ED7] words outside of the sentence do not drag its halves along', () => {
    const outside = makeProject([{ ...one, beginMs: 2500, endMs: 2800 }]);
    const after = edit({ kind: 'split', sentenceId: 'a', wordIndex: 1 }, outside);
    expect(after.sentences).toMatchObject([
      { text: 'One', beginMs: 2500, endMs: 2500 },
      { text: 'two three.', beginMs: 2500, endMs: 2800 },
    ]);
  });

  test('[ED8] merging joins text, words and time', () => {
    const { project: after, select } = applyEdit(
      project,
      { kind: 'merge', sentenceIds: ['b', 'a'] },
      countIds(),
    );
    expect(after.sentences.map(({ id }) => id)).toEqual(['a', 'c']);
    const merged = find(after, 'a');
    expect(merged).toMatchObject({ text: 'One two three. Four five.', beginMs: 1000, endMs: 7000 });
    expect(merged.words.map(({ beginMs }) => beginMs)).toEqual([1000, 2000, 3000, 5000, 6000]);
    expect('speaker' in merged).toBe(false);
    expect(select).toEqual(['a']);
  });

  test.each([
    ['你好', '世界', '你好世界'],
    ['你好。', 'Hello', '你好。Hello'],
    ['你好', 'Hello', '你好 Hello'],
    ['カタ', '“カナ”', 'カタ “カナ”'],
    ['안녕', '하세요', '안녕 하세요'],
    ['สวัสดี', 'ครับ', 'สวัสดี ครับ'],
    ['One ', 'two', 'One two'],
    ['One', '\ntwo', 'One\ntwo'],
    ['', 'two', 'two'],
    ['One', '', 'One'],
    ['𠀀', '𠀁', '𠀀𠀁'],
  ])('[ED8] %j and %j make %j', (left, right, expected) => {
    const from = makeProject([
      makeSentence(left, 0, 1000, { id: 'a' }),
      makeSentence(right, 1000, 2000, { id: 'b' }),
    ]);
    expect(find(edit({ kind: 'merge', sentenceIds: ['a', 'b'] }, from), 'a').text).toBe(expected);
  });

  test('[ED8] words of sentences that overlap stay in order; another channel may stand between', () => {
    const from = makeProject([
      makeSentence('One two', 1000, 3000, { id: 'a' }),
      makeSentence('Hm.', 1200, 1300, { id: 'x', channel: 1 }),
      makeSentence('three', 1500, 2500, { id: 'b' }),
    ]);
    const after = edit({ kind: 'merge', sentenceIds: ['a', 'b'] }, from);
    expect(show(find(after, 'a'))).toEqual([
      'One  1000-2000',
      'two  2000-3000',
      'three 2000-2500 estimated',
    ]);
    expect(find(after, 'a')).toMatchObject({ beginMs: 1000, endMs: 3000 });
  });

  test('[ED8] sentences of different channels are not merged', () => {
    const from = makeProject([
      makeSentence('One', 1000, 2000, { id: 'a' }),
      makeSentence('Two', 2000, 3000, { id: 'b', channel: 1 }),
    ]);
    expect(refuse({ kind: 'merge', sentenceIds: ['a', 'b'] }, from)).toEqual([
      'usage/invalid',
      'only sentences of one channel are merged',
      'merge-channels',
    ]);
  });

  test('[ED9] shifting moves words along and stops at zero', () => {
    const after = edit({ kind: 'shift', sentenceIds: ['a', 'b'], byMs: 2000 });
    expect(find(after, 'a')).toMatchObject({ beginMs: 3000, endMs: 6000 });
    expect(show(find(after, 'b'))).toEqual(['Four  7000-8000', 'five. 8000-9000']);
    const back = edit({ kind: 'shift', sentenceIds: ['a', 'b'], byMs: -9000 });
    expect(find(back, 'a').beginMs).toBe(0);
    expect(find(back, 'b').beginMs).toBe(4000);
  });

  test('[ED10] an inserted sentence has estimated words and is selected', () => {
    const { project: after, select } = applyEdit(
      project,
      { kind: 'insert', beginMs: 4200, endMs: 4800, text: 'Well then', channel: 0 },
      countIds(),
    );
    expect(select).toEqual(['n1']);
    expect(after.sentences.map(({ id }) => id)).toEqual(['a', 'n1', 'b', 'c']);
    expect(show(find(after, 'n1'))).toEqual([
      'Well  4200-4500 estimated',
      'then 4500-4800 estimated',
    ]);
  });

  test('[ED10] after removing, what follows is selected, or what stood before', () => {
    const remove = (...sentenceIds: string[]): unknown =>
      applyEdit(project, { kind: 'remove', sentenceIds }, countIds()).select;
    expect(remove('a')).toEqual(['b']);
    expect(remove('c', 'b')).toEqual(['a']);
    expect(remove('a', 'b', 'c')).toEqual([]);
  });

  test('[ED1] speakers and properties change and change back', () => {
    const named = edit({ kind: 'setSpeaker', sentenceIds: ['a', 'b'], speaker: 'Bo' });
    expect(named.sentences.map(({ speaker }) => speaker)).toEqual(['Bo', 'Bo', undefined]);
    const unnamed = edit(
      { kind: 'setSpeaker', sentenceIds: ['a', 'b'], speaker: undefined },
      named,
    );
    expect(unnamed.sentences.every((sentence) => !('speaker' in sentence))).toBe(true);
    const { diff, label } = applyEdit(
      project,
      { kind: 'setProperties', properties: { title: 'Walk', language: 'en' } },
      countIds(),
    );
    expect(diff.properties).toEqual({ before: { title: 'Talk' }, after: { title: 'Walk' } });
    expect(label).toBe('setProperties');
  });
});
