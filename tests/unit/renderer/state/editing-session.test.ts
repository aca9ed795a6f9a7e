import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFieldText, toTextOffset } from '../../../../renderer/src/lib/field-text';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const two = [makeSentence('one two', 0, 1000), makeSentence('three four', 1000, 2000)];
const setText = (text: string) => ({ kind: 'setText', sentenceId: 's0', text }) as const;

async function type(text: string): Promise<TestWindow> {
  const window = await openTestWindow(two);
  window.studio.editing.getState().begin('s0');
  window.studio.editing.getState().change({ text });
  return window;
}

describe('drafts of what is typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[JN8] are never more than 300 ms late, however steadily one types', async () => {
    const window = await openTestWindow(two);
    const { editing } = window.studio;
    editing.getState().begin('s0');
    /** What the field held, by time. */
    const history: string[] = [];
    let text = '';
    for (let key = 0; key < 103; key += 1) {
      text += 'x';
      editing.getState().change({ text });
      await vi.advanceTimersByTimeAsync(50);
      history.push(text);
      // The services write within 150 ms of hearing it, so the window has as long.
      const due = history.at(-4);
      if (due !== undefined) {
        const draft = window.savedDrafts()['s0'] ?? '';
        expect(draft.length).toBeGreaterThanOrEqual(due.length);
      }
    }
    await vi.advanceTimersByTimeAsync(150);
    expect(window.savedDrafts()).toEqual({ s0: text });
  });

  it('are not sent for every letter', async () => {
    const window = await openTestWindow(two);
    const { editing } = window.studio;
    editing.getState().begin('s0');
    for (let key = 1; key <= 100; key += 1) {
      editing.getState().change({ text: 'x'.repeat(key) });
      await vi.advanceTimersByTimeAsync(10);
    }
    const sent = window.calls.filter(({ name }) => name === 'projects.keepDraft');
    expect(sent.length).toBeLessThan(12);
  });

  it('[JN8] are kept at once when the page goes away', async () => {
    const window = await type('half a wo');
    window.studio.editing.getState().keepDraft();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.savedDrafts()).toEqual({ s0: 'half a wo' });
  });

  it('none is kept of a text that nobody changed', async () => {
    const window = await openTestWindow(two);
    window.studio.editing.getState().begin('s0');
    window.studio.editing.getState().keepDraft();
    await vi.advanceTimersByTimeAsync(1000);
    expect(window.calls.map(({ name }) => name)).not.toContain('projects.keepDraft');
  });

  it('go with the edit, and with giving up', async () => {
    const window = await type('typed');
    await vi.advanceTimersByTimeAsync(200);
    expect(window.savedDrafts()).toEqual({ s0: 'typed' });
    expect(window.studio.editing.getState().commit()).toBe('done');
    await vi.advanceTimersByTimeAsync(0);
    expect(window.savedTexts()[0]).toBe('typed');
    expect(window.studio.document.getState().drafts).toEqual([]);
    window.studio.editing.getState().begin('s0');
    window.studio.editing.getState().change({ text: 'given up' });
    await vi.advanceTimersByTimeAsync(200);
    window.studio.editing.getState().cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect(window.savedDrafts()).toEqual({});
    expect(window.texts()[0]).toBe('typed');
  });
});

describe('what others change while a sentence is typed', () => {
  it('another sentence does not matter', async () => {
    const window = await type('typed');
    window.editElsewhere({ kind: 'setText', sentenceId: 's1000', text: 'else' });
    expect(window.studio.editing.getState().typing?.text).toBe('typed');
    expect(window.studio.editing.getState().commit()).toBe('done');
    expect(window.texts()).toEqual(['typed', 'else']);
  });

  it('[WN3] its text: what is typed stays in the field, then as a draft; neither is lost', async () => {
    const window = await type('typed');
    window.editElsewhere(setText('elsewhere'));
    const { editing, notices, document } = window.studio;
    expect(editing.getState().typing?.text).toBe('typed');
    expect(editing.getState().commit()).toBe('kept');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('elsewhere');
    expect(document.getState().drafts).toMatchObject([{ sentenceId: 's0', text: 'typed' }]);
    await vi.waitFor(() => expect(window.savedDrafts()).toEqual({ s0: 'typed' }));
    expect(notices.getState().notices).toMatchObject([
      { kind: 'remark', key: 'editing.changedElsewhere', parameters: { text: 'elsewhere' } },
    ]);
    // The person goes on with the draft, knowing of the other text: now it counts.
    editing.getState().begin('s0');
    expect(editing.getState().typing).toMatchObject({
      text: 'typed',
      restored: { text: 'typed' },
    });
    expect(editing.getState().commit()).toBe('done');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('typed');
  });

  it('its text, where nothing was typed: the other text stays', async () => {
    const window = await openTestWindow(two);
    window.studio.editing.getState().begin('s0');
    window.editElsewhere(setText('elsewhere'));
    expect(window.studio.editing.getState().commit()).toBe('done');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('elsewhere');
    expect(window.studio.notices.getState().notices).toEqual([]);
  });

  it('its times: what is typed counts', async () => {
    const window = await type('typed');
    window.editElsewhere({ kind: 'setTimes', sentenceId: 's0', beginMs: 10, endMs: 900 });
    expect(window.studio.editing.getState().commit()).toBe('done');
    await window.settle();
    expect(window.savedTexts()[0]).toBe('typed');
  });

  it('[WN3] its removal: the person is given what was typed, and undo brings it back as a draft', async () => {
    const window = await type('typed');
    window.editElsewhere({ kind: 'remove', sentenceIds: ['s0'] });
    const { editing, notices, document } = window.studio;
    expect(editing.getState().typing).toBeUndefined();
    expect(notices.getState().notices).toMatchObject([
      { key: 'editing.removedElsewhere', parameters: { text: 'typed' } },
    ]);
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()[0]).toBe('one two');
    expect(document.getState().drafts).toMatchObject([{ sentenceId: 's0', text: 'typed' }]);
  });

  it('[WN3] the whole project, loaded anew: typing goes on', async () => {
    const window = await type('typed');
    await window.studio.document.getState().open('p');
    expect(window.studio.editing.getState().typing?.text).toBe('typed');
    expect(window.studio.editing.getState().commit()).toBe('done');
    expect(window.texts()[0]).toBe('typed');
  });
});

describe('beginning', () => {
  it('with another sentence commits the one before', async () => {
    const { studio, texts } = await type('typed');
    studio.editing.getState().begin('s1000', 3);
    expect(texts()[0]).toBe('typed');
    expect(studio.editing.getState().typing).toMatchObject({
      sentenceId: 's1000',
      selection: { begin: 3, end: 3 },
    });
    expect(studio.session.getState().selectedIds).toEqual(['s1000']);
  });

  it('with the same sentence changes nothing', async () => {
    const { studio } = await type('typed');
    const { typing } = studio.editing.getState();
    studio.editing.getState().begin('s0', 1);
    expect(studio.editing.getState().typing).toBe(typing);
  });

  it('with one that the filter hides lifts the filter: nobody types unseen', async () => {
    const { studio } = await openTestWindow(two);
    studio.session.getState().set({ filter: 'three' });
    studio.editing.getState().begin('s1000');
    expect(studio.session.getState().filter).toBe('three');
    studio.editing.getState().begin('s0');
    expect(studio.session.getState().filter).toBe('');
  });
});

describe('a text with other line ends than a field', () => {
  it('is not changed by looking at it', async () => {
    const window = await openTestWindow([makeSentence('one\r\ntwo', 0, 1000)]);
    window.studio.editing.getState().begin('s0');
    expect(window.studio.editing.getState().typing?.text).toBe('one\ntwo');
    expect(window.studio.editing.getState().commit()).toBe('done');
    expect(window.texts()).toEqual(['one\r\ntwo']);
    expect(window.calls.map(({ name }) => name)).not.toContain('projects.edit');
  });

  it('has the same places', () => {
    const text = 'a\r\nb\rc\nd';
    const field = toFieldText(text);
    expect(field).toBe('a\nb\nc\nd');
    for (const letter of 'abcd') {
      expect(toTextOffset(text, field.indexOf(letter)), letter).toBe(text.indexOf(letter));
    }
    expect(toTextOffset(text, 99)).toBe(text.length);
  });
});
