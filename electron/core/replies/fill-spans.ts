import { findLongestSpeakingMs } from './speaking-time';

/** A sentence whose begin or end may be missing. */
interface OpenSpan {
  readonly beginMs: number | undefined;
  readonly endMs: number | undefined;
  readonly channel: number;
  /** Whose length decides about its share of the time, and about the most it takes. */
  readonly text: string;
}

interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

export interface FillOptions {
  /** Length of the recording, where it is known. */
  readonly lengthMs: number | undefined;
  /** Whether a sentence may have all the time that there is, however long. */
  readonly isUnbounded?: boolean;
}

/**
 * Times for all, in the order given: a hole lies between what stands before and behind it on its
 * channel; several in a row share that time by the lengths of their texts, and each takes no longer
 * than a slow speaker does [IS17]. Times that are there stay as they are.
 */
export function fillSpans(spans: readonly OpenSpan[], options: FillOptions): readonly Span[] {
  const filled: Span[] = spans.map(() => ({ beginMs: 0, endMs: 0 }));
  const channels = new Map<number, number[]>();
  spans.forEach(({ channel }, index) => {
    const own = channels.get(channel);
    if (own === undefined) channels.set(channel, [index]);
    else own.push(index);
  });
  for (const indices of channels.values()) {
    const own = indices.map((index) => spans[index]!);
    fillChannel(own, options).forEach((span, place) => {
      filled[indices[place]!] = span;
    });
  }
  return filled;
}

function fillChannel(spans: readonly OpenSpan[], options: FillOptions): Span[] {
  const filled: Span[] = [];
  while (filled.length < spans.length) {
    const run = findRun(spans, filled.length);
    const next = spans[filled.length + run.length];
    filled.push(...fillRun(run, filled.at(-1), next?.beginMs ?? next?.endMs, options));
  }
  return filled;
}

/** From a sentence on, as many as are parted by no time at all. */
function findRun(spans: readonly OpenSpan[], begin: number): readonly OpenSpan[] {
  let end = begin + 1;
  while (spans[end]?.beginMs === undefined && spans[end - 1]!.endMs === undefined) {
    if (end >= spans.length) break;
    end++;
  }
  return spans.slice(begin, end);
}

function fillRun(
  run: readonly OpenSpan[],
  previous: Span | undefined,
  nextMs: number | undefined,
  { lengthMs, isUnbounded = false }: FillOptions,
): Span[] {
  const first = run[0]!;
  const last = run.at(-1)!;
  const boundMs = last.endMs ?? nextMs;
  const fromMs = first.beginMs ?? findFloorMs(previous, boundMs);
  const weights = run.map(({ text }) => findLongestSpeakingMs(text));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const toMs = [boundMs, nextMs === undefined ? lengthMs : undefined, fromMs + total].find(
    (timeMs) => timeMs !== undefined && timeMs >= fromMs,
  )!;
  let used = 0;
  const at = (weight: number): number => fromMs + Math.round(((toMs - fromMs) * weight) / total);
  return run.map(({ beginMs, endMs }, place) => {
    const weight = weights[place]!;
    const share = { beginMs: at(used), endMs: at(used + weight) };
    used += weight;
    const mostMs = isUnbounded ? Infinity : weight;
    if (endMs === undefined) {
      const begin = beginMs ?? share.beginMs;
      return { beginMs: begin, endMs: Math.min(share.endMs, begin + mostMs) };
    }
    const earliestMs = Math.max(0, endMs - mostMs, Math.min(share.beginMs, endMs));
    return { beginMs: beginMs ?? earliestMs, endMs };
  });
}

/**
 * When what stands before has ended; when it began, where it goes on for longer than the bound. In a
 * list that is out of order the bound says nothing.
 */
function findFloorMs(previous: Span | undefined, boundMs: number | undefined): number {
  if (previous === undefined) return 0;
  if (boundMs === undefined || previous.endMs <= boundMs) return previous.endMs;
  return previous.beginMs <= boundMs ? previous.beginMs : previous.endMs;
}
