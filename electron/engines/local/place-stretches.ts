import type { Word } from '@core/transcript/word';
import { type AudioSource, recognitionRateHz, type TextStretch } from '../engine';
import { untilCancelled } from './abort';
import { chunkSamples, cutBlocks, ringSamples } from './cut-blocks';
import { groupNear } from './group-near';
import { placeWords, spellWords } from './place-words';
import type { TimedChunk } from './protocol';
import { runOrdered } from './run-ordered';
import { SampleRing } from './sample-ring';

export interface PlaceStretchesOptions {
  readonly audio: AudioSource;
  readonly stretches: readonly TextStretch[];
  readonly signal: AbortSignal;
  readonly workers: number;
  readonly align: (
    samples: Float32Array,
    chunks: readonly string[],
    signal: AbortSignal,
  ) => Promise<readonly TimedChunk[]>;
  readonly onPlaced: (index: number, words: readonly Word[] | undefined) => void;
}

interface Job {
  readonly index: number;
  readonly stretch: TextStretch;
}

/**
 * Reads the stretches of a recording, and of the rest only what lies between two that are near, and
 * has the words of each placed.
 * @throws StudioError `job/cancelled` promptly after `signal` aborts
 */
export async function placeStretches(options: PlaceStretchesOptions): Promise<void> {
  const { audio, stretches, signal, workers, onPlaced } = options;
  const jobs = stretches.map((stretch, index) => ({ index, stretch }));
  const deliver = ({ index, stretch }: Job, chunks: readonly TimedChunk[]): void =>
    onPlaced(index, placeWords(stretch, chunks));
  await runOrdered({ signal, workers, deliver }, async (queue, stop) => {
    const add = async ({ index, stretch }: Job, ring: SampleRing): Promise<void> => {
      await untilCancelled(queue.waitForRoom(), stop);
      const begin = Math.min(toSample(stretch.beginMs), ring.end);
      const samples = ring.slice(begin, Math.min(toSample(stretch.endMs), ring.end));
      const texts = spellWords(stretch.words);
      // Beyond the end of the sound there is nothing to look in.
      const isHopeless = samples.length === 0 || texts.length === 0;
      queue.add(
        { index, stretch },
        isHopeless ? Promise.resolve([]) : options.align(samples, texts, stop),
      );
    };
    for (const group of groupNear(jobs, ({ stretch }) => stretch)) {
      const beginMs = audio.readFrom === undefined ? 0 : group[0]!.stretch.beginMs;
      const blocks = audio.readFrom?.(beginMs, stop) ?? audio.read(stop);
      const ring = new SampleRing(ringSamples, toSample(beginMs));
      let next = 0;
      for await (const chunk of cutBlocks(blocks, chunkSamples, stop)) {
        ring.append(chunk);
        for (let job = group[next]; job !== undefined; job = group[next]) {
          if (toSample(job.stretch.endMs) > ring.end) break;
          await add(job, ring);
          next += 1;
        }
        if (next === group.length) break;
        ring.discardBefore(toSample(group[next]!.stretch.beginMs));
      }
      for (const job of group.slice(next)) await add(job, ring);
    }
  });
}

function toSample(ms: number): number {
  return Math.round((ms * recognitionRateHz) / 1000);
}
