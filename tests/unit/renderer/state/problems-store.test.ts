import { finishSteps } from '@core/steps';
import { makeChecker } from '@core/qc/checker';
import { describe, expect, it, vi } from 'vitest';
import { makeCheckContext } from '../../../../renderer/src/state/make-check-context';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openCheckedWindow, testProfiles } from '../open-checked-window';
import type { TestWindow } from '../open-test-window';

const faulty = [
  makeSentence('Two  blanks.', 0, 2000, { id: 'a' }),
  makeSentence('All is well here.', 3000, 5000, { id: 'b' }),
  makeSentence('', 6000, 7000, { id: 'c' }),
  makeSentence('More  blanks.', 8000, 10_000, { id: 'd' }),
];

function show({ studio }: TestWindow): readonly string[] {
  return (studio.problems.getState().found?.list ?? []).map(({ cue, rule }) => `${cue} ${rule}`);
}

describe('the problems of the open document', () => {
  it('[WN10] are those of the profile of its language, until a person chooses another', async () => {
    const window = await openCheckedWindow(faulty);
    const { problems } = window.studio;
    expect(show(window)).toEqual(['a blanks', 'c empty', 'd blanks']);
    expect(problems.getState()).toMatchObject({
      profile: { id: 'english' },
      speedLimit: { mostPerSecond: 20 },
      found: { counts: { error: 1, warning: 2 }, errorIds: new Set(['c']) },
    });
    problems.getState().chooseProfile('chinese');
    expect(problems.getState().profile?.id).toBe('chinese');
    expect(problems.getState().speedLimit?.mostPerSecond).toBe(9);
    await window.settle();
    await window.studio.document.getState().undo();
    problems.getState().refresh();
    expect(problems.getState().profile?.id).toBe('english');
  });

  it('[WN10] are looked for again after an edit, and are the same lists where none changed', async () => {
    const window = await openCheckedWindow(faulty);
    const { document, problems } = window.studio;
    const before = problems.getState().found;
    document.getState().edit({ kind: 'setText', sentenceId: 'd', text: 'Even  more  blanks.' });
    await vi.waitFor(() => expect(problems.getState().found).not.toBe(before));
    const after = problems.getState().found;
    expect(after?.byCue.get('a')).toBe(before?.byCue.get('a'));
    document.getState().edit({ kind: 'setProperties', properties: { title: 'Talk' } });
    problems.getState().refresh();
    expect(problems.getState().found).toBe(after);
  });

  it('[WN10] are found in steps in a long document', async () => {
    const long = Array.from({ length: 1700 }, (_, index) =>
      makeSentence(
        index % 7 === 0 ? `Two  blanks ${index}.` : `Fine so far ${index}.`,
        index * 3000,
        index * 3000 + 2000,
        {
          id: `s${String(index).padStart(5, '0')}`,
        },
      ),
    );
    const window = await openCheckedWindow([]);
    window.editElsewhere({ kind: 'addSentences', sentences: long });
    await vi.waitFor(() => expect(show(window)).toHaveLength(243));
    const { project } = window.studio.document.getState();
    const [english] = testProfiles;
    const scratch = makeChecker(english!, makeCheckContext(project!, english!));
    expect(window.studio.problems.getState().found?.list).toEqual(
      scratch.check(project!.sentences).flat(),
    );
  });

  it('are none where the profiles cannot be read', async () => {
    const window = await openCheckedWindow(faulty, {
      answers: {
        'rules.profiles': () => {
          throw new Error('gone');
        },
      },
    });
    expect(window.studio.problems.getState().found).toBeUndefined();
  });

  it('go with the project', async () => {
    const window = await openCheckedWindow(faulty);
    window.studio.problems.getState().setFilter({ search: 'blank' });
    window.studio.document.getState().close();
    expect(window.studio.problems.getState()).toMatchObject({
      found: undefined,
      profile: undefined,
      filter: { search: '' },
    });
  });
});

describe('mending', () => {
  it('one problem is one edit, which undo takes back', async () => {
    const window = await openCheckedWindow(faulty);
    const { document, problems } = window.studio;
    const [problem] = problems.getState().found!.list;
    problems.getState().mend(problems.getState().findFix(problem!));
    expect(window.texts()[0]).toBe('Two blanks.');
    expect(show(window)).toEqual(['c empty', 'd blanks']);
    await window.settle();
    expect(window.savedTexts()[0]).toBe('Two blanks.');
    await document.getState().undo();
    expect(window.texts()).toEqual(faulty.map(({ text }) => text));
  });

  it('all of a rule leaves the others, and one undo takes it back', async () => {
    const window = await openCheckedWindow(faulty);
    const { document, problems } = window.studio;
    problems.getState().mend(finishSteps(problems.getState().planFixes({ rule: 'blanks' })));
    expect(show(window)).toEqual(['c empty']);
    await window.settle();
    await document.getState().undo();
    expect(window.savedTexts()).toEqual(faulty.map(({ text }) => text));
  });

  it('everything takes cues without text away', async () => {
    const window = await openCheckedWindow(faulty);
    const { problems } = window.studio;
    expect(problems.getState().mend(finishSteps(problems.getState().planFixes({})))).toEqual(['d']);
    expect(window.texts()).toEqual(['Two blanks.', 'All is well here.', 'More blanks.']);
    expect(show(window)).toEqual([]);
  });

  it('overlaps is done in the way that a person chose', async () => {
    const over = [
      makeSentence('Where are we going?', 0, 2000, { id: 'a' }),
      makeSentence('Home.', 1000, 3000, { id: 'b' }),
    ];
    const window = await openCheckedWindow(over);
    const { problems } = window.studio;
    const plan = (way: string) =>
      finishSteps(problems.getState().planFixes({ rule: 'overlap', way }));
    expect(plan('cut')).toMatchObject([{ before: { id: 'a' }, after: { endMs: 1000 } }]);
    expect(plan('join')).toMatchObject([{ before: { id: 'a' } }, { after: undefined }]);
    expect(finishSteps(problems.getState().planFixes({ rule: 'overlap' }))).toEqual([]);
    expect(window.texts()).toHaveLength(2);
  });
});

describe('what rules are told of a document', () => {
  it('is its language, or the profile’s; its frames, shots, words and reviews', async () => {
    const window = await openCheckedWindow(faulty);
    const { project } = window.studio.document.getState();
    const [english] = testProfiles;
    const word = { id: 'w', text: 'Zimu Studio' };
    const review = { id: 'a', state: 'accepted', text: 'Two  blanks.' } as const;
    const context = makeCheckContext(
      {
        ...project!,
        language: 'und',
        frameRate: { numerator: 25, denominator: 1 },
        shotChanges: [{ id: 's', atMs: 1200, timing: 'manual' }],
        personalWords: [word, { ...word, language: 'zh' }, { ...word, mayBreak: true }],
        reviews: [review, { ...review, id: 'b' }],
      },
      english!,
    );
    expect(context).toEqual({
      language: 'en',
      breaksLines: true,
      frameRate: { numerator: 25, denominator: 1 },
      shotsMs: [1200],
      ownWords: ['Zimu Studio'],
      reviewed: new Set(['a']),
    });
  });
});
