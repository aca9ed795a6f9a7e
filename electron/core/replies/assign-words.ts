/** What has a place in time on a channel. */
interface Timed {
  readonly beginMs: number;
  readonly endMs: number;
  readonly channel: number;
}

/**
 * For each sentence its words, out of a flat list [IS7]:
 * on each channel a word goes to the sentence that contains its midpoint, the one that began last
 * where several do; outside of all sentences, to one that it reaches into, else to none. Words come
 * in order of begin. Time grows with the lengths of the lists, but for the sorting.
 */
export function assignWords<Word extends Timed>(
  sentences: readonly Timed[],
  words: readonly Word[],
): ReadonlyMap<Timed, readonly Word[]> {
  const assigned = new Map<Timed, Word[]>(sentences.map((sentence) => [sentence, []]));
  const wordsByChannel = groupByChannel(words);
  for (const [channel, ownSentences] of groupByChannel(sentences)) {
    const sorted = ownSentences.toSorted((left, right) => left.beginMs - right.beginMs);
    const ownWords = wordsByChannel.get(channel) ?? [];
    const sweep = new Sweep(sorted);
    for (const word of ownWords.toSorted(byMiddle)) {
      const sentence = sweep.find(word.beginMs, word.endMs);
      if (sentence !== undefined) assigned.get(sentence)?.push(word);
    }
  }
  for (const own of assigned.values()) {
    own.sort((left, right) => left.beginMs - right.beginMs);
  }
  return assigned;
}

function groupByChannel<Item extends { readonly channel: number }>(
  items: readonly Item[],
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(item.channel);
    if (group === undefined) groups.set(item.channel, [item]);
    else group.push(item);
  }
  return groups;
}

interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

function byMiddle(left: Span, right: Span): number {
  return left.beginMs + left.endMs - (right.beginMs + right.endMs);
}

/** Goes through the sentences of one channel once, while the asked middles only grow. */
class Sweep {
  private readonly sorted: readonly Timed[];
  private nextIndex = 0;
  /** Sentences that have begun, the one that began last on top; passed ones go when seen. */
  private readonly open: Timed[] = [];
  private latestPassed: Timed | undefined;

  constructor(sorted: readonly Timed[]) {
    this.sorted = sorted;
  }

  find(beginMs: number, endMs: number): Timed | undefined {
    const middleMs = (beginMs + endMs) / 2;
    for (let next = this.next(); next !== undefined && next.beginMs <= middleMs;) {
      this.open.push(next);
      this.nextIndex++;
      next = this.next();
    }
    for (let top = this.open.at(-1); top !== undefined; top = this.open.at(-1)) {
      if (top.endMs >= middleMs) return top;
      this.open.pop();
      if (top.endMs > (this.latestPassed?.endMs ?? -1)) this.latestPassed = top;
    }
    if (this.latestPassed !== undefined && this.latestPassed.endMs > beginMs) {
      return this.latestPassed;
    }
    const next = this.next();
    return next !== undefined && next.beginMs < endMs ? next : undefined;
  }

  private next(): Timed | undefined {
    return this.sorted[this.nextIndex];
  }
}
