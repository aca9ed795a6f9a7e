import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseProject } from '@core/project-file/project-file';
import {
  codeOf,
  editProject,
  readTexts,
  useProjectsFolder,
  write,
} from '../../helpers/use-projects-folder';

const { path, inFolder, placeMedia, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

describe('opening a recording', () => {
  test('makes a project that is there from the first second', async () => {
    const { projects } = open();
    const media = placeMedia('My talk.wav');
    const summary = await projects.openFile(media, signal);
    expect(summary).toEqual({
      id: 'project-1',
      title: 'My talk',
      mediaName: 'My talk.wav',
      mediaPath: media,
      durationMs: 5000,
      hasVideo: false,
      sentenceCount: 0,
      language: 'und',
      touchedAtMs: expect.any(Number) as number,
    });
    const revived = openAfterCrash();
    expect(await revived.projects.list()).toEqual([summary]);
    expect((await revived.projects.open('project-1')).project).toMatchObject({
      version: 2,
      title: 'My talk',
      language: 'und',
      engine: '',
      media: { path: media, sizeBytes: 5 },
      sentences: [],
    });
  });

  test('finds the project it has, also when two ask at once', async () => {
    const { projects } = open();
    const media = placeMedia('talk.wav');
    const opened = await Promise.all([1, 2].map(() => projects.openFile(media, signal)));
    expect(opened.map(({ id }) => id)).toEqual(['project-1', 'project-1']);
    expect((await open().projects.openFile(media, signal)).id).toBe('project-1');
  });

  test('another recording under the same name gets a project of its own', async () => {
    const { projects } = open();
    await projects.openFile(placeMedia('talk.wav', 'one'), signal);
    expect((await projects.openFile(placeMedia('talk.wav', 'other'), signal)).id).toBe('project-2');
  });

  test('a recording that was moved keeps its project, a copy gets its own', async () => {
    const { projects } = open();
    const id = await begin(projects);
    renameSync(inFolder('talk.wav'), inFolder('moved.wav'));
    const moved = await projects.openFile(inFolder('moved.wav'), signal);
    expect(moved).toMatchObject({ id, mediaName: 'moved.wav', sentenceCount: 2 });
    expect((await openAfterCrash().projects.read(id)).media.path).toBe(inFolder('moved.wav'));
    cpSync(inFolder('moved.wav'), inFolder('copy.wav'), { preserveTimestamps: true });
    expect((await projects.openFile(inFolder('copy.wav'), signal)).id).toBe('project-2');
  });

  test('what is no recording makes no project', async () => {
    const { projects } = open();
    expect(await codeOf(projects.openFile(placeMedia('talk.txt'), signal))).toBe('media/no-audio');
    expect(await codeOf(projects.openFile(inFolder('gone.wav'), signal))).toBe('media/not-found');
    expect(await projects.list()).toEqual([]);
  });

  test('another file in the place of the recording', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const other = placeMedia('other.wav', 'longer sound');
    expect(await codeOf(projects.relocate(id, other, { signal }))).toBe('media/other-recording');
    expect((await projects.read(id)).media.path).not.toBe(other);
    const { media } = await projects.relocate(id, other, { signal, isMeant: true });
    expect(media).toMatchObject({ path: other });
    expect(await codeOf(projects.relocate(id, placeMedia('no.txt'), { signal }))).toBe(
      'media/no-audio',
    );
    await write(projects, id, 'Won.');
    const { projects: revived } = openAfterCrash();
    expect((await revived.read(id)).media.path).toBe(other);
    expect(await readTexts(revived, id)).toEqual(['Won.', 'Four five.']);
    expect((await revived.openFile(other, signal)).id).toBe(id);
  });
});

describe('the list', () => {
  test('has what was touched last first, and tells when it changes', async () => {
    const { projects, events } = open({ limits: { announceDelayMs: 1 } });
    const ids = [await begin(projects, 'a.wav'), await begin(projects, 'b.wav')];
    await expect.poll(() => events.some(({ name }) => name === 'projects.changed')).toBe(true);
    expect((await projects.list()).map(({ id }) => id)).toEqual(ids.toReversed());
    await projects.open(ids[0]!);
    expect((await projects.list()).map(({ id }) => id)).toEqual(ids);
    await editProject(projects, ids[1]!, { kind: 'setProperties', properties: { title: 'New' } });
    expect(await projects.list()).toMatchObject([
      { title: 'New', sentenceCount: 2 },
      { id: ids[0] },
    ]);
    await projects.dispose();
    expect(await open().projects.list()).toMatchObject([{ title: 'New', sentenceCount: 2 }, {}]);
  });

  test('marks a project whose recording has gone', async () => {
    const { projects } = open();
    const id = await begin(projects, 'a.wav');
    const [listed] = await projects.list();
    expect(listed).not.toHaveProperty('isMediaMissing');
    rmSync(listed!.mediaPath);
    expect(await projects.list()).toMatchObject([{ id, isMediaMissing: true }]);
  });

  test('does without summaries that were lost, and leaves out what is no project', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    writeFileSync(join(path(), id, 'summary.json'), '{');
    mkdirSync(join(path(), 'empty'));
    writeFileSync(join(path(), 'file'), '');
    const { projects: second, log } = open();
    expect(await second.list()).toMatchObject([{ id, title: 'talk', sentenceCount: 2 }]);
    expect(log).toEqual([expect.stringMatching(/^project empty: left out of the list/)]);
  });

  test('a summary that fell behind in a crash is put right on opening', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const { projects: revived } = openAfterCrash();
    expect(await revived.list()).toMatchObject([{ sentenceCount: 0 }]);
    await revived.open(id);
    expect(await revived.list()).toMatchObject([{ sentenceCount: 2 }]);
  });

  test('a removed project is gone, its recording is not', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.keepDraft(id, { sentenceId: 'a', origin: 'window', text: 'typing' });
    await projects.remove(id);
    expect(await projects.list()).toEqual([]);
    expect(await codeOf(write(projects, id, 'Won.'))).toBe('project/not-found');
    expect(readdirSync(path())).toEqual([]);
    expect(existsSync(inFolder('talk.wav'))).toBe(true);
    expect((await projects.openFile(inFolder('talk.wav'), signal)).sentenceCount).toBe(0);
  });

  test('more projects than stay in memory can be worked on in turn', async () => {
    const { projects } = open({ limits: { loadedProjects: 1 } });
    const ids: string[] = [];
    for (const name of ['a.wav', 'b.wav', 'c.wav']) ids.push(await begin(projects, name));
    for (const round of [1, 2, 3]) {
      await Promise.all(ids.map((id) => write(projects, id, `Round ${round}.`)));
    }
    for (const id of ids) {
      await projects.undo(id);
      expect(await readTexts(projects, id)).toEqual(['Round 2.', 'Four five.']);
    }
  });
});

describe('.zimu files', () => {
  test('go out and come in as the same project where it is not known', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const copy = inFolder('copy.zimu');
    writeFileSync(copy, await projects.formatCopy(id));
    const project = await projects.read(id);
    expect(parseProject(readFileSync(copy, 'utf8'), copy)).toEqual(project);

    const elsewhere = open({ folder: inFolder('elsewhere') });
    expect(await elsewhere.projects.openFile(copy, signal)).toMatchObject({
      id,
      sentenceCount: 2,
    });
    expect(await elsewhere.projects.read(id)).toEqual(project);
    expect((await elsewhere.projects.openFile(inFolder('talk.wav'), signal)).id).toBe(id);
  });

  test('come in under a new id where the old one is taken, or is no id', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const copy = inFolder('copy.ZIMU');
    const text = await projects.formatCopy(id);
    writeFileSync(copy, text);
    expect((await projects.openFile(copy, signal)).id).toBe('project-2');
    writeFileSync(copy, text.replace(`"${id}"`, '"../../outside"'));
    expect((await projects.openFile(copy, signal)).id).toBe('project-3');
    expect((await projects.openFile(join(path(), id, 'project.zimu'), signal)).id).toBe(id);
  });

  test('find their recording beside them', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const text = await projects.formatCopy(id);
    await projects.remove(id);
    mkdirSync(inFolder('usb'));
    renameSync(inFolder('talk.wav'), inFolder('usb/talk.wav'));
    writeFileSync(inFolder('usb/talk.zimu'), text);
    await projects.openFile(inFolder('usb/talk.zimu'), signal);
    expect((await projects.read(id)).media.path).toBe(inFolder('usb/talk.wav'));
    await projects.remove(id);
    rmSync(inFolder('usb/talk.wav'));
    await projects.openFile(inFolder('usb/talk.zimu'), signal);
    expect((await projects.read(id)).media.path).toBe(inFolder('talk.wav'));
    expect(await readTexts(projects, id)).toEqual(['One two three.', 'Four five.']);
  });

  test('that make no sense are refused', async () => {
    const { projects } = open();
    for (const [text, code] of [
      ['nonsense', 'project/unreadable'],
      ['{"version":9}', 'project/too-new'],
    ] as const) {
      expect(await codeOf(projects.openFile(placeMedia('x.zimu', text), signal))).toBe(code);
    }
    expect(await codeOf(projects.openFile(inFolder('gone.zimu'), signal))).toBe(
      'project/unreadable',
    );
    expect(await projects.list()).toEqual([]);
  });
});
