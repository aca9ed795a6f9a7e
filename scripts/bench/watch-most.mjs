/**
 * Reads a figure again and again, one reading after the other, and keeps the largest.
 * @param read gives the figure
 */
export function watchMost(read, everyMs) {
  let most = 0;
  let problem;
  let reading;
  const timer = setInterval(() => {
    reading ??= read()
      .then((figure) => (most = Math.max(most, figure)))
      .catch((thrown) => (problem ??= thrown))
      .finally(() => (reading = undefined));
  }, everyMs);
  return {
    /** Ends after the reading that is under way, so that what is read may be closed then. */
    async stop() {
      clearInterval(timer);
      await reading;
    },
    /** The largest figure. @throws what a reading threw */
    most() {
      if (problem !== undefined) throw problem;
      return most;
    },
  };
}
