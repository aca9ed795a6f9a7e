import { describe, expect, it } from 'vitest';
import { runSeveral } from '../../../electron/cli/run-several';

describe('runSeveral', () => {
  it('takes each item once, in order, no more at a time than asked', async () => {
    const order: number[] = [];
    let running = 0;
    let most = 0;
    await runSeveral([10, 11, 12, 13, 14], 2, async (item, index) => {
      expect(item).toBe(10 + index);
      order.push(index);
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
    });
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('does nothing without items', async () => {
    await expect(runSeveral([], 2, () => Promise.reject(new Error('never')))).resolves.toBe(
      undefined,
    );
  });
});
