import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openCheckedWindow } from '../open-checked-window';
import { openTestWindow, type TestWindow } from '../open-test-window';

const sentences = [
  makeSentence('Fine so far.', 0, 2000, { id: 'a' }),
  makeSentence('Two  blanks.', 3000, 5000, { id: 'b' }),
  makeSentence('Fine as well.', 6000, 8000, { id: 'c' }),
  makeSentence('More  blanks.', 9000, 11_000, { id: 'd' }),
];

const currentOf = ({ studio }: TestWindow) => studio.session.getState().currentId;
const lastNotice = ({ studio }: TestWindow) => {
  const notice = studio.notices.getState().notices.at(-1);
  return notice === undefined || notice.kind === 'problem' ? undefined : notice.key;
};

describe('[WN10] walking problems', () => {
  it('goes on from the current sentence and round, which it says', async () => {
    const window = await openCheckedWindow(sentences);
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('b');
    expect(window.studio.player.positionMs).toBe(3000);
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('d');
    expect(lastNotice(window)).toBeUndefined();
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('b');
    expect(lastNotice(window)).toBe('problems.wrappedToFirst');
    window.commands.run('edit.previousProblem');
    expect(currentOf(window)).toBe('d');
    expect(lastNotice(window)).toBe('problems.wrappedToLast');
    window.commands.run('edit.previousProblem');
    expect(currentOf(window)).toBe('b');
  });

  it('begins at the playhead where nothing is selected', async () => {
    const window = await openCheckedWindow(sentences);
    window.studio.player.seek(7000);
    window.commands.run('edit.previousProblem');
    expect(currentOf(window)).toBe('b');
  });

  it('takes what is typed along', async () => {
    const window = await openCheckedWindow(sentences);
    window.studio.session.getState().select(['a']);
    window.studio.editing.getState().begin('c');
    window.studio.editing.getState().change({ text: 'Now  wrong.' });
    window.commands.run('edit.nextProblem');
    expect(window.texts()[2]).toBe('Now  wrong.');
    window.studio.session.getState().select(['b']);
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('c');
  });

  it('goes through what the filter shows [WN9]', async () => {
    const window = await openCheckedWindow(sentences);
    window.studio.session.getState().set({ filter: 'more' });
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('d');
    window.studio.session.getState().set({ filter: 'fine' });
    window.commands.run('edit.nextProblem');
    expect(currentOf(window)).toBe('d');
    expect(lastNotice(window)).toBe('problems.hidden');
  });

  it('says where there is none, or nothing was checked', async () => {
    const clean = await openCheckedWindow(sentences.slice(0, 1));
    clean.commands.run('edit.nextProblem');
    expect(lastNotice(clean)).toBe('problems.noneLeft');
    const unchecked = await openTestWindow(sentences);
    unchecked.commands.run('edit.nextProblem');
    expect(lastNotice(unchecked)).toBe('problems.notChecked');
  });
});

describe('[WN10] fixing the problem of the current sentence', () => {
  it('mends it where that is safe', async () => {
    const window = await openCheckedWindow(sentences);
    window.commands.run('edit.nextProblem');
    window.commands.run('edit.fixProblem');
    expect(window.texts()[1]).toBe('Two blanks.');
    window.commands.run('edit.fixProblem');
    expect(lastNotice(window)).toBe('problems.noneHere');
  });

  it('says where it is not', async () => {
    const fast = makeSentence('Far too many words for so short a time.', 0, 900, { id: 'a' });
    const next = makeSentence('Next one.', 900, 3000, { id: 'b' });
    const window = await openCheckedWindow([fast, next]);
    window.commands.run('edit.nextProblem');
    window.commands.run('edit.fixProblem');
    expect(lastNotice(window)).toBe('problems.notMendable');
  });

  it('shows all that can be mended before it is', async () => {
    const window = await openCheckedWindow(sentences);
    window.commands.run('edit.fixProblems');
    expect(window.studio.session.getState().dialog).toBe('fixProblems');
    expect(window.texts()).toEqual(sentences.map(({ text }) => text));
  });
});

describe('the list of problems', () => {
  it('is shown and hidden by the same key, also where its panel is folded away', async () => {
    const window = await openCheckedWindow(sentences);
    const { session, settings } = window.studio;
    window.commands.run('view.problems');
    expect(session.getState()).toMatchObject({ side: 'problems', wantsProblems: true });
    window.commands.run('view.problems');
    expect(session.getState().side).toBe('projects');
    window.commands.run('view.media');
    window.commands.run('view.problems');
    expect(session.getState().side).toBe('problems');
    expect(settings.getState().settings.panelSizes?.['media']).toBeUndefined();
  });
});
