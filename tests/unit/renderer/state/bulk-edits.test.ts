import type { MethodInput } from '@contract/api';
import { getChanges } from '@core/edits/project-diff';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const count = 1000;
const many = Array.from({ length: count }, (_, at) =>
  makeSentence(`word ${at}`, at * 1000, at * 1000 + 900, { id: `s${String(at).padStart(5, '0')}` }),
);
const sentenceIds = many.map(({ id }) => id);

function listSizes({ calls }: TestWindow): readonly number[] {
  return calls
    .filter(({ name }) => name === 'projects.edit')
    .map(({ input }) => {
      const { diff } = input as MethodInput<'projects.edit'>;
      const { added, updated, removed } = getChanges(diff, 'sentences');
      return added.length + updated.length + removed.length;
    });
}

describe('[ED14] an edit of a thousand sentences', () => {
  it('is sent in parts that hold nobody up, and is one step of undo', async () => {
    const window = await openTestWindow(many);
    const { document } = window.studio;
    document.getState().edit({ kind: 'setSpeaker', sentenceIds, speaker: 'Ada' });
    await window.settle();
    expect(window.savedSentences().every(({ speaker }) => speaker === 'Ada')).toBe(true);
    const sizes = listSizes(window);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(400);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    await document.getState().undo();
    expect(window.savedSentences().some(({ speaker }) => speaker === 'Ada')).toBe(false);
    expect(document.getState().history).toEqual({ redo: 'setSpeaker' });
    expect(window.studio.session.getState().selectedIds).toEqual(sentenceIds);
    await document.getState().redo();
    expect(window.savedSentences().every(({ speaker }) => speaker === 'Ada')).toBe(true);
  });

  // Parts that were made before the one that another window's edit refused were left behind.
  it('is made whole or not at all, where another window edits meanwhile', async () => {
    let sentCount = 0;
    const window: TestWindow = await openTestWindow(many, {
      answers: {
        'projects.edit': (input) => {
          sentCount += 1;
          if (sentCount === 3) {
            const text = 'said elsewhere';
            window.editElsewhere({ kind: 'setText', sentenceId: sentenceIds.at(-1)!, text });
          }
          return window.answer('projects.edit', input);
        },
      },
    });
    const { document } = window.studio;
    document.getState().edit({ kind: 'setSpeaker', sentenceIds, speaker: 'Ada' });
    await window.settle();
    await document.getState().reload();
    expect(window.savedSentences().filter(({ speaker }) => speaker === 'Ada')).toEqual([]);
    expect(window.savedTexts().at(-1)).toBe('said elsewhere');
    expect(document.getState().error?.code).toBe('project/conflict');
    expect(document.getState().project?.sentences).toEqual(window.savedSentences());
    expect(document.getState().history).toEqual({ undo: 'setText' });
  });

  it('is sent whole where it makes one sentence of many', async () => {
    const window = await openTestWindow(many);
    window.studio.document.getState().edit({ kind: 'merge', sentenceIds });
    await window.settle();
    expect(listSizes(window)).toEqual([count]);
  });
});
