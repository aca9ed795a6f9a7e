import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ErrorCode } from '@core/errors/error-codes';
import { type ErrorData, StudioError } from '@core/errors/studio-error';
import { computeBackOffMs, retry, type RetryNotice } from '../../../../electron/isi/client/retry';
import { waitByClock } from '../../../../electron/isi/client/wait';

async function run(
  code: ErrorCode,
  data: ErrorData,
  failures: number,
): Promise<{ outcome: unknown; notices: RetryNotice[]; waitsMs: number[] }> {
  const notices: RetryNotice[] = [];
  const waitsMs: number[] = [];
  const outcome: unknown = await retry(
    (attempt) =>
      attempt <= failures
        ? Promise.reject(new StudioError(code, `attempt ${attempt}`, { data }))
        : Promise.resolve(attempt),
    {
      signal: new AbortController().signal,
      random: () => 0,
      wait: (delayMs) => {
        waitsMs.push(delayMs);
        return Promise.resolve();
      },
      onRetry: (notice) => notices.push(notice),
    },
  ).catch((thrown: unknown) => thrown);
  return { outcome, notices, waitsMs };
}

describe('retry', () => {
  test.for<[ErrorCode, ErrorData]>([
    ['network/unreachable', {}],
    ['network/timed-out', {}],
    ['engine/failed', { isRetryable: true }],
    ['engine/throttled', {}],
  ])('%s %j passes', async ([code, data]) => {
    const { outcome, notices, waitsMs } = await run(code, data, 2);
    expect(outcome).toBe(3);
    expect(notices.map(({ attempts, delayMs }) => [attempts, delayMs])).toEqual([
      [1, 500],
      [2, 1000],
    ]);
    expect(waitsMs).toEqual([500, 1000]);
  });

  test('ends after four attempts with the last failure', async () => {
    const { outcome, notices } = await run('network/unreachable', {}, 99);
    expect(outcome).toMatchObject({ message: 'attempt 4' });
    expect(notices).toHaveLength(3);
  });

  test.for<[ErrorCode, ErrorData]>([
    ['network/tls', {}],
    ['network/proxy', {}],
    ['engine/failed', { isRetryable: false }],
    // The client has already repeated the request, with another token or another nonce.
    ['engine/unauthorised', { isRetryable: true, retry: 'refetch-token' }],
    ['engine/refused', { isRetryable: true, retry: 'sign-anew' }],
    ['job/cancelled', {}],
  ])('%s %j does not', async ([code, data]) => {
    const { outcome, notices } = await run(code, data, 1);
    expect(outcome).toMatchObject({ code });
    expect(notices).toEqual([]);
  });

  test.for([
    [7_000, [7_000]],
    // Never sooner than without.
    [0, [500]],
    [15 * 60_000, [15 * 60_000]],
  ] as const)('asked for a pause of %i ms, it waits %j ms', async ([retryAfterMs, waits]) => {
    const { outcome, waitsMs } = await run('engine/throttled', { retryAfterMs }, 1);
    expect(outcome).toBe(2);
    expect(waitsMs).toEqual(waits);
  });

  test('who is asked for a longer pause does not come back sooner: a person decides', async () => {
    const { outcome, waitsMs } = await run('engine/throttled', { retryAfterMs: 3_600_000 }, 1);
    expect(outcome).toMatchObject({ code: 'engine/throttled' });
    expect(waitsMs).toEqual([]);
  });

  test('the wait grows up to a minute, and half of it is chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (attempts, chance) => {
          const fullMs = Math.min(60_000, 1000 * 2 ** (attempts - 1));
          const delayMs = computeBackOffMs(attempts, chance);
          expect(delayMs).toBeGreaterThanOrEqual(fullMs / 2);
          expect(delayMs).toBeLessThanOrEqual(fullMs);
        },
      ),
    );
  });
});

test('a wait ends with its signal, before and in the middle', async () => {
  await expect(waitByClock(60_000, AbortSignal.abort())).rejects.toMatchObject({
    code: 'job/cancelled',
  });
  const controller = new AbortController();
  const waiting = waitByClock(60_000, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'job/cancelled' });
  await waitByClock(0, new AbortController().signal);
});
