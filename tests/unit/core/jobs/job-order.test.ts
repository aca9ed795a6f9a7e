import { chooseJobsToStart, type JobToStart } from '@core/jobs/choose-jobs-to-start';
import { doScopesMeet, type JobScope } from '@core/jobs/job-scope';
import { hasEnded, isWaiting, type JobInLine, jobStates } from '@core/jobs/job-state';
import { moveWaitingJob } from '@core/jobs/move-waiting-job';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyJobs = fc
  .array(
    fc.record({
      state: fc.constantFrom(...jobStates),
      lane: fc.constantFrom('computer' as const, 'moment' as const, 'service' as const),
      isAtService: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((jobs) => jobs.map((job, index) => ({ ...job, id: `j${index}`, scope: undefined })));
const idsOf = (jobs: readonly JobInLine[]): string[] => jobs.map(({ id }) => id);

describe('the state of a job', () => {
  it('[JO1] is to wait, to run or to have ended', () => {
    expect(jobStates.filter((state) => isWaiting({ state }))).toEqual(['queued', 'paused']);
    expect(jobStates.filter((state) => hasEnded({ state }))).toEqual([
      'done',
      'failed',
      'cancelled',
    ]);
  });
});

describe('moving a job', () => {
  const jobs: readonly JobInLine[] = [
    { id: 'run', state: 'running' },
    { id: 'a', state: 'queued' },
    { id: 'old', state: 'done' },
    { id: 'b', state: 'paused' },
    { id: 'c', state: 'queued' },
  ];

  it.each([
    ['c', 'a', ['run', 'c', 'old', 'a', 'b']],
    ['a', 'c', ['run', 'b', 'old', 'a', 'c']],
    ['b', undefined, ['run', 'a', 'old', 'c', 'b']],
    ['b', 'b', idsOf(jobs)],
    ['c', undefined, idsOf(jobs)],
  ])('[JO2] puts %s before %s', (jobId, beforeId, order) => {
    expect(idsOf(moveWaitingJob(jobs, jobId, beforeId))).toEqual(order);
  });

  it.each([
    ['run', 'a', 'job/not-waiting'],
    ['a', 'old', 'job/not-waiting'],
    ['old', undefined, 'job/not-waiting'],
    ['gone', 'a', 'job/not-found'],
    ['a', 'gone', 'job/not-found'],
  ])('[JO2] of %s before %s is refused', (jobId, beforeId, code) => {
    expect(() => moveWaitingJob(jobs, jobId, beforeId)).toThrow(expect.objectContaining({ code }));
  });

  it('[JO2] changes the order of no two others', () => {
    fc.assert(
      fc.property(anyJobs, fc.nat(), fc.nat(), (all, from, to) => {
        const waiting = all.filter(isWaiting);
        fc.pre(waiting.length > 0);
        const moved = waiting[from % waiting.length]!;
        const before = [...waiting, undefined][to % (waiting.length + 1)];
        const after = moveWaitingJob(all, moved.id, before?.id);
        const others = (jobs: readonly JobInLine[]): string[] =>
          idsOf(
            jobs.filter(({ id }) => id !== moved.id && isWaiting(all.find((j) => j.id === id)!)),
          );
        expect(others(after)).toEqual(others(all));
        expect(after.map((job) => !isWaiting(job) && job)).toEqual(
          all.map((job) => !isWaiting(job) && job),
        );
        const line = idsOf(after.filter(isWaiting));
        if (before === undefined) expect(line.at(-1)).toBe(moved.id);
        else if (before !== moved) {
          expect(line.indexOf(moved.id) + 1).toBe(line.indexOf(before.id));
        }
      }),
    );
  });
});

describe('which jobs begin', () => {
  it('[JO3] is the first of this computer, and as many of the cloud as there is room for', () => {
    const job = (id: string, isOnline: boolean, state: JobInLine['state'] = 'queued') => ({
      ...{ id, state, isAtService: false, scope: undefined },
      lane: isOnline ? ('service' as const) : ('computer' as const),
    });
    const jobs = [
      job('held', false, 'paused'),
      job('up1', true),
      job('here1', false),
      job('up2', true, 'running'),
      job('here2', false),
      job('up3', true),
    ];
    expect(chooseJobsToStart(jobs, 2)).toEqual(['up1', 'here1']);
    expect(chooseJobsToStart(jobs, 3)).toEqual(['up1', 'here1', 'up3']);
    expect(chooseJobsToStart(jobs, 0)).toEqual(['here1']);
    const waits = jobs.map((each) => ({ ...each, isAtService: each.id === 'up2' }));
    expect(chooseJobsToStart(waits, 2)).toEqual(['up1', 'here1', 'up3']);
  });

  it('[JO3] leaves no room unused, and goes beyond no limit', () => {
    fc.assert(
      fc.property(anyJobs, fc.integer({ min: -1, max: 4 }), (jobs, limit) => {
        const started = chooseJobsToStart(jobs, limit);
        for (const lane of ['computer', 'moment', 'service'] as const) {
          const line = jobs.filter((job) => job.lane === lane);
          const most = lane === 'service' ? Math.max(1, limit) : 1;
          const running = line.filter((job) => job.state === 'running' && !job.isAtService).length;
          const queued = idsOf(line.filter(({ state }) => state === 'queued'));
          const room = Math.max(0, most - running);
          expect(started.filter((id) => idsOf(line).includes(id))).toEqual(queued.slice(0, room));
        }
      }),
    );
  });

  it('[JO4] is none that would change what another one changes, or will before it', () => {
    const job = (
      id: string,
      sentenceIds: JobScope['sentenceIds'] | undefined,
      state: JobInLine['state'] = 'queued',
      projectId = 'p',
    ): JobToStart => ({
      ...{ id, state, isAtService: false, lane: 'service' },
      scope: sentenceIds === undefined ? undefined : { projectId, sentenceIds },
    });
    const choose = (...jobs: readonly JobToStart[]) => chooseJobsToStart(jobs, 9);
    expect(choose(job('a', 'all', 'running'), job('b', ['1']))).toEqual([]);
    expect(choose(job('a', 'all', 'running'), job('b', ['1'], 'queued', 'q'))).toEqual(['b']);
    expect(choose(job('a', ['1', '2']), job('b', ['2', '3']), job('c', ['3']))).toEqual(['a']);
    expect(choose(job('a', ['1']), job('b', ['2']), job('c', undefined))).toEqual(['a', 'b', 'c']);
    expect(choose(job('a', 'all', 'paused'), job('b', ['1']))).toEqual(['b']);
    // One at its service changes the project all the same when its result comes.
    expect(choose({ ...job('a', 'all', 'running'), isAtService: true }, job('b', 'all'))).toEqual(
      [],
    );
  });

  it('[JO4] never are two that change the same sentence, and one that waits keeps its turn', () => {
    const scoped = fc
      .array(
        fc.record({
          state: fc.constantFrom(...jobStates),
          lane: fc.constantFrom('computer' as const, 'moment' as const, 'service' as const),
          isAtService: fc.boolean(),
          scope: fc.option(
            fc.record({
              projectId: fc.constantFrom('p', 'q'),
              sentenceIds: fc.oneof(
                fc.constant('all' as const),
                fc.subarray(['1', '2', '3'], { minLength: 1 }),
              ),
            }),
            { nil: undefined },
          ),
        }),
        { maxLength: 8 },
      )
      .map((jobs) => jobs.map((job, index) => ({ ...job, id: `j${index}` })));
    fc.assert(
      fc.property(scoped, (jobs) => {
        const started = chooseJobsToStart(jobs, 3);
        for (const id of started) {
          const place = jobs.findIndex((job) => job.id === id);
          const ahead = jobs.filter(
            ({ state }, index) => state === 'running' || (state === 'queued' && index < place),
          );
          expect(ahead.some(({ scope }) => doScopesMeet(scope, jobs[place]!.scope))).toBe(false);
        }
      }),
    );
  });
});
