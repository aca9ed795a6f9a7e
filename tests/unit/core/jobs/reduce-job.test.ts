import { StudioError } from '@core/errors/studio-error';
import { isUrgent, type JobEvent } from '@core/jobs/job-event';
import { type JobRecord, makeJob } from '@core/jobs/job-record';
import { reduceJob } from '@core/jobs/reduce-job';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const error = new StudioError('network/unreachable', 'gone', { data: { host: 'x' } });
const details = { kind: 'transcribe', engine: 'file', language: 'zh' };
const job = makeJob({ id: 'j1', projectId: 'p1', title: 'Talk', queuedAtMs: 5 }, details);
const uploading = { kind: 'progress', stage: 'uploading', fraction: 0.5, notices: [] } as const;
const notice = { kind: 'not-speech', beginMs: 0, endMs: 9 } as const;
const task = { taskId: 'abc', submittedAtMs: 7, isKept: false };

/** The job after all of these. */
function play(...events: readonly JobEvent[]): typeof job {
  return events.reduce((before, event) => reduceJob(before, event), job);
}

describe('[JO7] a job that comes further', () => {
  it('says nothing of the rest while a service works, whose queue nobody knows', () => {
    const known = play({ ...uploading, remainingMs: 40_000 });
    expect(known.remainingMs).toBe(40_000);
    const waiting = { ...uploading, stage: 'waiting', remainingMs: 300_000 } as const;
    expect(reduceJob(known, waiting)).not.toHaveProperty('remainingMs');
    expect(reduceJob(known, { ...waiting, stage: 'typing' })).not.toHaveProperty('remainingMs');
  });

  it('does not keep an estimate that is not made any more', () => {
    const stalled = play({ ...uploading, remainingMs: 40_000 }, uploading);
    expect(stalled).not.toHaveProperty('remainingMs');
  });

  it('never goes back', () => {
    expect(play(uploading, { ...uploading, fraction: 0.2 })).toMatchObject({ fraction: 0.5 });
  });

  it('tells a notice once, also one that is heard again', () => {
    const told = { ...uploading, notices: [notice] };
    expect(play(told, told, uploading).notices).toEqual([notice]);
  });

  it('had a request that went well after all', () => {
    const retrying = play(uploading, { kind: 'retrying', error });
    expect(retrying.retrying).toMatchObject({ code: 'network/unreachable', data: { host: 'x' } });
    expect(reduceJob(retrying, uploading)).not.toHaveProperty('retrying');
  });

  it('keeps the task that a service took, and what a person should know', () => {
    const told = play({ kind: 'task', task }, { kind: 'remark', error }, uploading);
    expect(told).toMatchObject({ taskId: 'abc', taskAtMs: 7, remark: { code: error.code } });
    const older = { ...task, submittedAtMs: undefined };
    expect(play({ kind: 'task', task: older })).not.toHaveProperty('taskAtMs');
  });

  it('counts what is written, and begins with the first second where nothing is left of it', () => {
    const events = [{ kind: 'place-kept' }, { kind: 'written', sentenceCount: 3 }] as const;
    const written = play({ ...uploading, notices: [notice] }, ...events);
    expect(written).toMatchObject({ goesOn: true, sentenceCount: 3, fraction: 0.5 });
    expect(reduceJob(written, { kind: 'anew' })).toEqual({ ...job, stage: 'uploading' });
  });
});

describe('[JO7] a job whose state changes', () => {
  const started = { kind: 'started', atMs: 10 } as const;

  it('runs from its beginning', () => {
    expect(play(started)).toEqual({
      ...job,
      ...{ state: 'running', stage: 'loading', startedAtMs: 10 },
    });
  });

  it('is paused where it is, and resumed there', () => {
    const ran = [started, { ...uploading, remainingMs: 1 }, { kind: 'retrying', error }] as const;
    const paused = play(...ran, { kind: 'paused', beginsAnew: false });
    expect(paused).toEqual({
      ...job,
      ...{ state: 'paused', stage: 'uploading', startedAtMs: 10, fraction: 0.5 },
    });
    expect(reduceJob(paused, { kind: 'resumed' })).toEqual({ ...paused, state: 'queued' });
  });

  it('forgets what it did where it has nothing to go on from', () => {
    const paused = play(
      ...[started, { ...uploading, notices: [notice] }, { kind: 'task', task } as const],
      ...([
        { kind: 'remark', error },
        { kind: 'paused', beginsAnew: true },
      ] as const),
    );
    expect(paused).toMatchObject({ state: 'paused', beginsAnew: true, fraction: 0.5 });
    expect(reduceJob(paused, { kind: 'resumed' })).toEqual(job);
  });

  it('is interrupted as it is', () => {
    const running = play(started, uploading, { kind: 'task', task });
    expect(reduceJob(running, { kind: 'interrupted' })).toEqual({ ...running, state: 'queued' });
  });

  it.each(['done', 'cancelled', 'failed'] as const)('ends %s', (state) => {
    const running = play(started, { ...uploading, remainingMs: 1 }, { kind: 'place-kept' });
    const end =
      state === 'failed'
        ? ({ kind: 'ended', state, atMs: 20, error } as const)
        : ({ kind: 'ended', state, atMs: 20 } as const);
    const ended = reduceJob(running, end);
    expect(ended).toMatchObject({ state, endedAtMs: 20, fraction: state === 'done' ? 1 : 0.5 });
    for (const name of ['retrying', 'remainingMs', 'beginsAnew', 'goesOn']) {
      expect(ended).not.toHaveProperty(name);
    }
    // Where it stood says what a failure came from.
    expect(ended.stage).toBe(state === 'done' ? undefined : 'uploading');
    expect(ended.error?.code).toBe(state === 'failed' ? error.code : undefined);
  });
});

describe('[JO7] whatever happens', () => {
  const stage = fc.constantFrom('loading', 'transcribing', 'aligning', 'waiting', 'typing');
  const events: fc.Arbitrary<JobEvent> = fc.oneof(
    fc.record({
      kind: fc.constant('progress' as const),
      stage: stage as fc.Arbitrary<'loading'>,
      fraction: fc.double({ min: 0, max: 1, noNaN: true }),
      notices: fc.constantFrom([], [notice]),
      remainingMs: fc.option(fc.nat(), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('written' as const), sentenceCount: fc.nat() }),
    fc.constantFrom<JobEvent>(
      ...[
        { kind: 'task' as const, task },
        { kind: 'retrying' as const, error },
      ],
      ...[{ kind: 'remark' as const, error }, { kind: 'place-kept' as const }],
      ...[{ kind: 'interrupted' as const }, { kind: 'started' as const, atMs: 1 }],
      ...[false, true].map((beginsAnew) => ({ kind: 'paused' as const, beginsAnew })),
    ),
  );

  it('its share never goes back, and what it is to do stays', () => {
    fc.assert(
      fc.property(fc.array(events), (all) => {
        let before: JobRecord & typeof details = job;
        for (const event of all) {
          const after = reduceJob(before, event);
          expect(after.fraction).toBeGreaterThanOrEqual(before.fraction);
          expect(after.notices.length).toBeLessThanOrEqual(1);
          expect(after).toMatchObject({ ...details, id: 'j1', projectId: 'p1', queuedAtMs: 5 });
          before = after;
        }
      }),
    );
  });
});

it('[JO7] a paid task and a change of state are urgent, all else is not', () => {
  const all: readonly JobEvent[] = [
    ...[uploading, { kind: 'task', task } as const, { kind: 'retrying', error } as const],
    ...([
      { kind: 'remark', error },
      { kind: 'written', sentenceCount: 1 },
    ] as const),
    ...([{ kind: 'place-kept' }, { kind: 'anew' }, { kind: 'started', atMs: 1 }] as const),
    ...([{ kind: 'paused', beginsAnew: true }, { kind: 'resumed' }] as const),
    ...([{ kind: 'interrupted' }, { kind: 'ended', state: 'done', atMs: 1 }] as const),
  ];
  expect(all.filter(isUrgent).map(({ kind }) => kind)).toEqual([
    ...['task', 'started', 'paused', 'resumed', 'ended'],
  ]);
});
