import type { ImportPreview } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const preview: ImportPreview = {
  file: {
    ...{ name: 'a.srt', format: 'srt', cueCount: 1, repairs: [], repairCount: 0 },
    encoding: { label: 'utf-8', hasMark: false },
  },
  otherEncodings: ['windows-1252'],
  sample: [{ beginMs: 0, endMs: 1000, text: 'new' }],
  effects: {
    replace: { added: 1, changed: 0, removed: 2 },
    merge: { added: 0, changed: 1, removed: 0 },
    add: { added: 1, changed: 0, removed: 0 },
  },
};

const two = [makeSentence('alpha one', 0, 1000), makeSentence('beta two', 1000, 2000)];

function encodingUnknown(data: Readonly<Record<string, string>>): StudioError {
  return new StudioError('text/encoding-unknown', 'none', { data: { tried: 'all', ...data } });
}

function open(importFile: () => unknown = () => ({})): Promise<TestWindow> {
  const answers = {
    'projects.previewImport': () => preview,
    'projects.importFile': importFile,
  };
  return openTestWindow(two, { answers });
}

/** The calls about edits and imports, in their order. */
function listCalls({ calls }: TestWindow): readonly string[] {
  return calls.map(({ name }) => name).filter((name) => /edit|import/iu.test(name));
}

describe('a subtitle file on its way into a project', () => {
  it('is read, and the person is asked', async () => {
    const { studio, calls } = await open();
    await studio.importing.getState().ask('file-1', true);
    expect(studio.session.getState().dialog).toBe('import');
    expect(studio.importing.getState().offer).toEqual({
      ...{ source: { fileId: 'file-1' }, projectId: 'p', mayOpen: true, preview },
      found: { label: 'utf-8', others: ['windows-1252'] },
    });
    expect(calls.at(-1)).toEqual({
      name: 'projects.previewImport',
      input: { fileId: 'file-1', projectId: 'p' },
    });
  });

  it('is shown in the likeliest encoding where it is plausible text in none', async () => {
    const encodings: unknown[] = [];
    const answers = {
      'projects.previewImport': (input: unknown) => {
        const { encoding } = input as { readonly encoding?: string };
        encodings.push(encoding);
        if (encoding !== undefined) return preview;
        throw encodingUnknown({ likeliest: 'koi8-r' });
      },
    };
    const { studio } = await openTestWindow(two, { answers });
    await studio.importing.getState().ask('file-1', true);
    expect(encodings).toEqual([undefined, 'koi8-r']);
    expect(studio.session.getState().dialog).toBe('import');
    expect(studio.importing.getState().offer).toMatchObject({
      ...{ source: { fileId: 'file-1', encoding: 'koi8-r' }, projectId: 'p' },
      found: { others: [], isUnknown: true },
    });
    await studio.importing.getState().readAs('gb18030');
    expect(encodings.at(-1)).toBe('gb18030');
  });

  it('is refused where no encoding that may be chosen makes text of it', async () => {
    const answers = {
      'projects.previewImport': () => {
        throw encodingUnknown({});
      },
    };
    const { studio } = await openTestWindow(two, { answers });
    const asked = studio.importing.getState().ask('file-1', true);
    await expect(asked).rejects.toMatchObject({ code: 'text/encoding-unknown' });
    expect(studio.importing.getState().offer).toBeUndefined();
  });

  it('finds what is being typed as part of the text', async () => {
    const window = await open();
    window.studio.editing.getState().begin('s0');
    window.studio.editing.getState().change({ text: 'typed' });
    await window.studio.importing.getState().ask('file-1', true);
    expect(window.savedTexts()).toEqual(['typed', 'beta two']);
    expect(listCalls(window)).toEqual(['projects.edit', 'projects.previewImport']);
  });

  it('comes in as it was chosen, and what it did is told', async () => {
    const window = await open();
    const { importing, notices } = window.studio;
    await importing.getState().ask('file-1', false);
    await importing.getState().run('replace');
    expect(window.calls.at(-1)).toEqual({
      name: 'projects.importFile',
      input: {
        projectId: 'p',
        fileId: 'file-1',
        mode: 'replace',
        runId: expect.any(String) as unknown,
      },
    });
    expect(notices.getState().notices).toMatchObject([
      { key: 'import.done', parameters: { name: 'a.srt', added: 1, changed: 0, removed: 2 } },
    ]);
  });

  it('stays where it was refused', async () => {
    const { studio } = await open(() => {
      throw new StudioError('project/unwritable', 'the disk is full');
    });
    await studio.importing.getState().ask('file-1', false);
    await expect(studio.importing.getState().run('add')).rejects.toMatchObject({
      code: 'project/unwritable',
    });
    expect(studio.importing.getState().offer?.source).toEqual({ fileId: 'file-1' });
    expect(studio.notices.getState().notices).toEqual([]);
  });

  it('does not come in where the person thinks better of it before it is sent', async () => {
    const window = await open();
    const { document, importing } = window.studio;
    await importing.getState().ask('file-1', false);
    document.getState().edit({ kind: 'setText', sentenceId: 's0', text: 'typed' });
    const running = importing.getState().run('replace');
    importing.getState().forget();
    await running;
    expect(listCalls(window)).toEqual(['projects.previewImport', 'projects.edit']);
  });

  it('is left off where the person cancels it while it comes in', async () => {
    let refuse: ((reason: unknown) => void) | undefined;
    const window = await open(() => new Promise((_resolve, reject) => (refuse = reject)));
    const { importing, notices } = window.studio;
    await importing.getState().ask('file-1', false);
    const running = importing.getState().run('replace');
    await expect.poll(() => refuse).toBeDefined();
    importing.getState().forget();
    const asked = window.calls.filter(({ name }) => /Import|importFile/u.test(name)).slice(-2);
    expect(asked.map(({ name }) => name)).toEqual(['projects.importFile', 'projects.cancelImport']);
    const [{ runId }, cancelled] = asked.map(
      ({ input }) => input as { readonly runId: string },
    ) as [{ readonly runId: string }, unknown];
    expect(cancelled).toEqual({ runId });
    refuse!(new StudioError('job/cancelled', 'cancelled'));
    await expect(running).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(notices.getState().notices).toMatchObject([
      { key: 'import.cancelled', parameters: { name: 'a.srt' } },
    ]);
  });

  it('is forgotten where the project is closed meanwhile', async () => {
    const { studio } = await open();
    const asking = studio.importing.getState().ask('file-1', true);
    studio.document.getState().close();
    await asking;
    expect(studio.importing.getState().offer).toBeUndefined();
    expect(studio.session.getState().dialog).toBeUndefined();
  });

  it('is counted anew', async () => {
    let changed = 1;
    const answers = {
      'projects.previewImport': () => ({
        ...preview,
        effects: { ...preview.effects, merge: { added: 0, changed: changed++, removed: 0 } },
      }),
    };
    const { studio } = await openTestWindow(two, { answers });
    await studio.importing.getState().ask('file-1', true);
    await studio.importing.getState().refresh();
    expect(studio.importing.getState().offer?.preview.effects?.merge.changed).toBe(2);
  });
});
