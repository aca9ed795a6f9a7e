import type { MethodName, ProjectSummary } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { noMedia } from '@core/project-file/project';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow, type TestWindowOptions } from '../open-test-window';

const one = [makeSentence('alpha', 0, 1000)];

const summary: ProjectSummary = {
  ...{ id: 'p', title: 'talk', mediaName: '', mediaPath: '', durationMs: 0, hasVideo: false },
  ...{ sentenceCount: 0, language: 'und', touchedAtMs: 0 },
};

const imported = {
  ...{ id: 'i', atMs: 0, name: 'a.srt', format: 'srt', cueCount: 1 },
  repairs: [{ code: 'number-added', line: 1 }],
};

function open(
  answers: TestWindowOptions['answers'] = {},
  more: TestWindowOptions = {},
): Promise<TestWindow> {
  return openTestWindow(one, {
    ...more,
    answers: {
      'projects.openFile': () => summary,
      'projects.listImports': () => [],
      'projects.previewImport': () => ({ file: imported, otherEncodings: [], sample: [] }),
      ...answers,
    },
  });
}

/** What the services say of a file that only a person can tell to be KOI8-R. */
function openInKoi8(input: unknown): unknown {
  if ((input as { readonly encoding?: string }).encoding === 'koi8-r') return summary;
  const data = { tried: 'all', likeliest: 'ibm866' };
  throw new StudioError('text/encoding-unknown', 'none', { data });
}

function drop({ studio }: TestWindow, ...names: readonly string[]): Promise<void> {
  return studio.opening.getState().openFiles(names.map((name) => new File(['1'], name)));
}

/** What the window asked of the services by a call, in order. */
function listInputs({ calls }: TestWindow, name: MethodName): readonly unknown[] {
  return calls.filter((call) => call.name === name).map(({ input }) => input);
}

describe('files that are dropped', () => {
  it('one subtitle is asked about where a project is open', async () => {
    const window = await open();
    await drop(window, 'a.srt');
    expect(listInputs(window, 'projects.previewImport')).toEqual([
      { fileId: 'a.srt', projectId: 'p' },
    ]);
    expect(listInputs(window, 'projects.openFile')).toEqual([]);
    expect(window.studio.session.getState().dialog).toBe('import');
  });

  it('one subtitle is opened where none is', async () => {
    const window = await open();
    window.studio.opening.getState().closeProject();
    await drop(window, 'a.srt');
    expect(listInputs(window, 'projects.openFile')).toEqual([{ fileId: 'a.srt' }]);
    // It has no text, but no recording to transcribe either.
    expect(window.studio.session.getState().dialog).toBeUndefined();
  });

  it('one in no plausible encoding is asked about, and opened with its recording', async () => {
    const window = await open({ 'projects.openFile': openInKoi8 });
    const { opening, importing, session } = window.studio;
    opening.getState().closeProject();
    await drop(window, 'a.mp4', 'a.srt');
    expect(session.getState().dialog).toBe('import');
    expect(listInputs(window, 'projects.previewImport')).toEqual([
      { fileId: 'a.srt', encoding: 'ibm866' },
    ]);
    const { offer } = importing.getState();
    expect(offer).toMatchObject({ mediaFileId: 'a.mp4', found: { isUnknown: true } });
    expect(offer?.projectId).toBeUndefined();
    const chosen = { name: 'a.srt', encoding: 'koi8-r' };
    await opening.getState().openGranted({ fileId: 'a.srt', mediaFileId: 'a.mp4', ...chosen });
    expect(listInputs(window, 'projects.openFile').at(-1)).toEqual({
      ...{ fileId: 'a.srt', mediaFileId: 'a.mp4', encoding: 'koi8-r' },
    });
  });

  it('one of several in no plausible encoding is told of, with a way to choose', async () => {
    const window = await open({ 'projects.openFile': openInKoi8 });
    const { opening, notices, session } = window.studio;
    opening.getState().closeProject();
    await drop(window, 'a.srt', 'b.srt');
    expect(session.getState().dialog).toBeUndefined();
    const problems = notices.getState().notices.filter((notice) => notice.kind === 'problem');
    expect(problems).toMatchObject([{ subject: 'a.srt' }, { subject: 'b.srt' }]);
    problems[1]?.act?.run();
    await expect.poll(() => session.getState().dialog).toBe('import');
    expect(listInputs(window, 'projects.previewImport')).toEqual([
      { fileId: 'b.srt', encoding: 'ibm866' },
    ]);
  });

  it('several subtitles are opened, as several recordings are', async () => {
    const window = await open();
    await drop(window, 'a.srt', 'b.vtt');
    expect(listInputs(window, 'projects.openFile')).toEqual([
      { fileId: 'a.srt' },
      { fileId: 'b.vtt' },
    ]);
  });

  it('a subtitle is opened with the recording that came along', async () => {
    const window = await open();
    await drop(window, 'a.mp4', 'a.srt');
    expect(listInputs(window, 'projects.openFile')).toEqual([
      { fileId: 'a.srt', mediaFileId: 'a.mp4' },
    ]);
    expect(window.studio.opening.getState().underWay).toBeUndefined();
  });

  it('what is wrong is said of the file it is wrong with', async () => {
    let code: 'media/no-audio' | 'text/unreadable' = 'media/no-audio';
    const window = await open({
      'projects.openFile': () => {
        throw new StudioError(code, 'no');
      },
    });
    await drop(window, 'a.mp4', 'a.srt');
    code = 'text/unreadable';
    await drop(window, 'a.mp4', 'a.srt');
    expect(window.studio.notices.getState().notices).toMatchObject([
      { subject: 'a.mp4', error: { code: 'media/no-audio' } },
      { subject: 'a.srt', error: { code: 'text/unreadable' } },
    ]);
  });

  it('what was mended is said, with a way to look at it', async () => {
    const window = await open({
      'projects.listImports': () => [{ ...imported, repairCount: 1 }],
    });
    window.studio.opening.getState().closeProject();
    await drop(window, 'a.srt');
    expect(window.studio.notices.getState().notices).toMatchObject([
      {
        ...{ kind: 'remark', key: 'import.mended', command: 'file.imports' },
        parameters: { name: 'a.srt', count: 1 },
      },
    ]);
  });
});

describe('a recording that is dropped on a project without one', () => {
  const openText = (): Promise<TestWindow> => open({}, { media: noMedia });

  /** Drops one, and waits until the person is asked. */
  async function ask(window: TestWindow, name: string): Promise<{ readonly done: Promise<void> }> {
    const done = drop(window, name);
    await Promise.resolve();
    expect(window.studio.opening.getState().recordingQuestion?.name).toBe(name);
    return { done };
  }

  it('becomes its recording where that is meant', async () => {
    const window = await openText();
    const { done } = await ask(window, 'a.mp4');
    window.studio.opening.getState().recordingQuestion?.answer('use');
    await done;
    expect(listInputs(window, 'media.relocate')).toEqual([{ projectId: 'p', fileId: 'a.mp4' }]);
    expect(listInputs(window, 'projects.openFile')).toEqual([]);
    expect(window.studio.opening.getState().recordingQuestion).toBeUndefined();
  });

  it('is opened by itself, or left alone', async () => {
    const window = await openText();
    const first = await ask(window, 'a.mp4');
    window.studio.opening.getState().recordingQuestion?.answer('nothing');
    await first.done;
    const second = await ask(window, 'b.mp4');
    window.studio.opening.getState().recordingQuestion?.answer('open');
    await second.done;
    expect(listInputs(window, 'media.relocate')).toEqual([]);
    expect(listInputs(window, 'projects.openFile')).toEqual([{ fileId: 'b.mp4' }]);
  });

  it('takes the place of one that was asked about', async () => {
    const window = await openText();
    const first = await ask(window, 'a.mp4');
    const second = await ask(window, 'b.mp4');
    await first.done;
    window.studio.opening.getState().recordingQuestion?.answer('use');
    await second.done;
    expect(listInputs(window, 'media.relocate')).toEqual([{ projectId: 'p', fileId: 'b.mp4' }]);
  });
});
