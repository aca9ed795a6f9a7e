import type { Steps } from '@core/steps';

/** So long the window may be kept from drawing and from hearing keys. */
const sliceMs = 12;

/** What a computation came to; undefined where it is not at its end yet. */
export type Outcome<Value> = { readonly value: Value } | undefined;

/** Makes steps of a computation for as long as nobody notices. */
export function runSlice<Value>(steps: Steps<Value>): Outcome<Value> {
  const endMs = performance.now() + sliceMs;
  do {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
  } while (performance.now() < endMs);
  return undefined;
}

/**
 * Makes the steps of a computation between frames of the window.
 * @param done is given what it came to; not called once it was left off
 * @returns leaves off
 */
export function runInSlices<Value>(steps: Steps<Value>, done: (value: Value) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    const outcome = runSlice(steps);
    if (outcome === undefined) timer = setTimeout(run);
    else done(outcome.value);
  };
  timer = setTimeout(run);
  return () => clearTimeout(timer);
}
