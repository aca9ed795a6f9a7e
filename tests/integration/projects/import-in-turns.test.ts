import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Publish } from '@contract/api';
import { applyEdit } from '@core/edits/apply-edit';
import { formatTiming } from '@core/formats/parse-srt';
import { createHandlers } from '../../../electron/services/handlers';
import { readSubtitlesInSteps } from '../../../electron/services/formats/read-subtitle-file';
import { runInTurns } from '../../../electron/services/timing/run-in-turns';
import { openTestWorkspace } from '../../helpers/open-test-workspace';
import { codeOf, one, readTexts, useProjectsFolder } from '../../helpers/use-projects-folder';

const { path, inFolder, open, openAfterCrash, begin } = useProjectsFolder();
const cueCount = 10_000;
const bytes = Buffer.from(
  Array.from(
    { length: cueCount },
    (_, index) => `${index + 1}\n${formatTiming(index * 1000, index * 1000 + 900)}\nHi ${index}.\n`,
  ).join('\n'),
);

function place(): string {
  writeFileSync(inFolder('long.srt'), bytes);
  return inFolder('long.srt');
}

/** The turns of the loop of events, counted until a task is done. */
function countTurns(task: Promise<unknown>): { readonly turns: () => number } {
  const state = { turns: 0, isDone: false };
  const end = (): void => {
    state.isDone = true;
  };
  task.then(end, end);
  const turn = async (): Promise<void> => {
    for (; !state.isDone; state.turns += 1) await setImmediate();
  };
  void turn();
  return { turns: () => state.turns };
}

describe(`a file of ${cueCount} sentences`, () => {
  test('[JN14] is read while others have their turns', async () => {
    // The file is in memory: all turns are between two steps.
    const reading = runInTurns(readSubtitlesInSteps(bytes, 'long.srt'));
    const { turns } = countTurns(reading);
    expect((await reading).document.sentences).toHaveLength(cueCount);
    expect(turns()).toBeGreaterThanOrEqual(cueCount / 100);
  });

  test('[JN14] stops being read when it is cancelled', async () => {
    const stop = new AbortController();
    let made = 0;
    const steps = readSubtitlesInSteps(bytes, 'long.srt');
    const counted = (function* () {
      for (; steps.next().done !== true; made += 1) yield;
    })();
    const code = codeOf(runInTurns(counted, stop.signal));
    await setImmediate();
    stop.abort();
    expect(await code).toBe('job/cancelled');
    expect(made).toBeLessThan(10);
  });

  test('[ED13] [JN14] comes in whole beside an edit of what it replaces, which is refused', async () => {
    const during: Promise<unknown>[] = [];
    /** In which turn of the loop each part was told. */
    const told: number[] = [];
    let turn = (): number => 0;
    const publish: Publish = (name, payload) => {
      if (name !== 'project.changed' || !('diff' in payload) || payload.revision !== 2) return;
      told.push(turn());
      if (told.length > 1) return;
      const opening = projects.open(id).then(({ revision }) => [revision, told.length]);
      during.push(codeOf(projects.edit(late)), opening);
    };
    const { projects } = open({ publish });
    const id = await begin(projects);
    const edit = { kind: 'setText', sentenceId: one.id, text: 'Late.' } as const;
    const late = {
      ...applyEdit(await projects.read(id), edit, () => ''),
      ...{ projectId: id, origin: 'window' },
    };
    const importing = projects.importFile({ projectId: id, path: place(), mode: 'replace' });
    turn = countTurns(importing).turns;
    await importing;
    const partCount = told.length;
    const [code, opened] = await Promise.all(during);

    expect(code).toBe('project/conflict');
    // Each part of what was made is told in a turn of its own.
    expect(new Set(told).size).toBe(partCount);
    expect(partCount).toBeGreaterThanOrEqual(cueCount / 200);
    // Who opens the project meanwhile has all of it, and hears nothing of it afterwards.
    expect(opened).toEqual([2, partCount]);
    const texts = await readTexts(projects, id);
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([cueCount, 'Hi 0.', 'Hi 9999.']);
    expect(await readTexts(openAfterCrash().projects, id)).toEqual(texts);
  });

  test('[JN14] is left off by a window that asks for that, which is no other’s import', async () => {
    const { workspace, host, close } = await openTestWorkspace();
    onTestFinished(close);
    const calls = createHandlers(workspace, host);
    const [short, long] = ['1\n00:00:01,000 --> 00:00:02,000\nOne.\n', bytes];
    const grant = async (name: string, content: string | Buffer): Promise<string> => {
      writeFileSync(inFolder(name), content);
      return (await workspace.grants.grant(inFolder(name))).id;
    };
    const fileId = await grant('short.srt', short);
    const { id: projectId } = await calls['projects.openFile']({ fileId });
    const asked = { projectId, fileId: await grant('long.srt', long), mode: 'replace' } as const;
    const code = codeOf(calls['projects.importFile']({ ...asked, runId: 'mine' }));
    await setImmediate();
    await calls['projects.cancelImport']({ runId: 'of another window' });
    await setImmediate();
    await calls['projects.cancelImport']({ runId: 'mine' });
    expect(await code).toBe('job/cancelled');
    const { project, history } = await calls['projects.open']({ projectId });
    expect(project.sentences.map(({ text }) => text)).toEqual(['One.']);
    expect(history).toEqual({});
    const listed = await calls['projects.listImports']({ projectId });
    expect(listed.map(({ name }) => name)).toEqual(['short.srt']);
  });

  test('[JN14] leaves nothing behind when it is cancelled on its way into the project', async () => {
    const stop = new AbortController();
    const ids = ['project', 'group', 'sentences'];
    const newId = (): string => {
      // The last one is asked for when the edit is being made.
      if (ids.length === 1) stop.abort();
      return ids.shift()!;
    };
    const { projects } = open({ newId });
    const id = await begin(projects);
    const before = await projects.read(id);
    const asked = { projectId: id, path: place(), mode: 'merge' } as const;
    expect(await codeOf(projects.importFile(asked, stop.signal))).toBe('job/cancelled');
    expect(ids).toEqual([]);
    expect(await projects.read(id)).toBe(before);
    expect(readdirSync(join(path(), id, 'sources'))).toEqual([]);
    expect(await projects.listImports(id)).toEqual([]);
  });
});
