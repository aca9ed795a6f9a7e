import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, readTexts, useProjectsFolder, write } from '../../helpers/use-projects-folder';

const { path, placeMedia, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

describe('a disk that cannot be written', () => {
  test('the data folder is a file', async () => {
    const { projects } = open({ folder: placeMedia('in-the-way') });
    expect(await projects.list()).toEqual([]);
    expect(await codeOf(projects.openFile(placeMedia('talk.wav'), signal))).toBe(
      'project/unwritable',
    );
    expect(await projects.list()).toEqual([]);
  });

  test('[JN1] a change that cannot be journalled is not made; the next one can be', async () => {
    const { projects, events } = open({ limits: { segmentBytes: 1 } });
    const id = await begin(projects);
    const count = events.length;
    const inTheWay = join(path(), id, 'journal-2.jsonl');
    mkdirSync(inTheWay);
    expect(await codeOf(write(projects, id, 'Lost.'))).toBe('project/unwritable');
    expect(events.slice(count)).toEqual([]);
    expect((await projects.open(id)).history).toEqual({ undo: 'addSentences' });
    rmSync(inTheWay, { recursive: true });
    expect(await write(projects, id, 'Won.')).toBe(2);
    expect(await readTexts(openAfterCrash().projects, id)).toEqual(['Won.', 'Four five.']);
  });

  test('[JN5] a snapshot that cannot be written is said, and nothing is lost', async () => {
    const { projects, log } = open();
    const id = await begin(projects);
    const inTheWay = join(path(), id, 'project.zimu.bak');
    mkdirSync(join(inTheWay, 'full'), { recursive: true });
    expect(
      await codeOf(
        projects.relocate(id, placeMedia('other.wav', 'other'), { signal, isMeant: true }),
      ),
    ).toBe('project/unwritable');
    expect((await projects.read(id)).media.name).toBe('talk.wav');
    await projects.dispose();
    expect(log).toEqual([expect.stringContaining('no snapshot')]);
    rmSync(inTheWay, { recursive: true });
    expect(await readTexts(open().projects, id)).toEqual(['One two three.', 'Four five.']);
  });
});

describe('view and drafts', () => {
  const [a, b] = [
    { sentenceId: 'a', origin: 'window' },
    { sentenceId: 'b', origin: 'window' },
  ];

  test('come back after a restart', async () => {
    const { projects } = open();
    const id = await begin(projects);
    expect((await projects.open(id)).view).toEqual({ selectedIds: [], positionMs: 0 });
    const view = { selectedIds: ['b'], positionMs: 1234, topSentenceId: 'a', pixelsPerSecond: 80 };
    await projects.keepView(id, view);
    await projects.keepDraft(id, { ...a, text: 'One two th' });
    await projects.dispose();
    const opened = await open().projects.open(id);
    expect(opened).toMatchObject({ view, drafts: [{ ...a, text: 'One two th' }] });
  });

  test('[JN8] drafts survive a crash a moment later, unless typing had ended', async () => {
    const { projects } = open({ limits: { draftDelayMs: 1 } });
    const id = await begin(projects);
    const file = join(path(), id, 'drafts.json');
    for (const text of ['O', 'On', 'One']) await projects.keepDraft(id, { ...a, text });
    await projects.keepDraft(id, { ...b, text: 'Four' });
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('Four');
    const { drafts } = await openAfterCrash().projects.open(id);
    expect(drafts).toEqual([
      { ...a, text: 'One' },
      { ...b, text: 'Four' },
    ]);
    await projects.keepDraft(id, { ...b, text: undefined });
    await expect
      .poll(() => JSON.parse(readFileSync(file, 'utf8')) as unknown)
      .toEqual([{ ...a, text: 'One' }]);
    await write(projects, id, 'One');
    expect((await projects.open(id)).drafts).toEqual([]);
  });

  test('[WN8] of two windows each keeps its own, the newest last', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const other = { ...a, origin: 'other' };
    await projects.keepDraft(id, { ...a, text: 'mine' });
    await projects.keepDraft(id, { ...other, text: 'yours' });
    await projects.keepDraft(id, { ...a, text: 'mine too' });
    expect(projects.isTyped(id, 'a')).toBe(true);
    await projects.keepDraft(id, { ...b, text: undefined });
    await projects.dispose();
    const again = open().projects;
    expect((await again.open(id)).drafts).toEqual([
      { ...other, text: 'yours' },
      { ...a, text: 'mine too' },
    ]);
    await again.keepDraft(id, { ...a, text: undefined });
    expect((await again.open(id)).drafts).toEqual([{ ...other, text: 'yours' }]);
  });

  test('of two windows that type in one sentence one may end, and it is typed in still', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.keepDraft(id, { ...a, text: 'mine' });
    await projects.keepDraft(id, { ...a, origin: 'other', text: 'yours' });
    await projects.keepDraft(id, { ...a, text: undefined });
    expect(projects.isTyped(id, 'a')).toBe(true);
    await projects.keepDraft(id, { ...a, origin: 'other', text: undefined });
    expect(projects.isTyped(id, 'a')).toBe(false);
  });

  test('drafts of the form in which all windows shared one are read, and none that became an edit', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    const text = (await open().projects.read(id)).sentences.find((one) => one.id === 'b')!.text;
    const kept = JSON.stringify({ a: 'typed once', b: text, gone: 'of a sentence that is gone' });
    writeFileSync(join(path(), id, 'drafts.json'), kept);
    expect((await openAfterCrash().projects.open(id)).drafts).toMatchObject([
      { sentenceId: 'a', text: 'typed once' },
      { sentenceId: 'gone', text: 'of a sentence that is gone' },
    ]);
  });

  test('[JN9] damaged ones begin anew, and what was in them is kept and told of', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    const file = join(path(), id, 'drafts.json');
    const damaged = `[${JSON.stringify({ ...a, text: 'the only copy' })}`;
    writeFileSync(file, damaged);
    writeFileSync(join(path(), id, 'view.json'), '');
    const again = open();
    expect(await again.projects.open(id)).toMatchObject({
      drafts: [],
      view: { selectedIds: [], positionMs: 0 },
    });
    await again.projects.keepDraft(id, { ...b, text: 'Four' });
    await again.projects.dispose();
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(damaged);
    expect(again.log.join()).toContain('drafts.json.broken');
    expect((await open().projects.open(id)).drafts).toMatchObject([{ text: 'Four' }]);
  });
});
