/** Reading on over so much sound is quicker than to start another decoder behind it. */
const nearMs = 20_000;

interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

/**
 * Items whose stretches one decoder reads in one go, in their order.
 * @param items in order of their begins
 */
export function groupNear<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span,
): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let endMs = -Infinity;
  for (const item of items) {
    const span = spanOf(item);
    const last = groups.at(-1);
    if (last !== undefined && span.beginMs - endMs <= nearMs) last.push(item);
    else groups.push([item]);
    endMs = Math.max(endMs, span.endMs);
  }
  return groups;
}
