import { setMaxListeners } from 'node:events';
import { throwIfCancelled, untilCancelled } from './abort';
import { OrderedQueue } from './ordered-queue';

/** Pieces of work waiting beyond those the workers have before reading stops. */
const waitingLimit = 3;

export interface OrderedRun<Item, Result> {
  readonly signal: AbortSignal;
  readonly workers: number;
  /** Called for each result, in the order the work was added. */
  readonly deliver: (item: Item, result: Result) => void;
}

/**
 * Reads a recording and has parts of it worked on at the same time. `read` adds work to the queue
 * and listens to the signal it is given, which aborts with the caller's, at the first failure of
 * any work, and at the end: nothing goes on after this call, whatever made it end.
 * @returns what `read` gave, when all work was delivered
 * @throws StudioError `job/cancelled` promptly after the caller's signal aborts; else the first
 *   failure in order
 */
export async function runOrdered<Item, Result, Value>(
  { signal, workers, deliver }: OrderedRun<Item, Result>,
  read: (queue: OrderedQueue<Item, Result>, stop: AbortSignal) => Promise<Value>,
): Promise<Value> {
  throwIfCancelled(signal);
  const stop = new AbortController();
  // Each piece of work outstanding listens to it.
  setMaxListeners(0, stop.signal);
  const forward = (): void => stop.abort();
  signal.addEventListener('abort', forward, { once: true });
  let failure: { readonly thrown: unknown } | undefined;
  const queue = new OrderedQueue<Item, Result>(workers + waitingLimit, deliver, (thrown) => {
    failure = { thrown };
    stop.abort();
  });
  try {
    const value = await read(queue, stop.signal);
    await untilCancelled(queue.waitForAll(), stop.signal);
    return value;
  } catch (thrown) {
    throw failure !== undefined && !signal.aborted ? failure.thrown : thrown;
  } finally {
    signal.removeEventListener('abort', forward);
    stop.abort();
  }
}
