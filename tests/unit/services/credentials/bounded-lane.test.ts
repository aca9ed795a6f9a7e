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
    const run = createBoundedLane('late');
    const order: string[] = [];
    const first = makeWork();
    const pieces = [
      run(async () => order.push(`begun and ${await first.work()}`), 60_000),
      run(() => {
        order.push('failed');
        return Promise.reject(new Error('broken'));
      }, 60_000),
      run(() => Promise.resolve(order.push('last')), 60_000),
    ];
    first.end('ended');
    await Promise.allSettled(pieces);
    expect(order).toEqual(['begun and ended', 'failed', 'last']);
  });

  it('[KC4] gives up what hangs, begins nothing while it does, and goes on when it has ended', async () => {
    const run = createBoundedLane('late');
    const hanging = makeWork();
    const begun: string[] = [];
    const second = (): Promise<number> => Promise.resolve(begun.push('second'));
    const waiting = [run(hanging.work, 20), run(second, 20)];
    expect(await Promise.allSettled(waiting)).toMatchObject([
      { status: 'rejected', reason: { message: 'late' } },
      { status: 'rejected', reason: { message: 'late' } },
    ]);
    await expect(run(second, 20)).rejects.toThrow('late');
    hanging.end('at last');
    await hanging.work();
    // The turn of the one that was given up passes without it.
    await new Promise((fulfil) => setImmediate(fulfil));
    expect(begun).toEqual([]);
    expect(await run(second, 60_000)).toBe(1);
  });

  it('[KC4] keeps nobody longer than he would wait, whoever else waits for a person', async () => {
    const run = createBoundedLane('late');
    const asking = makeWork();
    const person = run(asking.work, 60_000);
    await expect(run(() => Promise.resolve('looked'), 20)).rejects.toThrow('late');
    asking.end('unlocked');
    expect(await person).toBe('unlocked');
    expect(await run(() => Promise.resolve('looked'), 60_000)).toBe('looked');
  });
});
