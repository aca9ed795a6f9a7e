/**
 * A computation in small steps, so that whoever makes it can give others their turn in between, or
 * leave off. What it comes to is there when the last step is made.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Makes all steps at once. */
export function finishSteps<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does something with one item after the other, each in a step of its own. */
export function* inSteps<Item>(items: readonly Item[], act: (item: Item) => void): Steps<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0) yield;
    act(item);
  }
}
