import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useProjectsFolder } from '../../helpers/use-projects-folder';

const folder = useProjectsFolder();

it('[JO13] [IS17] keeps what was mended of a reply beside the reply as it came', async () => {
  const { projects } = folder.open();
  const id = await folder.begin(projects);
  const json = '{"status":20000000}';
  const repairs = [{ beginMs: 1_000, endMs: 2_000, sentences: 1, words: 3, leftOut: 0 }];
  await projects.keepReply(id, { runId: 'run', json });
  await projects.keepRepairs(id, { runId: 'run', repairs });
  const read = (name: string): string =>
    readFileSync(join(folder.path(), id, 'replies', name), 'utf8');
  expect(read('run.json')).toBe(json);
  expect(JSON.parse(read('run.repairs.json'))).toEqual({ version: 1, repairs });
  await projects.dispose();
});
