import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileGrant, Reply } from '@contract/api';
import { toStudioError } from '@core/errors/studio-error';
import { makeWav } from '../../helpers/make-wav';
import { tidySrt, untidySrt } from '../../helpers/subtitle-files';
import { useStudioHost } from '../../helpers/use-studio-host';

const shown: string[] = [];
const studio = useStudioHost(() => ({}), { reveal: (path) => shown.push(path) });
const { call, choose, inFolder } = studio;

/** Sends a file as the page does with one that was dropped on it. */
async function upload(name: string, body: string): Promise<FileGrant> {
  const response = await studio.fetch(`/upload?name=${name}`, { method: 'POST', body });
  const reply = (await response.json()) as Reply;
  return (reply.ok ? reply.value : reply.error) as FileGrant;
}

async function chooseRecording(name: string): Promise<string> {
  writeFileSync(inFolder(name), makeWav());
  return choose(inFolder(name));
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (thrown: unknown) => toStudioError(thrown).code,
  );
}

describe('a subtitle file that is dropped on the page', () => {
  it('[PF9] opens as a project without a recording, which says so to whoever asks for it', async () => {
    const { id: fileId, kind } = await upload('talk.srt', untidySrt);
    expect(kind).toBe('subtitle');
    const { id: projectId } = await call('projects.openFile', { fileId });
    const silent = { state: 'none', url: '', peaks: { url: '', count: 0 } };
    expect(await call('media.open', { projectId })).toMatchObject(silent);
    expect(await call('media.makeProxy', { projectId })).toMatchObject(silent);
    for (const order of [
      { kind: 'transcribe', engine: 'local', language: 'en' },
      { kind: 'transcribe', engine: 'flash', language: 'en' },
      { kind: 'align', engine: 'local' },
    ] as const) {
      expect(await codeOf(call('jobs.start', { projectId, ...order }))).toBe('media/none');
    }
    expect(await codeOf(call('engines.plan', { projectId, engine: 'flash' }))).toBe('media/none');
    expect(await codeOf(call('files.reveal', { projectId }))).toBe('media/none');
    expect(shown).toEqual([]);
    expect(await call('engines.list', { projectIds: [projectId] })).not.toEqual([]);
    expect(await call('jobs.list', {})).toEqual([]);

    const { downloadUrl = '' } = await call('projects.saveCopy', { projectId });
    expect(await (await studio.fetch(downloadUrl)).text()).toContain('Good morning everyone.');
    // Chosen in the player, the recording is the project's.
    const chosen = await chooseRecording('talk.wav');
    expect(await call('media.relocate', { projectId, fileId: chosen })).toMatchObject({
      state: 'ready',
      url: expect.stringContaining('media/') as unknown,
    });
    const { project } = await call('projects.open', { projectId });
    expect(project.media).toMatchObject({ name: 'talk.wav', durationMs: 1000 });
    expect(project.sentences.map(({ text }) => text)).toEqual(['Good morning everyone.', 'New.']);
  });

  it('opens with the recording that is dropped with it, whatever that is called', async () => {
    const { id: fileId } = await upload('talk.srt', tidySrt);
    const mediaFileId = await chooseRecording('sound.wav');
    const { id, mediaName } = await call('projects.openFile', { fileId, mediaFileId });
    expect(mediaName).toBe('sound.wav');
    expect(await call('media.open', { projectId: id })).toMatchObject({ state: 'ready' });
    expect((await call('projects.openFile', { fileId, mediaFileId })).id).toBe(id);
  });

  it('comes into the open project as the person chooses', async () => {
    const { id: projectId } = await call('projects.openFile', {
      fileId: (await upload('first.srt', tidySrt)).id,
    });
    const { id: fileId } = await upload('second.srt', untidySrt);
    const preview = await call('projects.previewImport', { fileId, projectId });
    expect(preview.effects).toEqual({
      replace: { added: 2, changed: 0, removed: 2 },
      merge: { added: 1, changed: 1, removed: 0 },
      add: { added: 2, changed: 0, removed: 0 },
    });
    const receipt = await call('projects.importFile', { projectId, fileId, mode: 'merge' });
    expect(receipt.history).toEqual({ undo: 'importText' });
    const names = (await call('projects.listImports', { projectId })).map(({ name }) => name);
    expect(names).toEqual(['second.srt', 'first.srt']);
  });

  it('[PF5] finds nothing beside it, for it lies among the uploads', async () => {
    mkdirSync(inFolder('near'));
    await chooseRecording('near/talk.wav');
    const { id: fileId } = await upload('talk.srt', tidySrt);
    expect((await call('projects.openFile', { fileId })).mediaPath).toBe('');
  });
});
