/** How long a cancelled upload may take to clean up after itself, ms. */
const longestCleanUpMs = 15_000;

/** Does what can be done in a short time. That it failed must not hide why it was needed. */
export async function cleanUp(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  await work(AbortSignal.timeout(longestCleanUpMs)).catch(() => undefined);
}
