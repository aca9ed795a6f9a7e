import { readFile, writeFile } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { useHeldJobs } from '../../../helpers/use-held-jobs';

const { path, readKept, open } = useHeldJobs();

describe('jobs of the cloud', () => {
  it('run beside one local job, so many at once as the setting says', async () => {
    const { start, states, untilRuns, runs, settings, untilState } = await open();
    await start('p1', 'local');
    await start('p2', 'file');
    const third = await start('p3', 'flash');
    await start('p4', 'file');
    await untilRuns(3);
    expect(states()).toEqual(['running', 'running', 'running', 'queued']);
    settings.limit = 3;
    // Looked at when something changes.
    await start('p5', 'local');
    await untilRuns(4);
    expect(states()).toEqual(['running', 'running', 'running', 'running', 'queued']);
    runs.find(({ engine }) => engine === 'flash')!.finish();
    await untilState(third.id, 'done');
    expect(states().at(-1)).toBe('queued');
  });

  it('make room as soon as a recording is with the service', async () => {
    const { start, states, untilRuns, runs, settings } = await open();
    settings.limit = 1;
    await start('p1', 'file');
    await start('p2', 'file');
    await untilRuns(1);
    const step = { kind: 'progress', segments: [], notices: [] } as const;
    runs[0]!.context.report({ stage: 'uploading', fraction: 0.3, ...step });
    expect(states()).toEqual(['running', 'queued']);
    runs[0]!.context.report({ stage: 'waiting', fraction: 0.5, ...step });
    await untilRuns(2);
    expect(states()).toEqual(['running', 'running']);
  });

  it('show that a request is made again, until it went well', async () => {
    const { start, untilRuns, runs, find, until } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    const { context } = runs[0]!;
    const error = new StudioError('network/unreachable', 'gone', { data: { host: 'x' } });
    context.report({ kind: 'retrying', error });
    expect(find(job.id).retrying).toMatchObject({ code: 'network/unreachable' });
    const step = { kind: 'progress', segments: [], notices: [] } as const;
    context.report({ stage: 'waiting', fraction: 0.5, ...step });
    expect(find(job.id).retrying).toBeUndefined();
    context.report({ kind: 'retrying', error });
    runs[0]!.finish();
    await until(() => find(job.id).state === 'done');
    expect(find(job.id).retrying).toBeUndefined();
  });

  it('say what stays behind until they are dismissed, in the next run too', async () => {
    const first = await open();
    const job = await first.start('p1', 'file');
    await first.untilRuns(1);
    const data = { keys: 'isi/a.wav', reason: 'AccessDenied' };
    const error = new StudioError('storage/not-deleted', 'left', { data });
    first.runs[0]!.context.report({ kind: 'remark', error });
    first.runs[0]!.finish();
    await first.untilState(job.id, 'done');
    expect(first.find(job.id).remark).toMatchObject({ code: 'storage/not-deleted', data });
    await first.queue.dispose();
    const second = await open();
    expect(second.find(job.id).remark).toMatchObject({ code: 'storage/not-deleted', data });
  });

  it('[JO14] say what could not be removed of one that was cancelled', async () => {
    const { start, untilRuns, runs, queue, find, leaveBehind } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'isi/a.wav' });
    leaveBehind.error = new StudioError('storage/not-deleted', 'left', {
      data: { keys: 'isi/a.wav', reason: 'AccessDenied' },
    });
    await queue.cancel(job.id);
    expect(find(job.id)).toMatchObject({
      state: 'cancelled',
      remark: { code: 'storage/not-deleted' },
    });
  });

  it('go on after the studio ended, the local ones do not', async () => {
    const first = await open();
    const local = await first.start('p1', 'local');
    const running = await first.start('p2', 'file');
    const other = await first.start('p3', 'flash');
    const queued = await first.start('p4', 'file');
    await first.untilRuns(3);
    const engineRun = first.runs.find(({ engine }) => engine === 'file')!;
    await engineRun.context.keep?.({ taskId: 'abc', encoded: { name: '77.made-of-it' } });
    await first.queue.dispose();
    expect(engineRun.context.signal.reason).toMatchObject({ code: 'job/interrupted' });
    expect(first.discarded).toEqual([]);
    expect(await readKept()).toEqual({
      [running.id]: { taskId: 'abc', encoded: { name: '77.made-of-it' } },
    });

    const second = await open();
    expect(second.wantedNames).toEqual([true, false]);
    await second.untilRuns(2);
    expect(second.find(local.id).state).toBe('cancelled');
    expect([running, other, queued].map(({ id }) => second.find(id).state)).toEqual([
      'running',
      'running',
      'queued',
    ]);
    const resumed = second.runs.find(({ engine }) => engine === 'file')!;
    expect(resumed.context.kept).toEqual({ taskId: 'abc', encoded: { name: '77.made-of-it' } });
    resumed.finish();
    await second.untilState(running.id, 'done');
    await expect.poll(readKept).toEqual({});
    await second.untilRuns(3);
    expect(second.find(queued.id).state).toBe('running');
  });

  it('[JO10] go on after the studio was killed', async () => {
    const first = await open();
    const job = await first.start('p1', 'file');
    const local = await first.start('p2', 'local');
    await first.untilRuns(2);
    await first.runs[0]!.context.keep?.({ taskId: 'abc' });
    const text = await readFile(path(), 'utf8');
    await first.queue.dispose();
    await writeFile(path(), text);
    const second = await open();
    await second.untilRuns(1);
    expect(second.runs[0]!.context.kept).toEqual({ taskId: 'abc' });
    expect(second.find(job.id).state).toBe('running');
    expect(second.find(local.id)).toMatchObject({
      state: 'failed',
      error: { code: 'job/interrupted' },
    });
  });

  it('[JO14] are cleared up when a person cancels them, wherever they are', async () => {
    const first = await open();
    const jobs = [await first.start('p1', 'file'), await first.start('p2', 'file')];
    await first.untilRuns(2);
    for (const [index, { context }] of first.runs.entries()) await context.keep?.({ index });
    await first.queue.dispose();
    const second = await open();
    second.settings.limit = 1;
    // Before the engine has heard of it again.
    await second.queue.cancel(jobs[1]!.id);
    expect(second.discarded).toEqual([{ index: 1 }]);
    await second.untilRuns(1);
    await second.runs[0]!.context.keep?.(null);
    await second.queue.cancel(jobs[0]!.id);
    // The engine had cleared up by itself.
    expect(second.discarded).toEqual([{ index: 1 }]);
    expect(second.states()).toEqual(['cancelled', 'cancelled']);
    await second.queue.dispose();
    expect(await readKept()).toEqual({});
  });

  it('are tried again from where they failed, and cleared up when they are dismissed', async () => {
    const { start, untilRuns, runs, untilState, queue, discarded } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'x' });
    runs[0]!.fail(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    await untilState(job.id, 'failed');
    await queue.retry(job.id);
    await untilRuns(2);
    expect(runs[1]!.context.kept).toEqual({ uploadedKey: 'x' });
    runs[1]!.fail(new StudioError('network/unreachable', 'gone', { data: { host: 'x' } }));
    await untilState(job.id, 'failed');
    queue.dismiss(job.id);
    expect(discarded).toEqual([{ uploadedKey: 'x' }]);
    await expect.poll(readKept).toEqual({});
  });

  it('are read from a file of a version that kept nothing', async () => {
    const job = {
      ...{ id: 'old', projectId: 'p1', title: 'x', engine: 'file', language: 'en' },
      ...{ state: 'running', fraction: 0.5, queuedAtMs: 1, sentenceCount: 0, notices: [] },
    };
    await writeFile(path(), JSON.stringify({ version: 1, jobs: [job] }));
    const { untilRuns, runs, find } = await open();
    await untilRuns(1);
    expect(find('old').state).toBe('running');
    expect(runs[0]!.context.kept).toBeUndefined();
  });
});
