import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderedQueue } from '../../../../electron/engines/local/ordered-queue';

describe('a queue of work', () => {
  it('delivers in the order of adding, whatever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 12 }), async (scheduler, size) => {
        const delivered: number[] = [];
        const queue = new OrderedQueue<number, number>(
          100,
          (item, result) => delivered.push(item, result),
          () => undefined,
        );
        for (let item = 0; item < size; item++) {
          queue.add(item, scheduler.schedule(Promise.resolve(item * 10)));
        }
        await scheduler.waitFor(queue.waitForAll());
        expect(delivered).toEqual(
          Array.from({ length: size }, (_, item) => [item, item * 10]).flat(),
        );
      }),
    );
  });

  it('has no room while as many as its limit are outstanding', async () => {
    const queue = new OrderedQueue<number, number>(
      2,
      () => undefined,
      () => undefined,
    );
    let finishFirst = (): void => undefined;
    queue.add(1, new Promise((resolve) => (finishFirst = () => resolve(1))));
    queue.add(2, Promise.resolve(2));
    let hasRoom = false;
    const room = queue.waitForRoom().then(() => (hasRoom = true));
    await Promise.resolve();
    expect(hasRoom).toBe(false);
    expect(queue.oldest).toBe(1);
    finishFirst();
    await room;
    await queue.waitForAll();
    expect(queue.oldest).toBeUndefined();
  });

  it('reports the first failure and delivers nothing after it', async () => {
    const delivered: number[] = [];
    const failures: unknown[] = [];
    const queue = new OrderedQueue<number, number>(
      10,
      (item) => delivered.push(item),
      (thrown) => failures.push(thrown),
    );
    queue.add(1, Promise.resolve(1));
    queue.add(2, Promise.reject(new Error('second')));
    queue.add(3, Promise.reject(new Error('third')));
    queue.add(4, Promise.resolve(4));
    await queue.waitForAll();
    expect(delivered).toEqual([1]);
    expect(failures).toEqual([new Error('second')]);
  });
});
