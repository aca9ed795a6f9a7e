import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const three = [
  makeSentence('alpha one', 0, 1000),
  makeSentence('beta two', 1000, 2000),
  makeSentence('alpha three', 2000, 3000),
];

/** A window whose filter hides the second sentence; what is selected was selected before. */
async function filter(...selectedIds: readonly string[]): Promise<TestWindow> {
  const window = await openTestWindow(three);
  const { session } = window.studio;
  session.getState().select(selectedIds);
  session.getState().set({ filter: 'alpha' });
  return window;
}

describe('[WN5] a row that the filter hides is never edited', () => {
  it.each(['edit.text', 'edit.setBegin', 'edit.setEnd', 'edit.remove', 'edit.setSpeaker'] as const)(
    '%s does nothing where it alone is selected',
    async (command) => {
      const window = await filter('s1000');
      window.studio.player.seek(1500);
      expect(window.commands.run(command)).toBe(false);
      await window.settle();
      expect(window.studio.editing.getState().typing).toBeUndefined();
      expect(window.studio.document.getState().project?.sentences).toEqual(three);
    },
  );

  it('removing takes those of the selection that are shown', async () => {
    const window = await filter('s0', 's1000');
    window.commands.run('edit.remove');
    await window.settle();
    expect(window.savedTexts()).toEqual(['beta two', 'alpha three']);
  });

  it('[WN5] merging with a hidden one is refused, and said', async () => {
    const window = await filter('s0');
    window.commands.run('edit.merge');
    await window.settle();
    expect(window.texts()).toEqual(['alpha one', 'beta two', 'alpha three']);
    expect(window.studio.notices.getState().notices).toMatchObject([{ key: 'editing.nextHidden' }]);
  });

  it('re-aligning takes what is shown where nothing that is shown is selected', async () => {
    const window = await filter('s1000');
    window.commands.run('edit.realign');
    await window.settle();
    const start = window.calls.find(({ name }) => name === 'jobs.start');
    expect(start?.input).toMatchObject({ kind: 'align', sentenceIds: ['s0', 's2000'] });
  });

  it('is edited again once the filter is cleared', async () => {
    const window = await filter('s1000');
    window.studio.session.getState().set({ filter: '' });
    window.commands.run('edit.remove');
    await window.settle();
    expect(window.savedTexts()).toEqual(['alpha one', 'alpha three']);
  });
});
