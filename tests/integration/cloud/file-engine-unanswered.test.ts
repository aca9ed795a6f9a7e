import { describeError } from '@contract/describe-error';
import { expect, it } from 'vitest';
import type { FaultKind } from '../../simulator/frame/faults';
import { expectResult, makeInterruption, useFileJobs } from '../../helpers/use-file-jobs';

const { cloud, recordings, start, actions, calls, marks, expectNothingLeft } = useFileJobs();

// More than eight minutes of waits, after which a paid task was given up.
const times = 30;

it.each<[string, FaultKind]>([
  ['too many requests, in HTML', { kind: 'status', httpStatus: 429, times }],
  ['a login page', { kind: 'not-json', times }],
  ['a forbidden page', { kind: 'status', httpStatus: 403, times }],
  ['JSON of something else', { kind: 'status', httpStatus: 200, body: '{"code":7}', times }],
  ['a redirection', { kind: 'status', httpStatus: 302, times }],
  ['a dead network', { kind: 'reset', afterBytes: 0, times }],
])('%s instead of an answer: the paid task is kept, and told', async (_what, fault) => {
  cloud.simulator().set({ nextResult: fault });
  const from = marks();
  const run = start(recordings.small);
  expectResult(await run.ended);
  expect(calls('submit', from.api)).toBe(1);
  expectNothingLeft();
  const told = run.retries.filter(({ code }) => code === 'engine/task-unanswered');
  // Not at once, but again and again then.
  expect(run.retries[0]).not.toBe(told[0]);
  expect(told.length).toBeGreaterThan(20);
  const { data } = told[0]!;
  expect(data).toMatchObject({ taskId: expect.any(String) as unknown, minutes: 1 });
  for (const locale of ['en', 'zh-CN'] as const) {
    const { happened, next } = describeError(locale, told[0]!);
    expect(happened).toContain(data['taskId'] as string);
    expect(happened).toContain('127.0.0.1');
    expect(happened + next).not.toMatch(/[{}]|undefined/);
  }
});

it('stopped in the middle of it, a job keeps task and upload, and another run has the result', async () => {
  cloud.simulator().set({ nextResult: { kind: 'not-json', times: 1e6 } });
  const from = marks();
  const first = start(recordings.small);
  await expect.poll(() => first.retries.at(-1)?.code).toBe('engine/task-unanswered');
  first.abort.abort(makeInterruption());
  expect(await first.ended).toMatchObject({ code: 'job/cancelled' });
  expect(first.kept()).toMatchObject({
    taskId: first.retries.at(-1)?.data['taskId'],
    uploadedKey: expect.any(String) as unknown,
  });
  expect(cloud.oss().objects()).toHaveLength(1);
  cloud.simulator().set({ nextResult: [] });
  expectResult(await start(recordings.small, first.kept()).ended);
  expect(calls('submit', from.api)).toBe(1);
  expect(actions(from.oss)).toEqual(['PutObject', 'GetObject', 'DeleteObject']);
  expectNothingLeft();
});

it('what the service itself refuses for good still ends it', async () => {
  cloud.simulator().set({ nextResult: { code: 'InvalidAccessKeyId.Inactive', httpStatus: 400 } });
  const run = start(recordings.small);
  expect(await run.ended).toMatchObject({ data: { vendorCode: 'InvalidAccessKeyId.Inactive' } });
  expect(run.kept()).toMatchObject({ taskId: expect.any(String) as unknown });
  cloud.simulator().set({ nextResult: [] });
  expectResult(await start(recordings.small, run.kept()).ended);
  expectNothingLeft();
});
