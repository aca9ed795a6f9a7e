import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Watch {
  stop(): Promise<void>;
  most(): number;
}

interface WatchModule {
  readonly watchMost: (read: () => Promise<number>, everyMs: number) => Watch;
}

const script = resolve(import.meta.dirname, '../../../scripts/bench/watch-most.mjs');
const { watchMost } = (await import(script)) as WatchModule;

it('ends after the reading that is under way, so that what is read may be closed', async () => {
  let isClosed = false;
  let answer = (): void => undefined;
  const watch = await new Promise<Watch>((fulfil) => {
    const begun = watchMost(async () => {
      await new Promise<void>((answered) => {
        answer = answered;
        fulfil(begun);
      });
      if (isClosed) throw new Error('the browser has closed');
      return 7;
    }, 1);
  });
  const closed = watch.stop().then(() => (isClosed = true));
  answer();
  await closed;
  expect(watch.most()).toBe(7);
});

it('tells of a reading that failed when it is asked, and not to nobody', async () => {
  const watch = await new Promise<Watch>((fulfil) => {
    const begun = watchMost(() => {
      fulfil(begun);
      return Promise.reject(new Error('no such process'));
    }, 1);
  });
  await watch.stop();
  expect(() => watch.most()).toThrow('no such process');
});
