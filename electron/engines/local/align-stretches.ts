import { setMaxListeners } from 'node:events';
import type { AudioSource } from '../engine';
import { untilCancelled } from './abort';
import { cutBlocks } from './hear-recording';
import { OrderedQueue } from './ordered-queue';
import type { TimedChunk } from './protocol';
import { SampleRing } from './sample-ring';
import { frameSamples } from './segmentation';
import type { PlacingJob } from './unit-alignment';

const chunkSamples = 64 * frameSamples;
const ringSamples = 40 * 16_000;
const waitingLimit = 3;

export interface AlignStretchesOptions {
  readonly audio: AudioSource;
  /** In order of time. */
  readonly jobs: readonly PlacingJob[];
  readonly signal: AbortSignal;
  readonly workers: number;
  readonly align: (
    samples: Float32Array,
    chunks: readonly string[],
    signal: AbortSignal,
  ) => Promise<readonly TimedChunk[]>;
  /** Called with the share of the jobs that is done. */
  readonly onDone: (share: number) => void;
}

type Placed = readonly TimedChunk[] | undefined;

/**
 * The second pass: reads the recording again and places each job's text on its stretch.
 * @returns for each job its chunks' times in ms from the stretch's beginning
 * @throws StudioError `job/cancelled` promptly after `signal` aborts
 */
export async function alignStretches(options: AlignStretchesOptions): Promise<readonly Placed[]> {
  const { audio, jobs, signal } = options;
  if (jobs.length === 0) return [];
  const stop = new AbortController();
  // Each piece of work outstanding listens to it.
  setMaxListeners(0, stop.signal);
  const forward = (): void => stop.abort();
  signal.addEventListener('abort', forward, { once: true });
  if (signal.aborted) stop.abort();
  const placed: Placed[] = [];
  let failure: { readonly thrown: unknown } | undefined;
  const queue = new OrderedQueue<PlacingJob, Placed>(
    options.workers + waitingLimit,
    (_job, chunks) => {
      placed.push(chunks);
      options.onDone(placed.length / jobs.length);
    },
    (thrown) => {
      failure = { thrown };
      stop.abort();
    },
  );
  try {
    const ring = new SampleRing(ringSamples);
    let next = 0;
    for await (const chunk of cutBlocks(audio.read(stop.signal), chunkSamples, stop.signal)) {
      ring.append(chunk);
      for (let job = jobs[next]; job !== undefined; job = jobs[next]) {
        if (job.segment.endSample > ring.end) break;
        await untilCancelled(queue.waitForRoom(), stop.signal);
        const samples = ring.slice(job.segment.beginSample, job.segment.endSample);
        queue.add(job, options.align(samples, job.chunks, stop.signal));
        next += 1;
      }
      if (next === jobs.length) break;
      ring.discardBefore(jobs[next]!.segment.beginSample);
    }
    await untilCancelled(queue.waitForAll(), stop.signal);
    return placed;
  } catch (thrown) {
    throw failure !== undefined && !signal.aborted ? failure.thrown : thrown;
  } finally {
    signal.removeEventListener('abort', forward);
    stop.abort();
  }
}
