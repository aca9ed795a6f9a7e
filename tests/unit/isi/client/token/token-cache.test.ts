import { beforeEach, describe, expect, test } from 'vitest';
import { StudioError } from '@core/errors/studio-error';
import { createPastedTokenSource } from '../../../../../electron/isi/client/token/pasted-token-source';
import { createTokenCache } from '../../../../../electron/isi/client/token/token-cache';
import type {
  SpeechToken,
  TokenClient,
} from '../../../../../electron/isi/client/token/token-client';

const key = { accessKeyId: 'one', accessKeySecret: 'secret' };
const minuteMs = 60_000;
const never = (): AbortSignal => new AbortController().signal;

interface Asked {
  readonly accessKeyId: string;
  readonly signal: AbortSignal;
  readonly resolve: (token: SpeechToken) => void;
  readonly reject: (error: Error) => void;
}

let asked: Asked[];
let nowMs: number;
let client: TokenClient;
beforeEach(() => {
  asked = [];
  nowMs = 1_000_000;
  client = {
    createToken: ({ accessKeyId }, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ accessKeyId, signal, resolve, reject });
      }),
  };
});
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const now = (): number => nowMs;

describe('the cache of tokens, protocol §1.4', () => {
  test('asks once however many ask, and gives all the same', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const all = Promise.all([1, 2, 3].map(() => source.get(never())));
    await settle();
    expect(asked).toHaveLength(1);
    asked[0]!.resolve({ id: 'first', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await all).toEqual(['first', 'first', 'first']);
    expect(await source.get(never())).toBe('first');
    expect(asked).toHaveLength(1);
  });

  test('renews five minutes before the end', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const first = source.get(never());
    await settle();
    asked[0]!.resolve({ id: 'first', expiresAtMs: nowMs + 60 * minuteMs });
    await first;
    nowMs += 55 * minuteMs - 1;
    expect(await source.get(never())).toBe('first');
    nowMs += 1;
    const second = source.get(never());
    await settle();
    asked[1]!.resolve({ id: 'second', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await second).toBe('second');
  });

  test('who leaves does not take the request from those who stay', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const leaving = new AbortController();
    const left = source.get(leaving.signal);
    const stays = source.get(never());
    await settle();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(asked[0]!.signal.aborted).toBe(false);
    asked[0]!.resolve({ id: 'first', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await stays).toBe('first');
  });

  test('a request without askers is given up, and the next asker begins anew', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const leaving = new AbortController();
    const left = source.get(leaving.signal);
    await settle();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(asked[0]!.signal.aborted).toBe(true);
    const next = source.get(never());
    await settle();
    asked[0]!.resolve({ id: 'late', expiresAtMs: nowMs + 60 * minuteMs });
    asked[1]!.resolve({ id: 'next', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await next).toBe('next');
    expect(await source.get(never())).toBe('next');
  });

  test('an aborted asker starts nothing', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    await expect(source.get(AbortSignal.abort())).rejects.toMatchObject({ code: 'job/cancelled' });
    await settle();
    expect(asked).toEqual([]);
  });

  test('a failure reaches every asker and is not kept', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const both = Promise.allSettled([source.get(never()), source.get(never())]);
    await settle();
    asked[0]!.reject(new StudioError('network/unreachable', 'gone'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = source.get(never());
    await settle();
    asked[1]!.resolve({ id: 'next', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await next).toBe('next');
  });

  test('drop forgets that token and no newer one', async () => {
    const source = createTokenCache(client, now).forAccessKey(key);
    const first = source.get(never());
    await settle();
    asked[0]!.resolve({ id: 'first', expiresAtMs: nowMs + 60 * minuteMs });
    await first;
    source.drop('older');
    expect(await source.get(never())).toBe('first');
    source.drop('first');
    const second = source.get(never());
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]!.resolve({ id: 'second', expiresAtMs: nowMs + 60 * minuteMs });
    expect(await second).toBe('second');
  });

  test('keys do not share tokens, and a corrected secret is another key', async () => {
    const cache = createTokenCache(client, now);
    const all = [
      cache.forAccessKey(key).get(never()),
      cache.forAccessKey({ ...key, accessKeySecret: 'corrected' }).get(never()),
      cache.forAccessKey({ ...key, accessKeyId: 'two' }).get(never()),
    ];
    await settle();
    asked.forEach(({ resolve }, index) =>
      resolve({ id: `token ${index}`, expiresAtMs: nowMs + 60 * minuteMs }),
    );
    expect(await Promise.all(all)).toEqual(['token 0', 'token 1', 'token 2']);
  });
});

describe('a pasted token', () => {
  test('works until its end, to the millisecond', async () => {
    const source = createPastedTokenSource('pasted', 2_000_000, now);
    expect(await source.get(never())).toBe('pasted');
    nowMs = 2_000_000;
    await expect(source.get(never())).rejects.toMatchObject({
      code: 'engine/unauthorised',
      data: { reason: 'expired' },
    });
  });

  test('without an end works until it is refused', async () => {
    const source = createPastedTokenSource('pasted', undefined, now);
    nowMs = Number.MAX_SAFE_INTEGER;
    expect(await source.get(never())).toBe('pasted');
    source.drop('pasted');
    const error: unknown = await source.get(never()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'engine/unauthorised', data: { reason: 'refused' } });
    expect(JSON.stringify(error)).not.toContain('pasted"');
  });
});
