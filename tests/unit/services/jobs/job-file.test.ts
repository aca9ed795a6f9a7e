import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobSummary } from '@contract/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJobFile, writeJobFile } from '../../../../electron/services/jobs/job-file';

const first = join(import.meta.dirname, '../../../fixtures/jobs/version-1.json');

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-job-file-'));
  path = join(folder, 'jobs.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refuse = (line: string): never => {
  throw new Error(line);
};

describe('the file of jobs', () => {
  it('of a version without kinds holds transcriptions, of which nothing is lost', async () => {
    await copyFile(first, path);
    const old = JSON.parse(await readFile(first, 'utf8')) as { jobs: object[]; kept: object };
    const { jobs, kept, resumptions } = await readJobFile(path, refuse);
    expect(jobs).toEqual(old.jobs.map((job) => ({ ...job, kind: 'transcribe' })));
    expect(kept).toEqual(old.kept);
    expect(resumptions).toEqual({});
  });

  it('comes back as it was written', async () => {
    const rest = { state: 'paused', fraction: 0.4, queuedAtMs: 1, sentenceCount: 2 } as const;
    const job: JobSummary = {
      ...{ id: 'a', kind: 'align', projectId: 'p', title: 'Talk', engine: 'local', language: 'en' },
      ...{ ...rest, sentenceIds: ['s1'], stage: 'typing', goesOn: true },
      notices: [{ kind: 'text-changed', beginMs: 0, endMs: 9 }],
    };
    const file = { jobs: [job], kept: {}, resumptions: { a: { runId: 'r', untilMs: 3 } } };
    await writeJobFile(path, file);
    expect(await readJobFile(path, refuse)).toEqual(file);
  });

  it('[JN9] with one job that nobody knows has the others, with what they go on from', async () => {
    const job = {
      ...{ id: 'a', kind: 'transcribe', projectId: 'p', title: 'Talk', engine: 'file' },
      ...{ language: 'zh', state: 'queued', fraction: 0, queuedAtMs: 1, sentenceCount: 0 },
      notices: [],
    } as const;
    const newer = { ...job, id: 'b', notices: [{ kind: 'of-tomorrow', beginMs: 0, endMs: 1 }] };
    const kept = { a: { taskId: 't' } };
    const content = { version: 2, jobs: [newer, job], kept, resumptions: {} };
    await writeFile(path, JSON.stringify(content));
    const lines: string[] = [];
    const expected = { jobs: [job], kept, resumptions: {} };
    expect(await readJobFile(path, (line) => lines.push(line))).toEqual(expected);
    expect(lines.join()).toContain('jobs.json.broken');
    expect(JSON.parse(await readFile(`${path}.broken`, 'utf8'))).toEqual(content);
    expect(await readJobFile(path, refuse)).toEqual(expected);
  });

  it.each([
    ['of a kind that nobody knows', { version: 2, jobs: [{ kind: 'dance' }], kept: {} }],
    ['of a newer version', { version: 3, jobs: [], kept: {} }],
    ['of the old version with a broken job', { version: 1, jobs: [{ id: 'x' }], kept: {} }],
  ])('[JN9] %s is set aside, not written over', async (_case, content) => {
    await writeFile(path, JSON.stringify(content));
    const lines: string[] = [];
    const found = await readJobFile(path, (line) => lines.push(line));
    expect(found).toEqual({ jobs: [], kept: {}, resumptions: {} });
    expect(lines.join()).toContain('jobs.json.broken');
    expect(JSON.parse(await readFile(`${path}.broken`, 'utf8'))).toEqual(content);
  });
});
