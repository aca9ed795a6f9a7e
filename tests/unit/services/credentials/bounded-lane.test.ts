import { describe, expect, it } from 'vitest';
import { createBoundedLane } from '../../../../electron/services/credentials/bounded-lane';

/** Work that ends when it is told to. */
function makeWork(): { readonly work: () => Promise<string>; end: (value: string) => void } {
  let end: (value: string) => void = () => undefined;
  const ended = new Promise<string>((fulfil) => (end = fulfil));
  return { work: () => ended, end: (value) => end(value) };
}

describe('a lane of bounded work', () => {
  it('does one piece after the other, also after one that failed', async () => {
    const run = createBoundedLane(60_000, 'late');
    const order: string[] = [];
    const first = makeWork();
    const pieces = [
      run(async () => order.push(`begun and ${await first.work()}`)),
      run(() => {
        order.push('failed');
        return Promise.reject(new Error('broken'));
      }),
      run(() => Promise.resolve(order.push('last'))),
    ];
    first.end('ended');
    await Promise.allSettled(pieces);
    expect(order).toEqual(['begun and ended', 'failed', 'last']);
  });

  it('[KC4] gives up what hangs, begins nothing while it does, and goes on when it has ended', async () => {
    const run = createBoundedLane(20, 'late');
    const hanging = makeWork();
    const begun: string[] = [];
    const second = (): Promise<number> => Promise.resolve(begun.push('second'));
    const waiting = [run(hanging.work), run(second)];
    expect(await Promise.allSettled(waiting)).toMatchObject([
      { status: 'rejected', reason: { message: 'late' } },
      { status: 'rejected', reason: { message: 'late' } },
    ]);
    await expect(run(second)).rejects.toThrow('late');
    hanging.end('at last');
    await hanging.work();
    // The turn of the one that was given up passes without it.
    await new Promise((fulfil) => setImmediate(fulfil));
    expect(begun).toEqual([]);
    expect(await run(second)).toBe(1);
  });
});
