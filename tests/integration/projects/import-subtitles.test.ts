import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importModes } from '@core/edits/kinds/import-text';
import { encodeText } from '../../../electron/services/formats/encode-text';
import type { Projects } from '../../../electron/services/projects/projects';
import { tidySrt, untidySrt } from '../../helpers/subtitle-files';
import {
  codeOf,
  type OpenStore,
  readTexts,
  type StudioEvent,
  useProjectsFolder,
  write,
} from '../../helpers/use-projects-folder';

const { path, inFolder, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

function place(name = 'new.srt', content: string | Buffer = tidySrt): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

function listKept(projectId: string, folder = path()): string[] {
  return readdirSync(join(folder, projectId)).includes('sources')
    ? readdirSync(join(folder, projectId, 'sources'))
    : [];
}

const before = ['One two three.', 'Four five.'];
const after = {
  replace: ['One two four.', 'New.'],
  merge: ['One two four.', 'Four five.', 'New.'],
  add: ['One two three.', 'One two four.', 'Four five.', 'New.'],
};

async function readSorted(projects: Projects, id: string): Promise<string[]> {
  return (await readTexts(projects, id)).toSorted();
}

describe('importing into an open project', () => {
  test.each(importModes)('[ED13] %s is one edit, undone and done again', async (mode) => {
    const { projects, events } = open();
    const id = await begin(projects);
    const receipt = await projects.importFile({ projectId: id, path: place(), mode });
    expect(receipt.history).toEqual({ undo: 'importText' });
    expect(await readSorted(projects, id)).toEqual(after[mode].toSorted());
    const told = events.filter(({ name }) => name === 'project.changed').at(-1) as
      | StudioEvent<'project.changed'>
      | undefined;
    expect(told?.payload).toMatchObject({ projectId: id, ...receipt });
    // Nobody's own: every window follows it.
    expect(told?.payload.origin).toBeUndefined();

    const revived = openAfterCrash().projects;
    expect(await readSorted(revived, id)).toEqual(after[mode].toSorted());
    expect((await revived.undo(id)).history).toEqual({ undo: 'addSentences', redo: 'importText' });
    expect(await readTexts(revived, id)).toEqual(before);
    expect((await revived.listImports(id)).map(({ name }) => name)).toEqual(['new.srt']);
    await revived.redo(id);
    expect(await readSorted(revived, id)).toEqual(after[mode].toSorted());
  });

  test('[ED13] merging keeps ids and measured times of what is the same', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.importFile({ projectId: id, path: place(), mode: 'merge' });
    const [first] = (await projects.read(id)).sentences;
    expect(first).toMatchObject({ id: 'a', beginMs: 1000, endMs: 3900 });
  });

  test.each(importModes)('the preview of %s says what it does', async (mode) => {
    const { projects } = open();
    const id = await begin(projects);
    const preview = await projects.previewImport({
      path: place('new.srt', untidySrt),
      projectId: id,
    });
    expect(preview.file).toMatchObject({ name: 'new.srt', format: 'srt', cueCount: 2 });
    expect(preview.sample).toEqual([
      { beginMs: 1200, endMs: 3100, text: 'Good morning everyone.' },
      { beginMs: 5000, endMs: 6000, text: 'New.' },
    ]);
    expect(await readTexts(projects, id)).toEqual(before);
    expect([await projects.listImports(id), listKept(id)]).toEqual([[], []]);
    const old = new Map((await projects.read(id)).sentences.map((one) => [one.id, one]));
    await projects.importFile({ projectId: id, path: inFolder('new.srt'), mode });
    const { sentences } = await projects.read(id);
    const kept = sentences.filter((one) => old.has(one.id));
    expect(preview.effects?.[mode]).toEqual({
      added: sentences.length - kept.length,
      changed: kept.filter((one) => JSON.stringify(one) !== JSON.stringify(old.get(one.id))).length,
      removed: old.size - kept.length,
    });
  });

  test('a preview has the first twenty sentences, a thousand repairs, and no effects by itself', async () => {
    const cue = (index: number): string =>
      `00:00:${index % 60}.5 -> 00:00:59,900\nText ${index}\n\n`;
    const many = Array.from({ length: 1200 }, (_, index) => cue(index)).join('');
    const { projects } = open();
    const preview = await projects.previewImport({ path: place('many.srt', many) });
    expect(preview.sample).toHaveLength(20);
    expect(preview.file.repairs).toHaveLength(1000);
    expect(preview.file.repairCount).toBeGreaterThan(1000);
    expect(Object.keys(preview)).toEqual(['file', 'otherEncodings', 'sample']);
    expect(
      await codeOf(projects.previewImport({ path: inFolder('many.srt'), projectId: 'absent' })),
    ).toBe('project/not-found');
  });

  test('is read in the encoding that a person names, also after it came in, as one edit', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const text = '1\n00:00:01,000 --> 00:00:02,000\nПривет, мир\n';
    const bytes = encodeText(text, { label: 'koi8-r', hasMark: false });
    const file = place('greeting.srt', Buffer.from(bytes));
    const asked = { path: file, projectId: id, encoding: 'windows-1251' };
    const wrong = await projects.previewImport(asked);
    expect(wrong.file.encoding?.label).toBe('windows-1251');
    expect(wrong.sample[0]?.text).toBe('рТЙЧЕФ, НЙТ');
    await projects.importFile({ ...asked, mode: 'replace' });
    rmSync(file);

    const [kept] = await projects.listImports(id);
    const again = { importId: kept!.id, projectId: id, encoding: 'koi8-r' };
    const right = await projects.previewImport(again);
    expect(right.file).toMatchObject({ name: 'greeting.srt', encoding: { label: 'koi8-r' } });
    expect(right.sample[0]?.text).toBe('Привет, мир');
    await projects.importFile({ ...again, mode: 'replace' });
    expect(await readTexts(projects, id)).toEqual(['Привет, мир']);
    expect((await projects.read(id)).source).toMatchObject({ encoding: 'koi8-r' });
    await projects.undo(id);
    expect(await readTexts(projects, id)).toEqual(['рТЙЧЕФ, НЙТ']);

    const gone = { importId: 'never-came', projectId: id };
    expect(await codeOf(projects.previewImport(gone))).toBe('text/no-source');
    const upwards = { importId: '../../summaries', projectId: id };
    expect(await codeOf(projects.previewImport(upwards))).toBe('text/no-source');
  });

  test('goes into the document as it is when its turn comes', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const all = Array.from({ length: 10 }, (_, index) => index);
    await Promise.all([
      write(projects, id, 'One two nine.'),
      ...all.map((index) =>
        projects.importFile({ projectId: id, path: place(`${index}.srt`), mode: 'replace' }),
      ),
    ]);
    expect(await readTexts(projects, id)).toEqual(after.replace);
    for (const _ of all) await projects.undo(id);
    expect(await readTexts(projects, id)).toEqual(['One two nine.', 'Four five.']);
    expect(await projects.listImports(id)).toHaveLength(10);
  });
});

describe('a file that came in [JN12]', () => {
  test('stays with the project as it came, the last first, whatever becomes of its edit', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.importFile({ projectId: id, path: place('a.srt', untidySrt), mode: 'add' });
    await projects.importFile({ projectId: id, path: place('b.srt'), mode: 'replace' });
    await projects.undo(id);
    await write(projects, id, 'Redo is gone.');
    rmSync(inFolder('a.srt'));
    const check = async (studio: Projects, folder = path()): Promise<void> => {
      const files = await studio.listImports(id);
      expect(files.map(({ name }) => name)).toEqual(['b.srt', 'a.srt']);
      expect(files[1]).toMatchObject({
        format: 'srt',
        cueCount: 2,
        encoding: { label: 'utf-8', hasMark: true },
      });
      expect(files[1]!.repairs.length).toBeGreaterThan(0);
      const [later, earlier] = files.map((file) =>
        readFileSync(join(folder, id, 'sources', `${file.id}.srt`)),
      );
      expect(later).toEqual(Buffer.from(tidySrt));
      expect(earlier).toEqual(Buffer.from(untidySrt));
    };
    await check(projects);
    await projects.dispose();
    await check(open().projects);
  });

  test('is not kept when its edit is refused', async () => {
    const { projects } = open({ limits: { segmentBytes: 1 } });
    const id = await begin(projects);
    mkdirSync(join(path(), id, 'journal-2.jsonl'));
    const asked = { projectId: id, path: place(), mode: 'replace' } as const;
    expect(await codeOf(projects.importFile(asked))).toBe('project/unwritable');
    expect([await readTexts(projects, id), listKept(id)]).toEqual([before, []]);
    rmSync(join(path(), id, 'journal-2.jsonl'), { recursive: true });
    await projects.importFile(asked);
    expect(await readTexts(projects, id)).toEqual(after.replace);
  });

  test('comes in only if it can be kept', async () => {
    const { projects } = open();
    const id = await begin(projects);
    writeFileSync(join(path(), id, 'sources'), 'in the way');
    const asked = { projectId: id, path: place(), mode: 'replace' } as const;
    expect(await codeOf(projects.importFile(asked))).toBe('project/unwritable');
    expect(await readTexts(projects, id)).toEqual(before);
    expect(await codeOf(projects.importFile({ ...asked, projectId: 'absent' }))).toBe(
      'project/not-found',
    );
    expect(await projects.listImports(id)).toEqual([]);
  });

  test('is gone where the studio went down before the edit was journalled', async () => {
    let crashed: OpenStore | undefined;
    let count = 0;
    const { projects } = open({
      newId: () => {
        count += 1;
        // The project, the kept file, and then the edit.
        if (count === 3) crashed = openAfterCrash();
        return `id-${count}`;
      },
    });
    const id = await begin(projects);
    await projects.importFile({ projectId: id, path: place(), mode: 'replace' });
    const folder = inFolder(readdirSync(inFolder('')).find((name) => /^crashed-\d+$/u.test(name))!);
    expect(listKept(id, folder)).toHaveLength(2);
    expect(await readTexts(crashed!.projects, id)).toEqual(before);
    expect([await crashed!.projects.listImports(id), listKept(id, folder)]).toEqual([[], []]);
  });

  test('is listed where the studio went down right after that, though it was undone since', async () => {
    let crashed: OpenStore | undefined;
    const { projects } = open({
      publish: (name, payload) => {
        const { history } = payload as { history?: { undo?: string } };
        if (name === 'project.changed' && history?.undo === 'importText') {
          crashed = openAfterCrash();
        }
      },
    });
    const id = await begin(projects);
    await projects.importFile({ projectId: id, path: place(), mode: 'replace' });
    const revived = crashed!.projects;
    await revived.undo(id);
    await write(revived, id, 'Redo is gone.');
    expect((await revived.listImports(id)).map(({ name }) => name)).toEqual(['new.srt']);
  });

  test('that cannot be understood hides none of the others', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.importFile({ projectId: id, path: place(), mode: 'add' });
    writeFileSync(join(path(), id, 'sources', 'broken.source.json'), '{');
    expect(await projects.listImports(id)).toHaveLength(1);
    expect((await projects.openFile(inFolder('new.srt'), signal)).id).not.toBe(id);
  });
});
