import type { AudioSource } from '../engine';
import { untilCancelled } from './abort';
import { chunkSamples, cutBlocks, ringSamples } from './cut-blocks';
import type { TimedChunk } from './protocol';
import { runOrdered } from './run-ordered';
import { SampleRing } from './sample-ring';
import type { PlacingJob } from './unit-alignment';

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
  /** Called for each job in order, with its chunks' times in ms from the stretch's beginning. */
  readonly onPlaced: (chunks: readonly TimedChunk[]) => void;
}

/**
 * The second pass: reads the recording again and places each job's text on its stretch.
 * @throws StudioError `job/cancelled` promptly after `signal` aborts
 */
export async function alignStretches(options: AlignStretchesOptions): Promise<void> {
  const { audio, jobs, signal } = options;
  if (jobs.length === 0) return;
  const deliver = (_job: PlacingJob, chunks: readonly TimedChunk[]): void =>
    options.onPlaced(chunks);
  await runOrdered({ signal, workers: options.workers, deliver }, async (queue, stop) => {
    const ring = new SampleRing(ringSamples);
    let next = 0;
    for await (const chunk of cutBlocks(audio.read(stop), chunkSamples, stop)) {
      ring.append(chunk);
      for (let job = jobs[next]; job !== undefined; job = jobs[next]) {
        if (job.segment.endSample > ring.end) break;
        await untilCancelled(queue.waitForRoom(), stop);
        const samples = ring.slice(job.segment.beginSample, job.segment.endSample);
        queue.add(job, options.align(samples, job.chunks, stop));
        next += 1;
      }
      if (next === jobs.length) break;
      ring.discardBefore(jobs[next]!.segment.beginSample);
    }
  });
}
