import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inputSchemas } from '@contract/inputs';
import { diffProperties } from '@core/edits/make-diff';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { StoredRecord } from '@core/records/record-kind';
import { getRecords, type RecordKindName, recordKindNames } from '@core/records/record-kinds';
import type { Projects } from '../../../electron/services/projects/projects';
import { useProjectsFolder } from '../../helpers/use-projects-folder';
import { anyRecordOf, diffOf } from '../../unit/core/records/any-record';

const { inFolder, placeMedia, open, openAfterCrash } = useProjectsFolder();
const { signal } = new AbortController();

/** As a newer minor version would write it. */
const later = { later: { colour: 'red', at: [1, null] } };

/** A record of a kind with the field planted, in its words too where it has any. */
function plant(name: RecordKindName): StoredRecord {
  const [record] = fc.sample<StoredRecord>(anyRecordOf[name], { numRuns: 1, seed: 3 });
  const planted = { ...record!, ...later };
  if (!('words' in planted) || !Array.isArray(planted.words)) return planted;
  const words = planted.words.map((word: object) => ({ ...word, ...later }));
  return { ...planted, words } as StoredRecord;
}

/** Sends a diff as a page does: as JSON, through the check of the call. */
async function send(projects: Projects, projectId: string, diff: ProjectDiff): Promise<void> {
  const call = { projectId, origin: 'window', label: 'setText', diff };
  await projects.edit(inputSchemas['projects.edit'].parse(JSON.parse(JSON.stringify(call))));
}

describe.each(recordKindNames)('a field of a newer minor version in %s', (name) => {
  const planted = plant(name);
  const added = diffOf(name, { added: [planted] });

  test('[RK2] survives contract, journal, save, undo, redo and a copy', async () => {
    const first = open();
    const { id } = await first.projects.openFile(placeMedia('talk.wav'), signal);
    await send(first.projects, id, added);
    const read = async (projects: Projects, projectId = id): Promise<unknown> =>
      getRecords(await projects.read(projectId), name);
    expect(await read(first.projects)).toEqual([planted]);
    // Only the journal has it.
    expect(await read(openAfterCrash().projects)).toEqual([planted]);
    await first.projects.dispose();
    // Now the snapshot has it.
    const second = open();
    expect(await read(second.projects)).toEqual([planted]);
    await second.projects.undo(id);
    expect(await read(second.projects)).toEqual([]);
    await second.projects.redo(id);
    expect(await read(second.projects)).toEqual([planted]);
    expect(await read(openAfterCrash().projects)).toEqual([planted]);
    writeFileSync(inFolder('copy.zimu'), await second.projects.formatCopy(id));
    const copy = await second.projects.openFile(inFolder('copy.zimu'), signal);
    expect(copy.id).not.toBe(id);
    expect(await read(second.projects, copy.id)).toEqual([planted]);
    expect([...first.log, ...second.log]).toEqual([]);
  });
});

test('[RK2] one among the properties, and in the recording, survives as well', async () => {
  const first = open();
  const { id } = await first.projects.openFile(placeMedia('talk.wav'), signal);
  const before = await first.projects.read(id);
  const source = { format: 'srt', ...later };
  await send(first.projects, id, diffProperties(before, { ...later, source }));
  const expected = { ...before, ...later, source };
  expect(await first.projects.read(id)).toEqual(expected);
  expect(await openAfterCrash().projects.read(id)).toEqual(expected);
  await first.projects.dispose();
  const second = open();
  expect(await second.projects.read(id)).toEqual(expected);
  await second.projects.undo(id);
  expect(await second.projects.read(id)).toEqual(before);
  await second.projects.redo(id);
  const copied = JSON.parse(await second.projects.formatCopy(id)) as object;
  writeFileSync(inFolder('copy.zimu'), JSON.stringify({ ...copied, later, minor: 4 }));
  const { id: copyId } = await second.projects.openFile(inFolder('copy.zimu'), signal);
  expect(await second.projects.read(copyId)).toMatchObject({ source, later, minor: 4 });
});
