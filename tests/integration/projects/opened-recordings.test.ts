import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeForeignProject } from '../../helpers/foreign-project';
import {
  codeOf,
  formatRecordingsPath,
  type OpenStore,
  useProjectsFolder,
} from '../../helpers/use-projects-folder';

const { path, inFolder, placeMedia, open, begin } = useProjectsFolder();
const { signal } = new AbortController();

const record = (): string => formatRecordingsPath(path());

/** A store that tells which paths were looked into. */
function openWatched(folder = path()): OpenStore & { readonly probed: string[] } {
  const probed: string[] = [];
  const probe = (given: string): Promise<never> => {
    probed.push(given);
    return Promise.reject(new Error('not the matter here'));
  };
  return { ...open({ folder, probe }), probed };
}

describe('what was opened on this computer [PF5]', () => {
  test('[OP2] holds after a restart, and is written down without the paths', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const found = { path: inFolder('talk.wav'), isFromProjectFile: false };
    expect(await projects.findRecording(id)).toEqual(found);
    await projects.dispose();
    expect(await open().projects.findRecording(id)).toEqual(found);
    expect(readFileSync(record(), 'utf8')).not.toContain('talk');
  });

  test('is everything in a data folder that is older than the record', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    rmSync(record());
    expect(await open().projects.findRecording(id)).toMatchObject({ isFromProjectFile: false });
    expect(existsSync(record())).toBe(true);
  });

  test.each(['\\\\192.0.2.1\\share\\a.wav', '//192.0.2.1/a.wav', '/dev/zero', 'http://x/a.wav'])(
    'is not what an older program took in of %s',
    async (claimed) => {
      mkdirSync(join(path(), 'old'), { recursive: true });
      writeForeignProject(join(path(), 'old', 'project.zimu'), { path: claimed }, { id: 'old' });
      const { projects, probed } = openWatched();
      expect(await projects.findRecording('old')).toBeUndefined();
      expect(await projects.list()).toMatchObject([{ id: 'old', isMediaMissing: true }]);
      expect(probed).toEqual([]);
    },
  );

  test('[OP2] is nothing of a project that another computer put into the folder', async () => {
    const { projects } = open();
    await begin(projects);
    await projects.dispose();
    const hidden = placeMedia('private.wav');
    mkdirSync(join(path(), 'synced'));
    const file = join(path(), 'synced', 'project.zimu');
    writeForeignProject(file, { path: hidden, name: 'private.wav' }, { id: 'synced' });
    const { projects: second } = open();
    expect(await second.findRecording('synced')).toBeUndefined();
    // But for what came along with it.
    cpSync(hidden, join(path(), 'synced', 'private.wav'));
    const beside = { path: join(path(), 'synced', 'private.wav'), isFromProjectFile: true };
    expect(await second.findRecording('synced')).toEqual(beside);
  });

  test('begins anew with what is there where the record is damaged, which is kept', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    writeFileSync(record(), '{"version":1');
    const { projects: second, log } = open();
    expect(await second.findRecording(id)).toMatchObject({ isFromProjectFile: false });
    expect(log).toEqual([expect.stringContaining('cannot be understood')]);
    expect(readFileSync(`${record()}.broken`, 'utf8')).toBe('{"version":1');
  });

  test('[OP2] does not come from the file: nothing of it is looked into but what lies beside', async () => {
    const { projects, probed } = openWatched();
    mkdirSync(inFolder('inbox'));
    writeFileSync(inFolder('inbox/talk.wav'), 'sound');
    const hidden = placeMedia('private.wav');
    const file = writeForeignProject(inFolder('inbox/talk.zimu'), { path: hidden });
    await projects.openFile(file, signal);
    expect(probed).toEqual([inFolder('inbox/talk.wav')]);
  });
});

describe('a person’s word that a recording may be sent', () => {
  test('is needed for what lay beside a project file, by service, and holds', async () => {
    const { projects } = open();
    mkdirSync(inFolder('inbox'));
    writeFileSync(inFolder('inbox/talk.wav'), 'sound');
    const file = writeForeignProject(inFolder('inbox/talk.zimu'), { path: '/nowhere/talk.wav' });
    const { id } = await projects.openFile(file, signal);
    const recording = { projectId: id, path: inFolder('inbox/talk.wav') };
    expect(await projects.maySend(recording, 'flash')).toBe(false);
    await projects.allowSending(recording, 'flash');
    await projects.dispose();
    const { projects: second } = open();
    expect(await second.maySend(recording, 'flash')).toBe(true);
    expect(await second.maySend(recording, 'file')).toBe(false);
    expect(await second.maySend({ ...recording, path: '/x.wav' }, 'flash')).toBe(false);
    // Whoever opens the recording has chosen it.
    expect((await second.openFile(recording.path, signal)).id).toBe(id);
    expect(await second.maySend(recording, 'file')).toBe(true);
  });

  test('is not needed for what a person chose', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const recording = { projectId: id, path: inFolder('talk.wav') };
    expect(await projects.maySend(recording, 'flash')).toBe(true);
    expect(await codeOf(projects.findRecording('gone'))).toBe('project/not-found');
  });
});
