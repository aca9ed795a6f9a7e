import { describe, expect, test } from 'vitest';
import { diffRecords } from '@core/edits/make-diff';
import type { Sentence } from '@core/transcript/sentence';
import {
  adding,
  codeOf,
  editProject,
  one,
  readTexts,
  useProjectsFolder,
  write,
} from '../../helpers/use-projects-folder';
import { makeSentence } from '../../unit/core/transcript/make-sentence';

const { placeMedia, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

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
      { revision: 1, origin: 'window', history: { undo: 'addSentences' } },
      { revision: 2, origin: 'window', history: { undo: 'setText' } },
      { revision: 3, history: { undo: 'addSentences', redo: 'setText' } },
    ]);
    expect('origin' in changes[2]!).toBe(false);
  });

  test('refuses a diff that was made for another text, and keeps its own', async () => {
    const { projects, events } = open();
    const id = await begin(projects);
    await write(projects, id, 'Won.');
    const count = events.length;
    const late = diffRecords('sentences', {
      updated: [{ before: one, after: { ...one, speaker: 'Ana' } }],
    });
    const input = { projectId: id, origin: 'x', label: 'setSpeaker', diff: late } as const;
    expect(await codeOf(projects.edit(input))).toBe('project/conflict');
    const broken = adding({ ...one, id: 'x', text: '' });
    expect(await codeOf(projects.edit({ ...input, diff: broken }))).toBe('usage/invalid');
    expect(events.slice(count)).toEqual([]);
    expect((await projects.open(id)).revision).toBe(2);
    expect(await readTexts(openAfterCrash().projects, id)).toEqual(['Won.', 'Four five.']);
  });

  test('[ED14] an edit that comes in parts is made with its last one, whole or not at all', async () => {
    const { projects, events } = open();
    const id = await begin(projects);
    const { sentences } = await projects.read(id);
    const count = sentences.length;
    const sendPart = (index: number): Promise<unknown> => {
      const before = sentences[index]!;
      const updated = [{ before, after: { ...before, speaker: 'Ana' } }];
      const diff = diffRecords('sentences', { updated });
      const part = { index, count };
      return projects.edit({ projectId: id, origin: 'x', label: 'setSpeaker', diff, part });
    };
    const told = events.length;
    expect(await sendPart(0)).toEqual({ revision: 1, history: { undo: 'addSentences' } });
    expect(events.slice(told)).toEqual([]);
    expect((await openAfterCrash().projects.read(id)).sentences).toEqual(sentences);
    expect(await sendPart(1)).toEqual({ revision: 2, history: { undo: 'setSpeaker' } });
    const { projects: revived } = openAfterCrash();
    expect((await revived.read(id)).sentences.map(({ speaker }) => speaker)).toEqual([
      'Ana',
      'Ana',
    ]);
    await projects.undo(id);
    expect((await projects.read(id)).sentences).toEqual(sentences);

    expect(await codeOf(sendPart(1))).toBe('project/conflict');
    await sendPart(0);
    await write(projects, id, 'Won.', sentences[1]!.id);
    expect(await codeOf(sendPart(1))).toBe('project/conflict');
    expect((await projects.read(id)).sentences[0]).toEqual(sentences[0]);
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
          label: 'insert',
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
    ({ projectId, label: 'transcribe', group: 'job', diff: adding(sentence) }) as const;
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
    expect(history).toEqual({ undo: 'transcribe', redo: 'setText' });
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
