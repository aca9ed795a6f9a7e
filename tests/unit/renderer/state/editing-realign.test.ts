import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const sentence = makeSentence('one two', 0, 1000);

/** As a job does that found the words of the sentence a little later. */
function realign(window: TestWindow): void {
  const words = sentence.words.map((word) => ({
    ...word,
    beginMs: word.beginMs + 7,
    timing: 'measured' as const,
  }));
  window.editElsewhere({ kind: 'realign', sentences: [{ sentenceId: 's0', words }] });
}

describe('[JO6] new times for the words of a sentence whose field is open', () => {
  it('leave the caret of one in which nothing was typed, and what is typed next', async () => {
    const window = await openTestWindow([sentence]);
    const { editing, document, notices } = window.studio;
    editing.getState().begin('s0', 3);
    const { typing } = editing.getState();
    realign(window);
    expect(editing.getState().typing).toBe(typing);
    expect(typing?.selection).toEqual({ begin: 3, end: 3 });
    editing.getState().change({ text: 'one, two' });
    expect(editing.getState().commit()).toBe('done');
    await window.settle();
    expect(window.savedTexts()).toEqual(['one, two']);
    // The word that was not typed over kept its new time.
    const times = document.getState().project?.sentences[0]?.words.map(({ beginMs }) => beginMs);
    expect(times?.at(-1)).toBe(sentence.words[1]!.beginMs + 7);
    expect(document.getState().drafts).toEqual([]);
    expect(notices.getState().notices).toEqual([]);
  });

  it('neither take nor overwrite what was typed before the services knew of it', async () => {
    const window = await openTestWindow([sentence]);
    const { editing, notices } = window.studio;
    editing.getState().begin('s0');
    editing.getState().change({ text: 'one two three' });
    realign(window);
    expect(editing.getState().typing?.text).toBe('one two three');
    expect(editing.getState().commit()).toBe('done');
    await window.settle();
    expect(window.savedTexts()).toEqual(['one two three']);
    expect(notices.getState().notices).toEqual([]);
  });
});
