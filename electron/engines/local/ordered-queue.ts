/**
 * Work that may finish in any order and is delivered in the order it was added. At most `limit`
 * results are outstanding, finished or not: whoever adds waits for room, which is what keeps
 * memory bounded.
 */
export class OrderedQueue<Item, Result> {
  readonly #limit: number;
  readonly #deliver: (item: Item, result: Result) => void;
  readonly #onFailure: (thrown: unknown) => void;
  readonly #outstanding: Item[] = [];
  readonly #waiters: (() => void)[] = [];
  #chain: Promise<void> = Promise.resolve();
  #failed = false;

  /**
   * @param deliver called for each result, in order
   * @param onFailure called once, with the first failure in order; nothing is delivered after it
   */
  constructor(
    limit: number,
    deliver: (item: Item, result: Result) => void,
    onFailure: (thrown: unknown) => void,
  ) {
    this.#limit = limit;
    this.#deliver = deliver;
    this.#onFailure = onFailure;
  }

  /** The earliest item not yet delivered. */
  get oldest(): Item | undefined {
    return this.#outstanding[0];
  }

  add(item: Item, work: Promise<Result>): void {
    this.#outstanding.push(item);
    // Its turn may come after it failed; until then nobody else would be listening.
    work.catch(() => undefined);
    this.#chain = this.#chain.then(async () => {
      try {
        const result = await work;
        if (!this.#failed) this.#deliver(item, result);
      } catch (thrown) {
        if (!this.#failed) {
          this.#failed = true;
          this.#onFailure(thrown);
        }
      }
      this.#outstanding.shift();
      for (const wake of this.#waiters.splice(0)) wake();
    });
  }

  /** Resolves when another item may be added. */
  async waitForRoom(): Promise<void> {
    while (this.#outstanding.length >= this.#limit) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
  }

  /** Resolves when everything added was delivered or a failure was reported. */
  async waitForAll(): Promise<void> {
    await this.#chain;
  }
}
