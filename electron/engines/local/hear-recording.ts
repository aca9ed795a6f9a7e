import { setMaxListeners } from 'node:events';
import type { AudioSource } from '../engine';
import { throwIfCancelled, untilCancelled } from './abort';
import { OrderedQueue } from './ordered-queue';
import type { Recognised } from './protocol';
import { SampleRing } from './sample-ring';
import {
  frameSamples,
  SpeechSegmenter,
  type SpeechSegment,
  splitSegment,
  toMs,
} from './segmentation';

/** Sound per question to the detector: 2 s, a whole number of its frames. */
const chunkSamples = 64 * frameSamples;
/** 40 s: the longest segment, the gap after it, and the chunk being detected, with room to spare. */
const ringSamples = 40 * 16_000;
/** Segments waiting beyond those being recognised before reading stops. */
const waitingLimit = 3;

/** A stretch as it was recognised: a segment, or one half of a segment heard again. */
export interface Take {
  readonly segment: SpeechSegment;
  readonly reply: Recognised;
}

export interface HearingOptions {
  readonly audio: AudioSource;
  readonly signal: AbortSignal;
  readonly workers: number;
  readonly detect: (samples: Float32Array, signal: AbortSignal) => Promise<Float32Array>;
  readonly recognise: (samples: Float32Array, signal: AbortSignal) => Promise<Recognised>;
  /** Called for each take, in order of time. */
  readonly onTake: (take: Take) => void;
  /** Called as the earliest sound still to be delivered moves on; never goes back. */
  readonly onPosition: (positionMs: number) => void;
}

/**
 * Hears a whole recording: reads, finds speech, cuts it into segments and has them recognised, all
 * at once, with at most a few segments in memory.
 * @returns the length of the sound heard, in ms
 * @throws StudioError `job/cancelled` promptly after `signal` aborts, whatever the source does
 */
export async function hearRecording(options: HearingOptions): Promise<{ durationMs: number }> {
  throwIfCancelled(options.signal);
  const stop = new AbortController();
  // Each piece of work outstanding listens to it.
  setMaxListeners(0, stop.signal);
  const forward = (): void => stop.abort();
  options.signal.addEventListener('abort', forward, { once: true });
  let position = 0;
  const moveOn = (sample: number): void => {
    if (sample <= position) return;
    position = sample;
    options.onPosition(toMs(sample));
  };
  let failure: { readonly thrown: unknown } | undefined;
  const queue = new OrderedQueue<SpeechSegment, readonly Take[]>(
    options.workers + waitingLimit,
    (segment, takes) => {
      for (const take of takes) options.onTake(take);
      moveOn(segment.endSample);
    },
    (thrown) => {
      failure = { thrown };
      stop.abort();
    },
  );
  try {
    const sampleCount = await readSpeech(options, queue, moveOn, stop.signal);
    await untilCancelled(queue.waitForAll(), stop.signal);
    return { durationMs: toMs(sampleCount) };
  } catch (thrown) {
    throw failure !== undefined && !options.signal.aborted ? failure.thrown : thrown;
  } finally {
    options.signal.removeEventListener('abort', forward);
    // Ends reading, detecting and recognising alike, whatever made this call end.
    stop.abort();
  }
}

async function readSpeech(
  options: HearingOptions,
  queue: OrderedQueue<SpeechSegment, readonly Take[]>,
  moveOn: (sample: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const ring = new SampleRing(ringSamples);
  const segmenter = new SpeechSegmenter();
  const add = async (segments: readonly SpeechSegment[]): Promise<void> => {
    for (const segment of segments) {
      await untilCancelled(queue.waitForRoom(), signal);
      const samples = ring.slice(segment.beginSample, segment.endSample);
      queue.add(segment, recogniseSegment(segment, samples, options.recognise, signal));
    }
  };
  for await (const chunk of cutBlocks(options.audio.read(signal), chunkSamples, signal)) {
    ring.append(chunk);
    const probabilities = await options.detect(chunk, signal);
    await add(segmenter.push(probabilities));
    ring.discardBefore(segmenter.keepFromSample);
    moveOn(queue.oldest?.beginSample ?? segmenter.keepFromSample);
  }
  await add(segmenter.finish(ring.end));
  return ring.end;
}

/**
 * Recognises a segment; one on which the decoder ran in circles is heard once more in two halves,
 * which often ends the circle or keeps it to one of them.
 */
async function recogniseSegment(
  segment: SpeechSegment,
  samples: Float32Array,
  recognise: HearingOptions['recognise'],
  signal: AbortSignal,
): Promise<readonly Take[]> {
  const reply = await recognise(samples, signal);
  const halves = reply.outcome === 'ended' ? undefined : splitSegment(segment);
  if (halves === undefined) return [{ segment, reply }];
  const takes: Take[] = [];
  for (const half of halves) {
    const begin = half.beginSample - segment.beginSample;
    const part = samples.slice(begin, half.endSample - segment.beginSample);
    takes.push({ segment: half, reply: await recognise(part, signal) });
  }
  return takes;
}

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
