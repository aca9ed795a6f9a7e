import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const two = [makeSentence('one two', 0, 1000), makeSentence('three four', 1000, 2000)];

/** Types into a sentence; the draft is kept as when the page is hidden. */
function type({ studio }: TestWindow, text: string, sentenceId = 's0'): void {
  studio.editing.getState().begin(sentenceId);
  studio.editing.getState().change({ text });
  studio.editing.getState().keepDraft();
}

/** What a page does when it goes away. */
function leave({ studio }: TestWindow): void {
  studio.document.getState().keepUnsent();
  studio.editing.getState().keepDraft();
}

/** Everything that a window sends at once has arrived. */
const arrive = (): Promise<void> => new Promise((fulfil) => setTimeout(fulfil));

/** The texts that a window offers to go on with, one after the other, each put into the document. */
function finishAll({ studio }: TestWindow, sentenceId = 's0'): readonly string[] {
  const offered: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    studio.editing.getState().begin(sentenceId);
    const { typing } = studio.editing.getState();
    if (typing?.restored !== undefined) offered.push(typing.text);
    if (studio.editing.getState().commit() !== 'done') break;
  }
  return offered;
}

describe('[WN8] two windows that type in one sentence', () => {
  it('keep a text each, and both are offered after both have gone', async () => {
    const window = await openTestWindow(two);
    const beside = await window.openBeside();
    type(window, 'typed here');
    type(beside, 'typed there');
    await arrive();
    expect(window.savedDraftTexts()).toEqual(['typed here', 'typed there']);
    const again = await window.openBeside();
    expect(finishAll(again)).toEqual(['typed there', 'typed here']);
    await again.settle();
    await arrive();
    expect(again.savedDraftTexts()).toEqual([]);
  });

  it('do not let go of what the other one keeps: by an edit, or by giving up', async () => {
    const window = await openTestWindow(two);
    const beside = await window.openBeside();
    type(window, 'typed here');
    type(beside, 'typed there');
    window.studio.editing.getState().commit();
    await window.settle();
    await arrive();
    expect(window.savedTexts()[0]).toBe('typed here');
    expect(window.savedDraftTexts()).toEqual(['typed there']);
    type(window, 'given up');
    window.studio.editing.getState().cancel();
    await arrive();
    expect(window.savedDraftTexts()).toEqual(['typed there']);
    expect(beside.studio.editing.getState().commit()).toBe('kept');
    expect(beside.studio.notices.getState().notices).toMatchObject([
      { key: 'editing.changedElsewhere' },
    ]);
    expect(finishAll(beside)).toEqual(['typed there']);
  });

  it('go on from one text that waited, and neither loses its own version', async () => {
    const first = await openTestWindow(two);
    type(first, 'waited');
    await arrive();
    const window = await first.openBeside();
    const beside = await first.openBeside();
    type(window, 'waited here');
    type(beside, 'waited there');
    leave(window);
    leave(beside);
    await arrive();
    const texts = new Set(window.savedDraftTexts());
    expect(texts).toEqual(new Set(['waited', 'waited here', 'waited there']));
  });

  it('keep a text that another window lets go while it is typed, when the page goes', async () => {
    const window = await openTestWindow(two);
    type(window, 'typed here');
    await arrive();
    const beside = await window.openBeside();
    const [draft] = beside.studio.document.getState().drafts;
    beside.studio.document.getState().dropDraft(draft!);
    await arrive();
    expect(window.savedDraftTexts()).toEqual([]);
    leave(window);
    await arrive();
    expect(window.savedDraftTexts()).toEqual(['typed here']);
  });
});

describe('[WN8] an edit of typing that is on its way', () => {
  const conflict = { 'projects.edit': () => Promise.reject(new Error('conflict')) };

  it('is kept when the page goes before it is in the journal', async () => {
    const window = await openTestWindow(two);
    type(window, 'typed');
    window.studio.editing.getState().commit();
    type(window, 'typed after it', 's1000');
    window.studio.editing.getState().commit();
    leave(window);
    await arrive();
    // Both are in the document now, and need no draft.
    expect(window.savedTexts()).toEqual(['typed', 'typed after it']);
    expect(window.savedDraftTexts()).toEqual([]);
  });

  it('is a draft where it never got there', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const window = await openTestWindow(two, { answers: { 'projects.edit': never } });
    type(window, 'typed');
    window.studio.editing.getState().commit();
    type(window, 'queued behind it', 's1000');
    window.studio.editing.getState().commit();
    leave(window);
    await arrive();
    const { drafts } = (await window.openBeside()).studio.document.getState();
    expect(new Set(drafts.map(({ text }) => text))).toEqual(new Set(['typed', 'queued behind it']));
  });

  it('is not lost where it is refused and its sentence is typed in again', async () => {
    const window = await openTestWindow(two, { answers: conflict });
    window.studio.editing.getState().begin('s0');
    window.studio.editing.getState().change({ text: 'refused' });
    window.studio.editing.getState().commit();
    type(window, 'typed on');
    await window.settle();
    await arrive();
    expect(new Set(window.savedDraftTexts())).toEqual(new Set(['refused', 'typed on']));
    expect(window.studio.editing.getState().typing?.text).toBe('typed on');
  });

  it('is kept where it is refused after its project was left', async () => {
    const window = await openTestWindow(two, { answers: conflict });
    window.studio.editing.getState().begin('s0');
    window.studio.editing.getState().change({ text: 'refused' });
    window.studio.opening.getState().closeProject();
    await window.settle();
    await arrive();
    expect(window.savedDraftTexts()).toEqual(['refused']);
  });

  it('leaves a newer draft of its sentence alone when it has arrived', async () => {
    const window = await openTestWindow(two);
    type(window, 'first');
    window.studio.editing.getState().commit();
    type(window, 'second');
    await window.settle();
    await arrive();
    expect(window.savedTexts()[0]).toBe('first');
    expect(window.savedDraftTexts()).toEqual(['second']);
  });
});

describe('[WN8] a text whose sentence is gone', () => {
  it('is said when the project is opened, and kept until that was read', async () => {
    const window = await openTestWindow(two);
    type(window, 'typed and closed');
    await arrive();
    const beside = await window.openBeside();
    beside.editElsewhere({ kind: 'remove', sentenceIds: ['s0'] });
    const again = await window.openBeside();
    const { notices } = again.studio.notices.getState();
    expect(notices).toMatchObject([
      { key: 'editing.sentenceGone', parameters: { text: 'typed and closed' } },
    ]);
    expect(again.savedDraftTexts()).toEqual(['typed and closed']);
    again.studio.notices.getState().dismiss(notices[0]!.id);
    await arrive();
    expect(again.savedDraftTexts()).toEqual([]);
  });

  it('is not pushed away by what is said later', async () => {
    const { studio } = await openTestWindow(two);
    const notices = studio.notices.getState();
    notices.remark('editing.sentenceGone', { text: 'typed' });
    for (let count = 0; count < 5; count += 1) notices.hint('editing.noSplit');
    const keys = studio.notices.getState().notices.map((notice) => 'key' in notice && notice.key);
    expect(keys).toEqual(['editing.sentenceGone', 'editing.noSplit', 'editing.noSplit']);
  });
});
