import { recognitionRateHz } from '../engine';
import { untilCancelled } from './abort';
import { frameSamples } from './segmentation';

/** Sound read at a time: 2 s, a whole number of the detector's frames. */
export const chunkSamples = 64 * frameSamples;
/** 40 s: the longest segment, the gap after it, and the chunk being detected, with room to spare. */
export const ringSamples = 40 * recognitionRateHz;

/**
 * Cuts blocks of any size into chunks of one size; the last may be shorter. Stops at once when the
 * signal aborts, even if the source does not answer.
 */
export async function* cutBlocks(
  blocks: AsyncIterable<Float32Array>,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Float32Array> {
  const iterator = blocks[Symbol.asyncIterator]();
  let chunk = new Float32Array(size);
  let filled = 0;
  let ended = false;
  try {
    for (;;) {
      const next = await untilCancelled(iterator.next(), signal);
      if (next.done === true) {
        ended = true;
        break;
      }
      for (let taken = 0; taken < next.value.length;) {
        const part = next.value.subarray(taken, taken + size - filled);
        chunk.set(part, filled);
        filled += part.length;
        taken += part.length;
        if (filled < size) continue;
        yield chunk;
        chunk = new Float32Array(size);
        filled = 0;
      }
    }
    if (filled > 0) yield chunk.subarray(0, filled);
  } finally {
    // A source that never answers must not hold up the end; its own signal has aborted.
    if (!ended) void iterator.return?.().catch(() => undefined);
  }
}
