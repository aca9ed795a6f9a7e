/** Runs tasks one after the other, in the order they were given; one that fails stops no other. */
export type SerialQueue = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Makes an empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}
