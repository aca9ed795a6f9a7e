import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Steps } from '@core/steps';
import { throwIfCancelled } from '../media/run-tool';

/**
 * Makes the steps of a long computation one by one; between two of them everybody else has a turn.
 * @throws StudioError `job/cancelled` between two steps
 */
export async function runInTurns<Value>(steps: Steps<Value>, signal?: AbortSignal): Promise<Value> {
  for (;;) {
    throwIfCancelled(signal);
    const { done, value } = steps.next();
    if (done === true) return value;
    await yieldToOthers();
  }
}
