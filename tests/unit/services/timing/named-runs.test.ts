import { describe, expect, test } from 'vitest';
import { createNamedRuns } from '../../../../electron/services/timing/named-runs';

const untilAborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('ended')));

describe('work by a name', () => {
  test('ends where its name is cancelled, and no other', async () => {
    const { signal } = new AbortController();
    const runs = createNamedRuns();
    const one = runs.run('one', signal, untilAborted);
    let isOtherEnded = false;
    void runs.run('other', signal, untilAborted).then(() => (isOtherEnded = true));
    runs.cancel('none');
    runs.cancel('one');
    expect(await one).toBe('ended');
    expect(isOtherEnded).toBe(false);
    runs.cancel('one');
  });

  test('ends with the whole, named or not', async () => {
    const stop = new AbortController();
    const runs = createNamedRuns();
    const both = [
      runs.run('one', stop.signal, untilAborted),
      runs.run(undefined, stop.signal, untilAborted),
    ];
    stop.abort();
    expect(await Promise.all(both)).toEqual(['ended', 'ended']);
  });
});
