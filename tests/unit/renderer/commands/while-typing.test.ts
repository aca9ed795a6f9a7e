import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const three = [
  makeSentence('one two', 0, 1000),
  makeSentence('three four', 1000, 2000),
  makeSentence('five six', 2000, 3000),
];

/** A window in which the first sentence is being typed, with the caret at the end. */
async function type(text: string, caret = text.length): Promise<TestWindow> {
  const window = await openTestWindow(three);
  const { editing } = window.studio;
  editing.getState().begin('s0');
  editing.getState().change({ text, selection: { begin: caret, end: caret } });
  return window;
}

describe('splitting while typing', () => {
  it('[WN2] splits what is typed at the caret, and no word is there twice', async () => {
    const window = await type('alpha beta gamma', 6);
    expect(window.commands.run('edit.split')).toBe(true);
    await window.settle();
    expect(window.savedTexts()).toEqual(['alpha', 'beta gamma', 'three four', 'five six']);
    expect(window.texts()).toEqual(window.savedTexts());
  });

  it('goes on with the second half, from its begin', async () => {
    const { studio, commands } = await type('alpha beta gamma', 6);
    commands.run('edit.split');
    const { typing } = studio.editing.getState();
    expect(typing).toMatchObject({ text: 'beta gamma', selection: { begin: 0, end: 0 } });
    expect(studio.session.getState().selectedIds).toEqual([typing?.sentenceId]);
    expect(studio.editing.getState().commit()).toBe('done');
  });

  it('[WN2] is undone in two steps: the cut, and what was typed', async () => {
    const window = await type('alpha beta', 6);
    window.commands.run('edit.split');
    window.studio.editing.getState().cancel();
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()[0]).toBe('alpha beta');
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()).toEqual(['one two', 'three four', 'five six']);
  });

  it('does nothing where one half would have no word, and says so', async () => {
    const { studio, commands, texts } = await type('alpha beta');
    commands.run('edit.split');
    expect(studio.editing.getState().typing?.text).toBe('alpha beta');
    expect(studio.notices.getState().notices).toMatchObject([{ key: 'editing.noSplit' }]);
    expect(texts()).toHaveLength(3);
  });

  it('goes by the caret in a text with other line ends', async () => {
    const window = await openTestWindow([makeSentence('one\r\ntwo three', 0, 1000)]);
    const { editing } = window.studio;
    editing.getState().begin('s0', 8);
    window.commands.run('edit.split');
    expect(window.texts()).toEqual(['one\r\ntwo', 'three']);
  });
});

describe('merging while typing', () => {
  it('[WN2] loses neither what is typed nor the next sentence', async () => {
    const window = await type('typed just now');
    expect(window.commands.run('edit.merge')).toBe(true);
    await window.settle();
    expect(window.savedTexts()).toEqual(['typed just now three four', 'five six']);
  });

  it('goes on with the merged sentence, where the caret was', async () => {
    const { studio, commands } = await type('typed', 2);
    commands.run('edit.merge');
    const { typing } = studio.editing.getState();
    expect(typing).toMatchObject({
      sentenceId: 's0',
      text: 'typed three four',
      selection: { begin: 2, end: 2 },
    });
    studio.editing.getState().commit();
    expect(studio.document.getState().project?.sentences[0]?.text).toBe('typed three four');
  });
});

describe('any other command while typing', () => {
  it('[WN2] undo commits first, and takes that back', async () => {
    const window = await type('typed');
    expect(window.commands.run('edit.undo')).toBe(true);
    await window.settle();
    expect(window.studio.editing.getState().typing).toBeUndefined();
    expect(window.savedTexts()[0]).toBe('one two');
    window.commands.run('edit.redo');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('typed');
  });

  it('removing can be undone to what was typed', async () => {
    const window = await type('typed');
    window.commands.run('edit.remove');
    await window.settle();
    expect(window.texts()).toEqual(['three four', 'five six']);
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()[0]).toBe('typed');
  });

  it.each(['edit.insert', 'play.nextSentence', 'file.export', 'edit.selectAll'] as const)(
    '%s commits first',
    async (id) => {
      const { commands, texts } = await type('typed');
      expect(commands.run(id)).toBe(true);
      expect(texts()).toContain('typed');
    },
  );

  it.each(['play.sentence', 'edit.setEnd', 'view.zoomIn', 'edit.text'] as const)(
    '%s leaves it in its field',
    async (id) => {
      const { studio, commands, texts } = await type('typed');
      expect(commands.run(id)).toBe(true);
      expect(studio.editing.getState().typing?.text).toBe('typed');
      expect(texts()[0]).toBe('one two');
    },
  );

  it('times that are set meanwhile do not stand in its way', async () => {
    const { studio, commands, texts } = await type('typed');
    studio.player.seek(400);
    commands.run('edit.setBegin');
    expect(studio.editing.getState().commit()).toBe('done');
    expect(texts()[0]).toBe('typed');
    expect(studio.document.getState().project?.sentences[0]?.beginMs).toBe(400);
  });

  it('closing the project commits first', async () => {
    const window = await type('typed');
    window.commands.run('file.close');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('typed');
  });
});

describe('[WN4] in the middle of a composition', () => {
  it.each(['edit.split', 'edit.merge', 'edit.undo', 'edit.insert'] as const)(
    '%s cannot be done',
    async (id) => {
      const { studio, commands, texts } = await type('one ni', 4);
      studio.editing.getState().change({ isComposing: true });
      expect(commands.isEnabled(id)).toBe(false);
      expect(commands.run(id)).toBe(false);
      expect(studio.editing.getState().typing?.text).toBe('one ni');
      expect(texts()).toEqual(['one two', 'three four', 'five six']);
    },
  );

  it('playing can', async () => {
    const { studio, commands } = await type('one ni');
    studio.editing.getState().change({ isComposing: true });
    expect(commands.run('play.secondForward')).toBe(true);
  });
});
