/**
 * Runs work that may never end: one piece at a time, each waited for its limit at most. While a
 * piece that was given up still hangs, no other is begun, so that never more than one thread of
 * Node's small pool is lost to it, and what is late cannot overtake what came after it.
 * @param lateMessage of the error for who waited in vain
 * @returns takes work and how long its caller waits, for his turn and for the work together, ms
 */
export function createBoundedLane(
  lateMessage: string,
): <Value>(work: () => Promise<Value>, limitMs: number) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  let isStuck = false;
  return async (work, limitMs) => {
    if (isStuck) throw new Error(lateMessage);
    let isGivenUp = false;
    let hasBegun = false;
    const done = last.then(() => {
      // Whoever asked was told that it failed, so it must not happen behind his back.
      if (isGivenUp) throw new Error(lateMessage);
      hasBegun = true;
      return work();
    });
    last = done.then(settle, settle);
    function settle(): void {
      if (hasBegun) isStuck = false;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        isGivenUp = true;
        isStuck ||= hasBegun;
        reject(new Error(lateMessage));
      }, limitMs);
    });
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
