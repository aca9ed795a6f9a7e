import { describe, expect, it, vi } from 'vitest';
import { makeSentence } from '../../core/transcript/make-sentence';
import { openTestWindow } from '../open-test-window';

const source = { format: 'srt', name: 'talk.srt' };
const file = {
  ...{ name: 'talk.srt', path: '/texts/talk.srt', format: 'srt', losses: [] as object[] },
  ...{ isChanged: false, isMissing: false },
};

async function openText(found: object | undefined) {
  const window = await openTestWindow([makeSentence('alpha', 0, 1000)], {
    answers: {
      'projects.describeSource': () => (found === undefined ? {} : { file: found }),
      'projects.saveBack': () => ({ savedAs: '/texts/talk.srt' }),
    },
  });
  window.studio.document.getState().edit({ kind: 'setProperties', properties: { source } });
  await window.settle();
  return window;
}

describe('saving back [FM87]', () => {
  it('is there for a text that came from a file', async () => {
    const bare = await openTestWindow([]);
    expect(bare.commands.isEnabled('file.saveBack')).toBe(false);
    expect((await openText(file)).commands.isEnabled('file.saveBack')).toBe(true);
  });

  it('is done at once where nothing is lost', async () => {
    const { commands, calls, studio } = await openText(file);
    commands.run('file.saveBack');
    const saved = { name: 'projects.saveBack', input: { projectId: 'p' } };
    await vi.waitFor(() => expect(calls.at(-1)).toEqual(saved));
    expect(studio.session.getState().dialog).toBeUndefined();
  });

  it('is done in the form that was chosen last', async () => {
    const { commands, calls, studio } = await openText(file);
    const form = { encoding: { label: 'utf-8', hasMark: true } };
    studio.session.getState().set({ saveBackForm: form });
    commands.run('file.saveBack');
    const saved = { name: 'projects.saveBack', input: { projectId: 'p', form } };
    await vi.waitFor(() => expect(calls.at(-1)).toEqual(saved));
    expect(calls.at(-2)).toEqual({ name: 'projects.describeSource', input: saved.input });
  });

  it('asks for the form where a person wants another', async () => {
    const { commands, calls, studio } = await openText(file);
    commands.run('file.saveBackAs');
    expect(studio.session.getState().dialog).toBe('saveBack');
    expect(calls.map(({ name }) => name)).not.toContain('projects.saveBack');
  });

  it.each([
    { isChanged: true },
    { isMissing: true },
    { lacks: { encoding: 'Big5' } },
    { losses: [{ code: 'speakers', count: 1 }] },
  ])('asks first where %o', async (more) => {
    const { commands, calls, studio } = await openText({ ...file, ...more });
    commands.run('file.saveBack');
    await vi.waitFor(() => expect(studio.session.getState().dialog).toBe('saveBack'));
    expect(calls.map(({ name }) => name)).not.toContain('projects.saveBack');
  });
});
