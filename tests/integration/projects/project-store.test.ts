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
import type { ProjectDiff } from '@core/edits/project-diff';
import { parseProject } from '@core/project-file/project-file';
import type { Sentence } from '@core/transcript/sentence';
import type { Projects } from '../../../electron/services/projects/projects';
import { codeOf, editProject, useProjectsFolder } from '../../helpers/use-projects-folder';
import { makeSentence } from '../../unit/core/transcript/build-transcript';

const { path, inFolder, placeMedia, open, openAfterCrash } = useProjectsFolder();
const { signal } = new AbortController();

const one = makeSentence('One two three.', 1000, 4000, { id: 'a' });
const two = makeSentence('Four five.', 5000, 7000, { id: 'b' });
const adding = (...sentences: Sentence[]): ProjectDiff => ({
  added: sentences,
  updated: [],
  removed: [],
});

async function begin(projects: Projects, name = 'talk.wav'): Promise<string> {
  const { id } = await projects.openFile(placeMedia(name, `sound of ${name}`), signal);
  await editProject(projects, id, { kind: 'addSentences', sentences: [one, two] });
  return id;
}

const write = (projects: Projects, id: string, text: string, sentenceId = 'a'): Promise<number> =>
  editProject(projects, id, { kind: 'setText', sentenceId, text });

async function readTexts(projects: Projects, id: string): Promise<string[]> {
  return (await projects.read(id)).sentences.map(({ text }) => text);
}

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
      version: 1,
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
    expect((await projects.relocate(id, other, signal)).media).toMatchObject({ path: other });
    expect(await codeOf(projects.relocate(id, placeMedia('no.txt'), signal))).toBe(
      'media/no-audio',
    );
    await write(projects, id, 'Won.');
    const { projects: revived } = openAfterCrash();
    expect((await revived.read(id)).media.path).toBe(other);
    expect(await readTexts(revived, id)).toEqual(['Won.', 'Four five.']);
    expect((await revived.openFile(other, signal)).id).toBe(id);
  });
});

describe('changing a project', () => {
  test('tells every window what was changed, and who did it', async () => {
    const { projects, events } = open();
    const id = await begin(projects);
    await write(projects, id, 'Won.');
    await projects.undo(id);
    const changes = events.flatMap(({ name, payload }) =>
      name === 'project.changed' ? [payload] : [],
    );
    expect(changes).toMatchObject([
      { revision: 1, origin: 'window', history: { undo: 'edit.addSentences' } },
      { revision: 2, origin: 'window', history: { undo: 'edit.setText' } },
      { revision: 3, history: { undo: 'edit.addSentences', redo: 'edit.setText' } },
    ]);
    expect('origin' in changes[2]!).toBe(false);
  });

  test('refuses a diff that was made for another text, and keeps its own', async () => {
    const { projects, events } = open();
    const id = await begin(projects);
    await write(projects, id, 'Won.');
    const count = events.length;
    const late = {
      added: [],
      updated: [{ before: one, after: { ...one, speaker: 'Ana' } }],
      removed: [],
    };
    const input = { projectId: id, origin: 'x', label: 'edit.setSpeaker', diff: late } as const;
    expect(await codeOf(projects.edit(input))).toBe('project/conflict');
    const broken = adding({ ...one, id: 'x', text: '' });
    expect(await codeOf(projects.edit({ ...input, diff: broken }))).toBe('usage/invalid');
    expect(events.slice(count)).toEqual([]);
    expect((await projects.open(id)).revision).toBe(2);
    expect(await readTexts(openAfterCrash().projects, id)).toEqual(['Won.', 'Four five.']);
  });

  test('edits sent at once are made in their order', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const sentences = Array.from({ length: 30 }, (_, index) =>
      makeSentence('More.', 10_000 + index, 20_000, { id: `m${index}` }),
    );
    const receipts = await Promise.all(
      sentences.map((sentence) =>
        projects.edit({
          projectId: id,
          origin: 'window',
          label: 'edit.insert',
          diff: adding(sentence),
        }),
      ),
    );
    expect(receipts.map(({ revision }) => revision)).toEqual(
      sentences.map((_, index) => index + 2),
    );
    expect((await openAfterCrash().projects.read(id)).sentences).toHaveLength(32);
  });

  test('edits of one group are undone as one', async () => {
    const { projects } = open();
    const id = await begin(projects);
    for (const text of ['W', 'Wo', 'Won.']) {
      await editProject(
        projects,
        id,
        { kind: 'setText', sentenceId: 'a', text },
        { group: 'typing' },
      );
    }
    await openAfterCrash().projects.undo(id);
    await projects.undo(id);
    expect(await readTexts(projects, id)).toEqual(['One two three.', 'Four five.']);
  });

  test('undo and redo with nothing to do change nothing', async () => {
    const { projects } = open();
    const { id } = await projects.openFile(placeMedia('talk.wav'), signal);
    expect(await projects.undo(id)).toEqual({ revision: 0, history: {} });
    expect(await projects.redo(id)).toEqual({ revision: 0, history: {} });
  });

  test('there is no project by another id, whatever it looks like', async () => {
    const { projects } = open();
    const id = await begin(projects);
    for (const wrong of ['nobody', '..', `../projects/${id}`, `${id}/.`, '']) {
      expect(await codeOf(projects.open(wrong))).toBe('project/not-found');
      expect(await codeOf(projects.remove(wrong))).toBe('project/not-found');
    }
  });
});

describe('a job', () => {
  const heard = (projectId: string, sentence: Sentence) =>
    ({ projectId, label: 'edit.transcribe', group: 'job', diff: adding(sentence) }) as const;
  const say = (id: string, beginMs: number): Sentence =>
    makeSentence('Heard.', beginMs, beginMs + 500, { id });

  test('adds to its own entry while a person edits, and is undone as one', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.editInBackground(heard(id, say('x', 8000)));
    await write(projects, id, 'Won.');
    await projects.editInBackground(heard(id, say('y', 9000)));
    await projects.undo(id);
    expect(await readTexts(projects, id)).toEqual([
      'One two three.',
      'Four five.',
      'Heard.',
      'Heard.',
    ]);
    expect(await codeOf(projects.undo(id))).toBe('project/busy');
    expect(await codeOf(projects.remove(id))).toBe('project/busy');
    const { history } = await projects.editInBackground(heard(id, say('z', 9500)));
    expect(history).toEqual({ undo: 'edit.transcribe', redo: 'edit.setText' });
    await projects.endGroup(id, 'job');

    for (const store of [projects, openAfterCrash().projects]) {
      await store.undo(id);
      expect(await readTexts(store, id)).toEqual(['One two three.', 'Four five.']);
      await store.redo(id);
      await store.redo(id);
      expect(await readTexts(store, id)).toEqual([
        'Won.',
        'Four five.',
        'Heard.',
        'Heard.',
        'Heard.',
      ]);
    }
  });

  test('that died with the studio holds nothing up', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.editInBackground(heard(id, say('x', 8000)));
    const { projects: revived } = openAfterCrash();
    await revived.undo(id);
    expect(await readTexts(revived, id)).toEqual(['One two three.', 'Four five.']);
    await revived.remove(id);
    expect(await revived.list()).toEqual([]);
  });
});

describe('a disk that cannot be written', () => {
  test('the data folder is a file', async () => {
    const { projects } = open({ folder: placeMedia('in-the-way') });
    expect(await projects.list()).toEqual([]);
    expect(await codeOf(projects.openFile(placeMedia('talk.wav'), signal))).toBe(
      'project/unwritable',
    );
    expect(await projects.list()).toEqual([]);
  });

  test('a change that cannot be journalled is not made; the next one can be', async () => {
    const { projects, events } = open({ limits: { segmentBytes: 1 } });
    const id = await begin(projects);
    const count = events.length;
    const inTheWay = join(path(), id, 'journal-2.jsonl');
    mkdirSync(inTheWay);
    expect(await codeOf(write(projects, id, 'Lost.'))).toBe('project/unwritable');
    expect(events.slice(count)).toEqual([]);
    expect((await projects.open(id)).history).toEqual({ undo: 'edit.addSentences' });
    rmSync(inTheWay, { recursive: true });
    expect(await write(projects, id, 'Won.')).toBe(2);
    expect(await readTexts(openAfterCrash().projects, id)).toEqual(['Won.', 'Four five.']);
  });

  test('a snapshot that cannot be written is said, and nothing is lost', async () => {
    const { projects, log } = open();
    const id = await begin(projects);
    const inTheWay = join(path(), id, 'project.zimu.bak');
    mkdirSync(join(inTheWay, 'full'), { recursive: true });
    expect(await codeOf(projects.relocate(id, placeMedia('other.wav', 'other'), signal))).toBe(
      'project/unwritable',
    );
    expect((await projects.read(id)).media.name).toBe('talk.wav');
    await projects.dispose();
    expect(log).toEqual([expect.stringContaining('no snapshot')]);
    rmSync(inTheWay, { recursive: true });
    expect(await readTexts(open().projects, id)).toEqual(['One two three.', 'Four five.']);
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
    await projects.keepDraft(id, 'a', 'typing');
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

describe('view and drafts', () => {
  test('come back after a restart', async () => {
    const { projects } = open();
    const id = await begin(projects);
    expect((await projects.open(id)).view).toEqual({ selectedIds: [], positionMs: 0 });
    const view = { selectedIds: ['b'], positionMs: 1234, topSentenceId: 'a', pixelsPerSecond: 80 };
    await projects.keepView(id, view);
    await projects.keepDraft(id, 'a', 'One two th');
    await projects.dispose();
    const opened = await open().projects.open(id);
    expect(opened).toMatchObject({ view, drafts: { a: 'One two th' } });
  });

  test('drafts survive a crash a moment later, unless typing had ended', async () => {
    const { projects } = open({ limits: { draftDelayMs: 1 } });
    const id = await begin(projects);
    const file = join(path(), id, 'drafts.json');
    for (const text of ['O', 'On', 'One']) await projects.keepDraft(id, 'a', text);
    await projects.keepDraft(id, 'b', 'Four');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('Four');
    expect((await openAfterCrash().projects.open(id)).drafts).toEqual({ a: 'One', b: 'Four' });
    await projects.keepDraft(id, 'b', undefined);
    await expect.poll(() => readFileSync(file, 'utf8')).toBe('{"a":"One"}');
    await write(projects, id, 'One');
    expect((await projects.open(id)).drafts).toEqual({});
  });

  test('damaged ones begin anew', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    writeFileSync(join(path(), id, 'drafts.json'), '{"a":5}');
    writeFileSync(join(path(), id, 'view.json'), '');
    expect(await open().projects.open(id)).toMatchObject({
      drafts: {},
      view: { selectedIds: [], positionMs: 0 },
    });
  });
});
