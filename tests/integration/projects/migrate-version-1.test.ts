import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Project } from '@core/project-file/project';
import type { Projects } from '../../../electron/services/projects/projects';
import { codeOf, useProjectsFolder, write } from '../../helpers/use-projects-folder';

const { path, inFolder, open } = useProjectsFolder();
const { signal } = new AbortController();
const fixtures = resolve(import.meta.dirname, '../../fixtures/projects-v1');
const id = 'p-old';
const snapshot = (): string => join(path(), id, 'project.zimu');

interface State {
  readonly history: { readonly undo?: string; readonly redo?: string };
  readonly title: string;
  readonly sentences: unknown;
}

/** States as version 1 had them; its labels were keys of the message catalogue. */
const { states, undone } = JSON.parse(
  readFileSync(join(fixtures, 'expected.json'), 'utf8').replaceAll('"edit.', '"'),
) as { readonly states: readonly State[]; readonly undone: number };

const showSentences = ({ sentences }: Project): unknown =>
  sentences.map(({ id: sentenceId, beginMs, endMs, speaker, text, words }) => [
    sentenceId,
    beginMs,
    endMs,
    speaker ?? '',
    text,
    words.map((word) => [word.beginMs, word.endMs, word.timing]),
  ]);

async function readState(projects: Projects): Promise<State> {
  const { project, history } = await projects.open(id);
  return { history, title: project.title, sentences: showSentences(project) };
}

const strip = ({ history, title, sentences }: State): State => ({ history, title, sentences });

/** Puts the folder of version 1 where the store looks for it, and opens the store. */
function openOld(): ReturnType<typeof open> {
  cpSync(join(fixtures, 'unsaved'), path(), { recursive: true });
  return open();
}

describe('a project of version 1', () => {
  test('[PF8] opens with all edits that were never saved, and its whole undo history', async () => {
    const { projects, log } = openOld();
    const seen = [await readState(projects)];
    while ((await projects.open(id)).history.undo !== undefined) {
      await projects.undo(id);
      seen.push(await readState(projects));
    }
    expect(seen).toHaveLength(undone);
    while ((await projects.open(id)).history.redo !== undefined) {
      await projects.redo(id);
      seen.push(await readState(projects));
    }
    expect(seen).toEqual(states.map(strip));
    expect(log).toEqual([]);
  });

  test('[PF4] [PF8] goes on in version 2 beside its old journal, saved or not', async () => {
    const first = openOld();
    const { redo, ...undo } = states[0]!.history;
    expect(redo).toBe('merge');
    await write(first.projects, id, 'Hello here,');
    await first.projects.undo(id);
    await first.projects.redo(id);
    const second = open();
    expect((await second.projects.open(id)).history).toEqual({ undo: 'setText' });
    await second.projects.dispose();
    expect(readFileSync(snapshot(), 'utf8')).toContain('"version": 2,\n  "minor": 0,\n');
    const third = open();
    expect((await third.projects.read(id)).sentences[0]?.text).toBe('Hello here,');
    await third.projects.undo(id);
    expect(await readState(third.projects)).toEqual({
      ...strip(states[0]!),
      history: { ...undo, redo: 'setText' },
    });
    expect([...first.log, ...second.log, ...third.log]).toEqual([]);
  });

  test('[PF8] its journal follows the old file by the bytes of it, and no other', async () => {
    cpSync(join(fixtures, 'unsaved'), path(), { recursive: true });
    writeFileSync(snapshot(), readFileSync(snapshot(), 'utf8').replace('Old talk', 'Bad talk'));
    const { projects, log } = open();
    expect(await projects.open(id)).toMatchObject({ project: { title: 'Bad talk' }, history: {} });
    expect(log).toEqual([expect.stringMatching(/does not follow the snapshot/)]);
  });

  test('[PF7] that holds what version 1 passed over loses that, and not its journal', async () => {
    cpSync(join(fixtures, 'unsaved'), path(), { recursive: true });
    const text = readFileSync(snapshot(), 'utf8');
    const planted = text
      .replace('"engine"', '"comments": "none", "later": 1, "engine"')
      .replaceAll('"channel"', '"later":1,"channel"')
      .replaceAll('"timing"', '"later":1,"timing"');
    expect(planted).not.toBe(text);
    // As if version 1 had found it so: its journal names the file by its hash.
    const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
    writeFileSync(snapshot(), planted);
    for (const number of [1, 2]) {
      const journal = join(path(), id, `journal-${number}.jsonl`);
      const lines = readFileSync(journal, 'utf8');
      writeFileSync(journal, lines.replaceAll(hashOf(text), hashOf(planted)));
    }
    const { projects, log } = open();
    expect(await readState(projects)).toEqual(strip(states[0]!));
    expect(JSON.stringify(await projects.read(id))).not.toContain('later');
    expect(log).toEqual([]);
  });

  test('[PF4] is taken in from a copy', async () => {
    cpSync(join(fixtures, 'copy.zimu'), inFolder('copy.zimu'));
    const { projects } = open();
    const summary = await projects.openFile(inFolder('copy.zimu'), signal);
    const project = await projects.read(summary.id);
    expect(showSentences(project)).toEqual(states[0]!.sentences);
    expect(project).toMatchObject({ version: 2, minor: 0, title: 'Old talk', comments: [] });
    expect(project.sentences[0]?.words.map(({ confidence }) => confidence)).toEqual([0.25, 0.5]);
  });
});

test('[PF8] a journal of a newer version is refused, and nothing of it is put aside', async () => {
  const { projects } = openOld();
  await write(projects, id, 'Hello here,');
  const journal = join(path(), id, 'journal-3.jsonl');
  const text = readFileSync(journal, 'utf8');
  const newer = text.replace('"version":2', '"version":3');
  expect(newer).not.toBe(text);
  writeFileSync(journal, newer);
  expect(await codeOf(open().projects.open(id))).toBe('project/too-new');
  expect(readFileSync(journal, 'utf8')).toBe(newer);
});
