import type { AudioSource } from '../../electron/engines/engine';

const rateHz = 16_000;

/** A source over samples in memory (16 kHz), given out in blocks of any size. */
export function sourceOf(samples: Float32Array, blockSamples = 5000): AudioSource {
  return {
    path: 'memory',
    durationMs: Math.round((samples.length * 1000) / rateHz),
    read: async function* (signal) {
      for (let at = 0; at < samples.length && !signal.aborted; at += blockSamples) {
        yield await Promise.resolve(samples.subarray(at, at + blockSamples));
      }
    },
  };
}

/** A source that gives `samples` and then never answers again, not even to its signal. */
export function stuckSource(samples: Float32Array): AudioSource {
  return {
    path: 'memory',
    durationMs: undefined,
    read: async function* () {
      yield samples;
      await new Promise(() => undefined);
    },
  };
}

/** Silence with a tone at each of the given stretches, in seconds. */
export function tonesAt(
  stretches: readonly (readonly [beginSeconds: number, endSeconds: number])[],
  lengthSeconds: number,
): Float32Array {
  const samples = new Float32Array(Math.round(lengthSeconds * rateHz));
  for (const [begin, end] of stretches) {
    for (let index = Math.round(begin * rateHz); index < Math.round(end * rateHz); index++) {
      samples[index] = 0.3 * Math.sin(index / 8) + 0.02;
    }
  }
  return samples;
}

/** A recording whose decoder fails before it gives any sound. */
export function failingSource(error: Error): AudioSource {
  return {
    path: 'broken',
    durationMs: 1000,
    read: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) }),
  };
}
