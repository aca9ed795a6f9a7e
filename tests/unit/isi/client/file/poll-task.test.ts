import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '@core/errors/error-codes';
import { type ErrorData, StudioError } from '@core/errors/studio-error';
import type { FileTaskReport } from '../../../../../electron/isi/client/file/file-client';
import {
  classifyFileReply,
  type FileReply,
  mayResubmit,
} from '../../../../../electron/isi/client/file/file-reply';
import { findLinkProblem } from '../../../../../electron/isi/client/file/check-file-link';
import {
  computePollDelayMs,
  type PollOptions,
  pollTask,
} from '../../../../../electron/isi/client/file/poll-task';

function report(reply: FileReply): FileTaskReport {
  return { state: classifyFileReply(reply) ?? 'failed', text: JSON.stringify(reply), reply };
}
const running = report({ StatusCode: 21050001, StatusText: 'RUNNING' });
const done = report({ StatusCode: 21050000, StatusText: 'SUCCESS' });
const unreachable = new StudioError('network/unreachable', 'gone');
const throttled = new StudioError('engine/failed', 'slow', {
  data: { vendorCode: 'Throttling.User', isRetryable: false },
});

/** Polls through a script of answers and gives the waits between them. */
async function run(
  script: readonly (FileTaskReport | Error)[],
  parts: Partial<PollOptions> = {},
): Promise<{ outcome: unknown; waitsMs: number[]; noticed: string[] }> {
  const waitsMs: number[] = [];
  const noticed: string[] = [];
  let at = 0;
  const outcome: unknown = await pollTask({
    client: {
      query: () => {
        const next = script[at++];
        if (next === undefined) throw new Error('asked too often');
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    },
    taskId: 'task',
    signal: new AbortController().signal,
    wait: (delayMs) => {
      waitsMs.push(delayMs);
      return Promise.resolve();
    },
    random: () => 0.5,
    onReport: ({ state }) => noticed.push(state),
    onRetry: ({ error, attempts }) => noticed.push(`${error.code} ${attempts}`),
    ...parts,
  }).catch((thrown: unknown) => thrown);
  return { outcome, waitsMs, noticed };
}

describe('polling, protocol §3.3', () => {
  test('starts quick and slows down', async () => {
    const { outcome, waitsMs } = await run([...Array<FileTaskReport>(6).fill(running), done]);
    expect(outcome).toBe(done);
    expect(waitsMs).toEqual([1500, 2000, 3000, 5000, 10_000, 15_000, 30_000]);
  });

  test('never asks twice within a second, whatever chance and faults say', async () => {
    const answer = fc.constantFrom(running, unreachable, throttled);
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { maxLength: 10 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (script, chance) => {
          const { waitsMs } = await run([...script, done], { random: () => chance });
          expect(Math.min(...waitsMs)).toBeGreaterThanOrEqual(1100);
        },
      ),
    );
    expect(computePollDelayMs(0, 0)).toBe(1350);
    expect(computePollDelayMs(99, 0.999)).toBeLessThanOrEqual(33_000);
  });

  test('bears faults, shows them, and begins to count anew after an answer', async () => {
    const { outcome, noticed, waitsMs } = await run(
      [unreachable, throttled, running, unreachable, unreachable, done],
      { lifeMs: 60_000 },
    );
    expect(outcome).toBe(done);
    expect(noticed).toEqual([
      'network/unreachable 1',
      'engine/failed 2',
      'running',
      'network/unreachable 1',
      'network/unreachable 2',
      'succeeded',
    ]);
    expect(waitsMs[2]).toBeGreaterThanOrEqual(waitsMs[1]!);
  });

  test('bears the network for as long as the task lives, and names the task then', async () => {
    const { outcome, waitsMs, noticed } = await run(Array<Error>(9_999).fill(unreachable));
    expect(outcome).toMatchObject({ code: 'network/unreachable', data: { taskId: 'task' } });
    const livedMs = waitsMs.reduce((sum, waitMs) => sum + waitMs, 0);
    expect(livedMs).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect(livedMs).toBeLessThan(72 * 3_600_000 + 60_000);
    expect(noticed).toHaveLength(waitsMs.length - 1);
  });

  test.for<[ErrorCode, ErrorData]>([
    ['network/unreachable', {}],
    ['network/timed-out', {}],
    ['network/tls', {}],
    ['network/proxy', { reason: 'login' }],
    ['engine/reply-unreadable', { reason: 'web-page', isRetryable: false }],
    ['engine/failed', { isRetryable: true }],
    ['engine/throttled', {}],
    ['engine/refused', { isRetryable: true, retry: 'sign-anew' }],
    // Something else that speaks JSON: no code of the vendor, no id of a request.
    ['engine/failed', { entry: 'family/unknown', vendorCode: 'LOGIN', isRetryable: false }],
  ])('%s %j says nothing of the task: it is asked again', async ([code, data]) => {
    const strange = new StudioError(code, 'strange', { data });
    const { outcome } = await run([running, ...Array<Error>(40).fill(strange), done]);
    expect(outcome).toBe(done);
  });

  test.for<[ErrorCode, ErrorData]>([
    ['engine/forbidden', {}],
    ['engine/unauthorised', { entry: 'pop/SignatureDoesNotMatch', requestId: 'r' }],
    ['engine/refused', { entry: 'family/client', requestId: 'r' }],
    ['engine/clock-skewed', { minutes: 20 }],
  ])('%s %j is the service’s own word: it is final', async ([code, data]) => {
    const refusal = new StudioError(code, 'no', { data });
    expect((await run([refusal, done])).outcome).toBe(refusal);
  });

  test('says how long there was no answer, and begins to count anew after one', async () => {
    const unansweredMs: number[] = [];
    await run([unreachable, unreachable, unreachable, running, unreachable, done], {
      onRetry: (notice) => unansweredMs.push(notice.unansweredMs),
    });
    expect(unansweredMs).toEqual([0, 1_500, 4_500, 0]);
  });

  test.for([
    [20_000, 20_000],
    // Longer than that nobody knows who asks.
    [9_999_000_000, 3_600_000],
    // Never sooner than without.
    [0, 1_500],
  ])('asked for a pause of %i ms, it waits %i ms', async ([retryAfterMs, waitMs]) => {
    const busy = new StudioError('engine/throttled', 'busy', {
      data: { retryAfterMs: retryAfterMs! },
    });
    expect((await run([busy, done])).waitsMs[1]).toBe(waitMs);
  });

  test('backs off when throttled', async () => {
    const { waitsMs } = await run([...Array<Error>(7).fill(throttled), done]);
    expect(waitsMs).toEqual([1500, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
  });

  test('a failed task ends with its number and text', async () => {
    const { outcome } = await run([
      report({ StatusCode: '41050002', StatusText: 'FILE_DOWNLOAD_FAILED', TaskId: 't' }),
    ]);
    expect(outcome).toMatchObject({
      data: { vendorCode: '41050002', vendorText: 'FILE_DOWNLOAD_FAILED', taskId: 't' },
    });
  });

  test('ends when cancelled in a wait', async () => {
    const cancelled = new StudioError('job/cancelled', 'stop');
    expect((await run([running], { wait: () => Promise.reject(cancelled) })).outcome).toBe(
      cancelled,
    );
  });
});

test.for([
  [{ StatusCode: 21050000, StatusText: 'SUCCESS' }, 'succeeded'],
  [{ StatusCode: '21050000' }, 'succeeded'],
  [{ StatusText: 'SUCCEED' }, 'succeeded'],
  [{ StatusCode: 21050001, StatusText: 'RUNNING' }, 'running'],
  [{ StatusCode: 21050002, StatusText: 'QUEUEING' }, 'queueing'],
  [{ StatusCode: 21059999, StatusText: 'QUEUEING' }, 'queueing'],
  [{ StatusCode: 21059999, StatusText: 'NEW' }, 'failed'],
  [{ StatusCode: 21050003, StatusText: 'SUCCESS_WITH_NO_VALID_FRAGMENT' }, 'empty'],
  [{ StatusCode: 41050029, StatusText: 'ASR_RESPONSE_HAVE_HO_WORDS' }, 'empty'],
  [{ StatusCode: 1, StatusText: 'ASR_RESPONSE_HAVE_NO_WORDS' }, 'empty'],
  [{ StatusCode: 'ASR_RESPONSE_HAVE_NO_WORDS' }, 'empty'],
  [{ StatusCode: 41050002, StatusText: 'RUNNING' }, 'failed'],
  [{ StatusText: 'REQUEST_INVALID_TASK_ID' }, 'failed'],
  // Of something else that speaks JSON.
  [{ StatusCode: 401, StatusText: 'Unauthorized' }, undefined],
  [{ StatusText: 'login' }, undefined],
  [{}, undefined],
] as const)('%j is %s', ([reply, state]) => expect(classifyFileReply(reply)).toBe(state));

test('only the fault of the service is worth a new task', () => {
  expect(mayResubmit({ StatusCode: 51050001 })).toBe(true);
  expect(mayResubmit({ StatusCode: '50000000' })).toBe(true);
  expect(mayResubmit({ StatusCode: 41050002 })).toBe(false);
});

test.for([
  ['https://bucket.oss-cn-shanghai.aliyuncs.com/a.wav?Signature=a%2Bb', undefined],
  ['http://localhost:8080/a.wav', undefined],
  ['ftp://host/a.wav', 'not-http'],
  ['a.wav', 'not-a-url'],
  ['http://192.168.0.1/a.wav', 'ip-address'],
  ['http://0x7f.1/a.wav', 'ip-address'],
  ['http://[::1]/a.wav', 'ip-address'],
  ['https://host/a b.wav', 'blanks'],
] as const)('the address %s: %s', ([link, problem]) => expect(findLinkProblem(link)).toBe(problem));
