import type { Edit } from '@core/edits/edit';
import type { Sentence } from '@core/transcript/sentence';
import type { Edge, StageTarget } from '@core/waveform/find-target';

export type EdgeTarget = Extract<StageTarget, { readonly kind: 'sentenceEdge' | 'wordEdge' }>;

const leastSentenceMs = 50;
const leastWordMs = 10;

export interface DragLimits {
  readonly durationMs: number;
  /** Times that an edge likes to stand at, such as those of neighbours. */
  readonly snapMs: readonly number[];
  /** How near it must come. */
  readonly reachMs: number;
}

/**
 * The edit that brings an edge to a time, as near as it may go: nothing ends before it begins or
 * outside of the recording.
 *
 * @param timeMs where the pointer is
 */
export function dragEdge(target: EdgeTarget, timeMs: number, limits: DragLimits): Edit {
  const wanted = Math.round(snap(timeMs, limits));
  if (target.kind === 'sentenceEdge') {
    const { sentence, edge } = target;
    const times = moveEdge(sentence, edge, wanted, leastSentenceMs, limits.durationMs);
    return { kind: 'setTimes', sentenceId: sentence.id, ...times };
  }
  const { sentence, wordIndex, edge } = target;
  const word = sentence.words[wordIndex]!;
  const times = moveEdge(word, edge, wanted, leastWordMs, limits.durationMs);
  return { kind: 'setWordTimes', sentenceId: sentence.id, wordIndex, ...times };
}

interface Times {
  readonly beginMs: number;
  readonly endMs: number;
}

function moveEdge(
  { beginMs, endMs }: Times,
  edge: Edge,
  wanted: number,
  leastMs: number,
  durationMs: number,
): Times {
  return edge === 'begin'
    ? { beginMs: Math.max(0, Math.min(wanted, endMs - leastMs)), endMs }
    : { beginMs, endMs: Math.min(durationMs, Math.max(wanted, beginMs + leastMs)) };
}

function snap(timeMs: number, { snapMs, reachMs }: DragLimits): number {
  let best = timeMs;
  let distance = reachMs;
  for (const candidate of snapMs) {
    if (Math.abs(candidate - timeMs) <= distance) {
      best = candidate;
      distance = Math.abs(candidate - timeMs);
    }
  }
  return best;
}

/** Where an edge likes to stand: at the edges of the sentences around it, and at the playhead. */
export function listSnapTimes(
  target: EdgeTarget,
  sentences: readonly Sentence[],
  positionMs: number,
): number[] {
  const times = [positionMs];
  if (target.kind === 'wordEdge') {
    const { sentence, wordIndex } = target;
    const before = sentence.words[wordIndex - 1];
    const after = sentence.words[wordIndex + 1];
    times.push(sentence.beginMs, sentence.endMs);
    if (before !== undefined) times.push(before.endMs);
    if (after !== undefined) times.push(after.beginMs);
    return times;
  }
  const at = sentences.findIndex(({ id }) => id === target.sentence.id);
  for (const neighbour of [sentences[at - 1], sentences[at + 1]]) {
    if (neighbour !== undefined) times.push(neighbour.beginMs, neighbour.endMs);
  }
  const { words } = target.sentence;
  const first = words[0];
  const last = words.at(-1);
  if (first !== undefined && last !== undefined) times.push(first.beginMs, last.endMs);
  return times;
}
