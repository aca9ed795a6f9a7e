/**
 * Runs work on each item in order, some at a time.
 * @param work must not reject
 */
export async function runSeveral<Item>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const worker = async (): Promise<void> => {
    // The iterator is shared, so that each item is taken once.
    for (const [index, item] of entries) await work(item, index);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
