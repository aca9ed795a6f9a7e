import { RunningGain } from '@core/sound/running-gain';
import type { AudioSource } from '../engine';
import { untilCancelled } from './abort';
import { chunkSamples, cutBlocks, ringSamples } from './cut-blocks';
import type { Span } from './map-segment';
import type { OrderedQueue } from './ordered-queue';
import type { Recognised } from './protocol';
import { runOrdered } from './run-ordered';
import { SampleRing } from './sample-ring';
import { type SpeechSegment, toMs } from './segmentation';
import { SpeechSegmenter } from './speech-segmenter';
import { splitSegment } from './split-segment';
import { SoundMeter } from './sound-meter';

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
  /** Segments up to it were recognised in an earlier run: they are passed over. */
  readonly fromSample?: number;
  /** Called for each segment, in order of time, with its takes. */
  readonly onSegment: (takes: readonly Take[], segment: SpeechSegment) => void;
  /** Called as the earliest sound still to be delivered moves on; never goes back. */
  readonly onPosition: (positionMs: number) => void;
}

export interface Heard {
  /** Length of the recording as it was decoded. */
  readonly durationMs: number;
  /** Where it has sound though no stretch of it is speech: music or noise. */
  readonly soundWithoutSpeech: Span | undefined;
  /** Where nothing was found because all its sound is too faint, though it moves as speech does. */
  readonly faintSound: Span | undefined;
}

/**
 * Hears a whole recording: reads, finds speech, cuts it into segments and has them recognised, all
 * at once, with at most a few segments in memory.
 * @throws StudioError `job/cancelled` promptly after `signal` aborts, whatever the source does
 */
export async function hearRecording(options: HearingOptions): Promise<Heard> {
  let position = 0;
  const moveOn = (sample: number): void => {
    if (sample <= position) return;
    position = sample;
    options.onPosition(toMs(sample));
  };
  const deliver = (segment: SpeechSegment, takes: readonly Take[]): void => {
    options.onSegment(takes, segment);
    moveOn(segment.endSample);
  };
  const { signal, workers } = options;
  return runOrdered({ signal, workers, deliver }, (queue, stop) =>
    readSpeech(options, queue, moveOn, stop),
  );
}

async function readSpeech(
  options: HearingOptions,
  queue: OrderedQueue<SpeechSegment, readonly Take[]>,
  moveOn: (sample: number) => void,
  signal: AbortSignal,
): Promise<Heard> {
  const ring = new SampleRing(ringSamples);
  const segmenter = new SpeechSegmenter();
  const meter = new SoundMeter();
  const gain = new RunningGain();
  let segmentCount = 0;
  const add = async (segments: readonly SpeechSegment[]): Promise<void> => {
    for (const segment of segments) {
      segmentCount += 1;
      if (segment.endSample <= (options.fromSample ?? 0)) continue;
      await untilCancelled(queue.waitForRoom(), signal);
      const samples = ring.slice(segment.beginSample, segment.endSample);
      queue.add(segment, recogniseSegment(segment, samples, options.recognise, signal));
    }
  };
  for await (const chunk of cutBlocks(options.audio.read(signal), chunkSamples, signal)) {
    ring.append(chunk);
    if (segmentCount === 0) meter.push(chunk);
    const probabilities = await options.detect(gain.apply(chunk), signal);
    await add(segmenter.push(probabilities));
    ring.discardBefore(segmenter.keepFromSample);
    moveOn(queue.oldest?.beginSample ?? segmenter.keepFromSample);
  }
  await add(segmenter.finish(ring.end));
  return {
    durationMs: toMs(ring.end),
    soundWithoutSpeech: segmentCount > 0 ? undefined : meter.span,
    faintSound: segmentCount > 0 ? undefined : meter.faintSpan,
  };
}

/** How often a segment is halved whose text repeats itself: to an eighth, 3 s of the longest. */
const mostHalvings = 3;
/** So much speech is not nothing. */
const emptySpeechMs = 2000;
/** Of speech that was nothing as a whole, parts less sure than this stay nothing. */
const leastSurePart = -0.3;

/**
 * Recognises a segment; one on which the decoder ran in circles is heard once more in two halves,
 * which often ends the circle or keeps it to one of them. So is one in which it stumbled over words
 * that were said again and again, or gave up at them: the fewer there are in one piece, the surer
 * it counts them.
 */
async function recogniseSegment(
  segment: SpeechSegment,
  samples: Float32Array,
  recognise: HearingOptions['recognise'],
  signal: AbortSignal,
  halvings = mostHalvings,
): Promise<readonly Take[]> {
  const reply = await recognise(samples, signal);
  const hasCircled = reply.outcome !== 'ended';
  const isDoubtful = reply.hasStumbled === true || isEmpty({ segment, reply });
  const halves = (hasCircled || isDoubtful) && halvings > 0 ? splitSegment(segment) : undefined;
  if (halves === undefined) return [{ segment, reply }];
  // A circle is cut in two and no further: most are of another language, which no cut makes English.
  const further = hasCircled ? 0 : halvings - 1;
  const takes: Take[] = [];
  for (const half of halves) {
    const begin = half.beginSample - segment.beginSample;
    const part = samples.slice(begin, half.endSample - segment.beginSample);
    takes.push(...(await recogniseSegment(half, part, recognise, signal, further)));
    if (!hasCircled && !takes.every(isSure)) return [{ segment, reply }];
  }
  return takes;
}

function isEmpty({ segment, reply }: Take): boolean {
  return reply.chunks.length === 0 && segment.speechMs > emptySpeechMs;
}

function isSure(take: Take): boolean {
  const { outcome, meanLogProbability } = take.reply;
  return outcome === 'ended' && meanLogProbability >= leastSurePart && !isEmpty(take);
}
