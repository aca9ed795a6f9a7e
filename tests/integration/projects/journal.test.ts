import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  codeOf,
  editProject,
  one,
  readTexts,
  useProjectsFolder,
  write,
} from '../../helpers/use-projects-folder';

const { path, placeMedia, open, openAfterCrash, begin } = useProjectsFolder();
const { signal } = new AbortController();

function journals(folder: string, id: string): string[] {
  return readdirSync(join(folder, id)).filter((name) => name.startsWith('journal-'));
}

describe('the journal', () => {
  test('[JN1] has every change before the call is answered', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await write(projects, id, 'Won.');
    const { projects: revived } = openAfterCrash();
    expect(await readTexts(revived, id)).toEqual(['Won.', 'Four five.']);
    expect((await revived.open(id)).revision).toBe(2);
  });

  test('[JN6] brings undo and redo back after a restart, and after a crash', async () => {
    const first = open();
    const id = await begin(first.projects);
    await write(first.projects, id, 'Won.');
    await write(first.projects, id, 'Wan.');
    await first.projects.undo(id);
    await first.projects.dispose();

    const second = open();
    expect((await second.projects.open(id)).history).toEqual({
      undo: 'setText',
      redo: 'setText',
    });
    await second.projects.redo(id);
    expect(await readTexts(second.projects, id)).toEqual(['Wan.', 'Four five.']);
    await second.projects.undo(id);
    await second.projects.undo(id);

    const third = openAfterCrash();
    expect(await readTexts(third.projects, id)).toEqual(['One two three.', 'Four five.']);
    expect((await third.projects.undo(id)).history).toEqual({ redo: 'addSentences' });
    expect(await readTexts(third.projects, id)).toEqual([]);
    for (let count = 0; count < 3; count++) await third.projects.redo(id);
    expect(await readTexts(third.projects, id)).toEqual(['Wan.', 'Four five.']);
  });

  test('[JN2] goes on through many restarts, with a crash after each change', async () => {
    let store = open();
    const id = await begin(store.projects);
    for (let count = 1; count <= 5; count++) {
      await write(store.projects, id, `Take ${count}.`);
      store = openAfterCrash();
      expect(await readTexts(store.projects, id)).toEqual([`Take ${count}.`, 'Four five.']);
      // The next copy is made of the first store's folder: it has to know the change as well.
      store = open({ folder: path() });
    }
    for (let count = 0; count < 6; count++) await store.projects.undo(id);
    expect(await readTexts(store.projects, id)).toEqual([]);
    expect(store.log).toEqual([]);
  });

  test('[JN2] a torn last line was never confirmed and is passed over', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await write(projects, id, 'Won.');
    const segment = join(path(), id, 'journal-1.jsonl');
    const whole = readFileSync(segment, 'utf8');
    for (const cut of [1, 2, 40, 200]) {
      writeFileSync(segment, whole.slice(0, -cut));
      const revived = openAfterCrash();
      expect(await readTexts(revived.projects, id)).toEqual(['One two three.', 'Four five.']);
      await write(revived.projects, id, 'On we go.');
      await revived.projects.dispose();
    }
  });

  test('[JN2] a change after a torn line survives the next restart', async () => {
    const { projects } = open();
    const id = await begin(projects);
    appendFileSync(join(path(), id, 'journal-1.jsonl'), '{"kind":"edit","revis');
    const second = open();
    await write(second.projects, id, 'Won.');
    const third = openAfterCrash();
    expect(await readTexts(third.projects, id)).toEqual(['Won.', 'Four five.']);
    expect(third.log).toEqual([]);
  });

  test('[JN1] a change whose writing failed is void, even if its line was written whole', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const segment = join(path(), id, 'journal-1.jsonl');
    const confirmed = readFileSync(segment, 'utf8');
    await write(projects, id, 'Never confirmed.');
    const unconfirmed = readFileSync(segment, 'utf8');
    // The next segment begins where the confirmed changes end.
    writeFileSync(segment, confirmed);
    const second = open();
    await write(second.projects, id, 'Confirmed.');
    writeFileSync(segment, unconfirmed);
    const third = openAfterCrash();
    expect(await readTexts(third.projects, id)).toEqual(['Confirmed.', 'Four five.']);
    await third.projects.undo(id);
    expect(await readTexts(third.projects, id)).toEqual(['One two three.', 'Four five.']);
  });

  test('[JN3] a journal of another snapshot is put aside and named in the log', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const snapshot = join(path(), id, 'project.zimu');
    // As if somebody had put back an old copy of the file.
    writeFileSync(snapshot, readFileSync(snapshot, 'utf8').replace('"talk"', '"old talk"'));
    const revived = openAfterCrash();
    const opened = await revived.projects.open(id);
    expect(opened.project.title).toBe('old talk');
    expect(opened.project.sentences).toEqual([]);
    expect(opened.history).toEqual({});
    expect(revived.log).toEqual([expect.stringMatching(/does not follow the snapshot.*aside-1/)]);
  });

  test('[JN3] a journal of another project is put aside', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const { id: other } = await projects.openFile(placeMedia('other.wav', 'other sound'), signal);
    writeFileSync(
      join(path(), other, 'journal-1.jsonl'),
      readFileSync(join(path(), id, 'journal-1.jsonl')),
    );
    const revived = openAfterCrash();
    expect(await readTexts(revived.projects, other)).toEqual([]);
    expect(revived.log).toHaveLength(1);
    await editProject(revived.projects, other, { kind: 'addSentences', sentences: [one] });
    expect(await readTexts(revived.projects, other)).toEqual(['One two three.']);
  });

  test('[JN4] a damaged line in the middle costs what follows it, and nothing else', async () => {
    const { projects } = open({ limits: { segmentBytes: 3000 } });
    const id = await begin(projects);
    for (const text of ['Won.', 'Wan.', 'Want.', 'Went.', 'Wend.', 'Wind.', 'Wing.']) {
      await write(projects, id, text);
    }
    expect(journals(path(), id)).toEqual(['journal-1.jsonl', 'journal-2.jsonl']);
    const segment = join(path(), id, 'journal-1.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('Wan.', 'W\0\0.'));
    const second = open();
    expect(await readTexts(second.projects, id)).toEqual(['Won.', 'Four five.']);
    expect(second.log).toEqual([
      expect.stringMatching(/does not follow the snapshot.*journal-2\.aside-1/),
      expect.stringMatching(/journal-1\.jsonl is damaged/),
    ]);
    await write(second.projects, id, 'Wonder.');
    const third = openAfterCrash();
    expect(await readTexts(third.projects, id)).toEqual(['Wonder.', 'Four five.']);
    await third.projects.undo(id);
    await third.projects.undo(id);
    expect(await readTexts(third.projects, id)).toEqual(['One two three.', 'Four five.']);
  });
});

describe('the snapshot', () => {
  test('[JN5] is written when nothing happens for a while, and the journal goes on from there', async () => {
    const { projects } = open({ limits: { snapshotIdleMs: 1 } });
    const id = await begin(projects);
    const file = join(path(), id, 'project.zimu');
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('Four five.');
    await expect.poll(() => existsSync(`${file}.bak`)).toBe(true);
    await write(projects, id, 'Won.');
    const { projects: revived } = openAfterCrash();
    expect(await readTexts(revived, id)).toEqual(['Won.', 'Four five.']);
    await revived.undo(id);
    await revived.undo(id);
    expect(await readTexts(revived, id)).toEqual([]);
  });

  test('[JN5] announced in the journal but never written: all changes are replayed', async () => {
    const { projects } = open();
    const id = await begin(projects);
    const file = join(path(), id, 'project.zimu');
    const before = readFileSync(file);
    await projects.dispose();
    expect(readFileSync(file)).not.toEqual(before);
    writeFileSync(file, before);
    const revived = open();
    expect(await readTexts(revived.projects, id)).toEqual(['One two three.', 'Four five.']);
    expect(revived.log).toEqual([]);
  });

  test('[JN5] that is damaged is replaced by the copy and its journal', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    const second = open();
    await write(second.projects, id, 'Won.');
    await second.projects.dispose();
    writeFileSync(join(path(), id, 'project.zimu'), '{"version":1,');
    const third = open();
    expect(await readTexts(third.projects, id)).toEqual(['Won.', 'Four five.']);
    expect(third.log).toEqual([expect.stringContaining('the copy beside it is used')]);
    expect(readdirSync(join(path(), id))).toContain('project.damaged.zimu');
    await third.projects.undo(id);
    expect(await readTexts(third.projects, id)).toEqual(['One two three.', 'Four five.']);
  });

  test('that cannot be read is said, and so is one from a newer version', async () => {
    const { projects } = open();
    const id = await begin(projects);
    await projects.dispose();
    const folder = join(path(), id);
    writeFileSync(join(folder, 'project.zimu.bak'), 'x');
    for (const [text, code] of [
      ['{}', 'project/unreadable'],
      ['{"version":3}', 'project/too-new'],
    ] as const) {
      writeFileSync(join(folder, 'project.zimu'), text);
      expect(await codeOf(open().projects.open(id))).toBe(code);
      expect(readFileSync(join(folder, 'project.zimu'), 'utf8')).toBe(text);
    }
  });
});

describe('segments', () => {
  test('[JN7] are followed by others when they are full, and the oldest go', async () => {
    const limits = { snapshotIdleMs: 600_000, segmentBytes: 2000, keptBytes: 6000 };
    const first = open({ limits });
    const id = await begin(first.projects);
    for (let count = 0; count < 20; count++) await write(first.projects, id, `Take ${count}.`);
    expect(journals(path(), id).length).toBeGreaterThan(3);
    const whole = openAfterCrash({ limits });
    expect((await whole.projects.open(id)).revision).toBe(21);

    // Two snapshots later nothing on the disk needs the oldest segments.
    await first.projects.dispose();
    const second = open({ limits });
    await write(second.projects, id, 'Last.');
    await second.projects.dispose();
    const kept = journals(path(), id).map((name) => readFileSync(join(path(), id, name)).length);
    expect(kept.reduce((sum, size) => sum + size, 0)).toBeLessThan(9000);
    expect(journals(path(), id)).not.toContain('journal-1.jsonl');

    const third = open({ limits });
    expect(await readTexts(third.projects, id)).toEqual(['Last.', 'Four five.']);
    let undone = 0;
    while ((await third.projects.open(id)).history.undo !== undefined) {
      await third.projects.undo(id);
      undone += 1;
    }
    expect(undone).toBeGreaterThan(3);
    expect(undone).toBeLessThan(22);
    while ((await third.projects.open(id)).history.redo !== undefined) {
      await third.projects.redo(id);
    }
    expect(await readTexts(third.projects, id)).toEqual(['Last.', 'Four five.']);
    expect(third.log).toEqual([]);
  });
});
