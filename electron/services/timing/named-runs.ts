/** Work that whoever asked for it can leave off by a name of their own. */
export interface NamedRuns {
  /** Does work that ends with a signal, or where its name is cancelled; without a name only the former. */
  run<Value>(
    name: string | undefined,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value>;
  /** Ends what is under way by a name; where nothing is, nothing happens. */
  cancel(name: string): void;
}

/** Keeps what is under way. */
export function createNamedRuns(): NamedRuns {
  const underWay = new Map<string, AbortController>();
  return {
    async run(name, signal, work) {
      if (name === undefined) return work(signal);
      const own = new AbortController();
      underWay.set(name, own);
      try {
        return await work(AbortSignal.any([signal, own.signal]));
      } finally {
        if (underWay.get(name) === own) underWay.delete(name);
      }
    },
    cancel: (name) => underWay.get(name)?.abort(),
  };
}
