import { readFile, writeFile } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { useHeldJobs } from '../../../helpers/use-held-jobs';

const { path, readKept, open } = useHeldJobs();
const waitingReport = {
  kind: 'progress',
  stage: 'waiting',
  fraction: 0.5,
  segments: [],
  notices: [],
} as const;

describe('a job that is paused', () => {
  it('while it waits does not begin before it is resumed, and then at its place', async () => {
    const { start, queue, runs, states, untilRuns, untilState } = await open();
    const first = await start('p1', 'local');
    const held = await start('p2', 'local');
    await start('p3', 'local');
    expect(await queue.pause(held.id)).toMatchObject({ id: held.id, state: 'paused' });
    expect(await queue.pause(held.id)).not.toHaveProperty('beginsAnew');
    await untilRuns(1);
    expect((await queue.resume(held.id)).state).toBe('queued');
    await queue.pause(held.id);
    runs[0]!.finish();
    await untilState(first.id, 'done');
    await untilRuns(2);
    expect(states()).toEqual(['done', 'paused', 'running']);
    await queue.resume(held.id);
    runs[1]!.finish();
    await untilState(held.id, 'running');
  });

  it('while it runs is interrupted and goes on with what its engine kept', async () => {
    const { start, queue, runs, discarded, find, states, untilRuns, untilState } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    const { context } = runs[0]!;
    await context.keep?.({ taskId: 'abc' });
    context.report(waitingReport);
    const error = new StudioError('network/unreachable', 'gone', { data: { host: 'x' } });
    context.report({ kind: 'retrying', error });
    const paused = await queue.pause(job.id);
    expect(context.signal.reason).toMatchObject({ code: 'job/interrupted' });
    expect(paused).toMatchObject({ state: 'paused', stage: 'waiting', fraction: 0.5 });
    for (const name of ['beginsAnew', 'retrying', 'remainingMs', 'endedAtMs']) {
      expect(paused).not.toHaveProperty(name);
    }
    expect(await readKept()).toEqual({ [job.id]: { taskId: 'abc' } });
    // Its place is free for others.
    await start('p2', 'file');
    await start('p3', 'file');
    await untilRuns(3);
    expect(await queue.resume(job.id)).toMatchObject({ state: 'queued', fraction: 0.5 });
    expect(states()).toEqual(['queued', 'running', 'running']);
    runs[1]!.finish();
    await untilRuns(4);
    expect(runs[3]!.context.kept).toEqual({ taskId: 'abc' });
    expect(discarded).toEqual([]);
    runs[3]!.finish();
    await untilState(job.id, 'done');
    expect(find(job.id).error).toBeUndefined();
  });

  it('begins anew where its engine kept nothing, and says so while it is paused', async () => {
    const { start, queue, runs, untilRuns, untilState, find } = await open();
    const job = await start('p1', 'local');
    await untilRuns(1);
    runs[0]!.context.report({
      ...waitingReport,
      notices: [{ kind: 'not-speech', beginMs: 0, endMs: 9 }],
    });
    expect(await queue.pause(job.id)).toMatchObject({ beginsAnew: true, fraction: 0.5 });
    await queue.resume(job.id);
    await untilRuns(2);
    expect(find(job.id)).toMatchObject({ state: 'running', fraction: 0, notices: [] });
    expect(find(job.id)).not.toHaveProperty('beginsAnew');
    runs[1]!.finish();
    await untilState(job.id, 'done');
  });

  it('is resumed only once it has stopped', async () => {
    const { start, queue, runs, untilRuns } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'x' });
    await Promise.all([queue.pause(job.id), queue.resume(job.id)]);
    await untilRuns(2);
    expect(runs[1]!.context.kept).toEqual({ uploadedKey: 'x' });
  });

  it.each(['is ended', 'is killed'])('[JO10] is still paused after the studio %s', async (how) => {
    const before = await open();
    const ran = await before.start('p1', 'file');
    const local = await before.start('p2', 'local');
    const waited = await before.start('p3', 'local');
    await before.untilRuns(2);
    await before.runs[0]!.context.keep?.({ taskId: 'abc', name: '77.made-of-it' });
    for (const { id } of [waited, local, ran]) await before.queue.pause(id);
    before.queue.move(waited.id, ran.id);
    // Writes what there is; the last one, a pause, was written before it was told.
    await before.runs[0]!.context.keep?.({ taskId: 'abc', name: '77.made-of-it' });
    const text = await readFile(path(), 'utf8');
    await before.queue.dispose();
    if (how === 'is killed') await writeFile(path(), text);

    const after = await open();
    expect(after.wantedNames).toEqual([true, false]);
    expect(after.queue.list()).toEqual(before.queue.list());
    expect(after.queue.list().map(({ id, state }) => [id, state])).toEqual(
      [waited, ran, local].map(({ id }) => [id, 'paused']),
    );
    // Whatever could begin has begun by then.
    await new Promise((fulfil) => setImmediate(fulfil));
    expect(after.runs).toEqual([]);
    await after.queue.resume(ran.id);
    await after.untilRuns(1);
    expect(after.runs[0]!.context.kept).toMatchObject({ taskId: 'abc' });
  });

  it('is cleared up by what it kept when it is cancelled', async () => {
    const { start, queue, runs, discarded, untilRuns, find } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    await runs[0]!.context.keep?.({ uploadedKey: 'x' });
    await queue.pause(job.id);
    expect(() => queue.dismiss(job.id)).toThrow(StudioError);
    // The very same one; another one may be asked for, and runs before or after it.
    await expect(start('p1', 'file')).rejects.toMatchObject({ code: 'project/busy' });
    await expect(queue.retry(job.id)).rejects.toMatchObject({ code: 'project/busy' });
    await queue.cancel(job.id);
    expect(discarded).toEqual([{ uploadedKey: 'x' }]);
    expect(find(job.id)).toMatchObject({ state: 'cancelled' });
    await expect.poll(readKept).toEqual({});
  });

  it('is cancelled also while it stops, and while it was to go on', async () => {
    const { start, queue, untilRuns, find } = await open();
    for (const [index, projectId] of ['p1', 'p2'].entries()) {
      const { id } = await start(projectId, 'file');
      await untilRuns(index + 1);
      const pausing = queue.pause(id);
      const resuming = projectId === 'p1' ? undefined : queue.resume(id);
      await queue.cancel(id);
      await Promise.allSettled([pausing, resuming]);
      expect(find(id).state).toBe('cancelled');
    }
  });

  it('has not ended or gone: that is refused', async () => {
    const { start, queue, runs, untilRuns, untilState } = await open();
    const job = await start('p1', 'file');
    await untilRuns(1);
    expect((await queue.resume(job.id)).state).toBe('running');
    runs[0]!.finish();
    await untilState(job.id, 'done');
    for (const change of ['pause', 'resume'] as const) {
      await expect(queue[change](job.id)).rejects.toMatchObject({ code: 'job/ended' });
      await expect(queue[change]('gone')).rejects.toMatchObject({ code: 'job/not-found' });
    }
  });
});

describe('the order of jobs', () => {
  it('decides which one begins next, and is told', async () => {
    const { start, queue, runs, events, untilRuns, untilState, find } = await open();
    const [first, second, third] = [
      await start('p1', 'local'),
      await start('p2', 'local'),
      await start('p3', 'local'),
    ];
    queue.move(third.id, second.id);
    const jobIds = [first.id, third.id, second.id];
    expect(events.at(-1)).toEqual({ name: 'jobs.reordered', payload: { jobIds } });
    expect(queue.list().map(({ id }) => id)).toEqual(jobIds);
    await untilRuns(1);
    runs[0]!.finish();
    await untilState(third.id, 'running');
    expect(find(second.id).state).toBe('queued');
    for (const [jobId, beforeId, code] of [
      [third.id, second.id, 'job/not-waiting'],
      [second.id, first.id, 'job/not-waiting'],
      [second.id, 'gone', 'job/not-found'],
      ['gone', undefined, 'job/not-found'],
    ] as const) {
      expect(() => queue.move(jobId, beforeId)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('has a job that is tried again behind all others, and tells that', async () => {
    const { start, queue, runs, events, untilRuns, untilState } = await open();
    const failed = await start('p1', 'local');
    const other = await start('p2', 'local');
    await untilRuns(1);
    runs[0]!.fail(new StudioError('engine/failed', 'as told'));
    await untilState(failed.id, 'failed');
    await queue.retry(failed.id);
    expect(events.filter(({ name }) => name === 'jobs.reordered')).toEqual([
      { name: 'jobs.reordered', payload: { jobIds: [other.id, failed.id] } },
    ]);
  });
});
