import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import { type Decoding, type DecodeWarning, findReason, judgeDecoding } from './decode-warning';
import type { MediaTools } from './find-media-tools';
import { MatroskaReader } from './matroska-reader';
import { inputArguments } from './media-input';
import type { MediaStream } from './media-stream';
import { assertHasAudio, findVideoStream, type MediaInfo } from './probe-media';
import { startTool, throwIfCancelled } from './run-tool';
import { SampleTimeline } from './sample-timeline';

export interface PcmFormat {
  readonly rateHz: number;
  readonly channels: number;
  readonly sample: 'f32' | 's16';
}

export interface StreamPcmRequest {
  readonly path: string;
  readonly info: MediaInfo;
  readonly tools: MediaTools;
  readonly format: PcmFormat;
  readonly onWarning?: ((warning: DecodeWarning) => void) | undefined;
  /** Told at the end how much silence was laid into gaps between its sounds, in ms. */
  readonly onFilled?: ((filledMs: number) => void) | undefined;
  /** Only this channel of it, from 0; by default all, mixed into those of the format. */
  readonly channel?: number | undefined;
  /** The first sample is that of this time of the element's timeline; by default of its zero. */
  readonly beginMs?: number | undefined;
  /**
   * Whether blocks share one piece of memory, so that each is valid only until the next is asked for.
   * An hour of stereo is 635 MB: memory of its own for each block keeps the collector of garbage
   * busier than the decoder.
   */
  readonly isMemoryShared?: boolean | undefined;
}

const bytesPerSample = { f32: 4, s16: 2 } as const satisfies Record<PcmFormat['sample'], number>;
const codecNames = { f32: 'pcm_f32le', s16: 'pcm_s16le' } as const satisfies Record<
  PcmFormat['sample'],
  string
>;
/**
 * Decodes the audio of a file to interleaved PCM on the media element's timeline, in blocks of
 * whole frames, each at the beginning of memory of its own, so that it can be viewed as samples
 * without a copy. (Little-endian, as every platform of the product is.)
 *
 * ffmpeg writes into a pipe and waits while nobody reads it, so memory stays bounded. It is ended
 * when the signal aborts and when the reader stops early.
 *
 * @throws StudioError `media/no-audio`, `media/unreadable` where not a single sample came out,
 *   `tool/ffmpeg-failed` (data: `path` of the recording, `reason`, `tool`, `toolPath`),
 *   `job/cancelled`. A decoder that gives up or dies later is a warning: what
 *   was heard until then is used.
 */
export async function* streamPcm(
  request: StreamPcmRequest,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { path, info, format, beginMs = 0 } = request;
  const stream = assertHasAudio(info);
  throwIfCancelled(signal);
  const frameBytes = bytesPerSample[format.sample] * format.channels;
  const reader = new MatroskaReader();
  const timeline = new SampleTimeline({
    rateHz: format.rateHz,
    timeline: info.timeline,
    startOffsetMs: stream.startOffsetMs,
    durationMs: info.durationMs,
    beginMs,
  });
  const collector = new FrameCollector(frameBytes, request.isMemoryShared);
  let writtenFrames = 0;
  let filledFrames = 0;

  const tool = startTool(request.tools.ffmpeg.path, decodeArguments(request, stream), {
    inBackground: true,
  });
  signal.addEventListener('abort', tool.kill);
  try {
    for await (const chunk of tool.stdout as AsyncIterable<Buffer>) {
      throwIfCancelled(signal);
      for (const event of reader.push(chunk)) {
        if (event.kind === 'bytes') {
          collector.append(event.bytes);
          continue;
        }
        const position = writtenFrames + collector.frames;
        const silentFrames = timeline.silenceBefore(event.timestampMs, position);
        if (silentFrames === 0) continue;
        if (position > 0) filledFrames += silentFrames;
        const before = collector.take();
        if (before.length > 0) yield before;
        yield* silence(silentFrames, format.rateHz, frameBytes);
        writtenFrames = position + silentFrames;
      }
      writtenFrames += collector.frames;
      const block = collector.take();
      if (block.length > 0) yield block;
    }
    const end = await tool.ended;
    throwIfCancelled(signal);
    if (end.spawnError !== undefined) {
      throw decoderFailed(request, `it did not start: ${end.spawnError.message}`, end.spawnError);
    }
    // Whoever asks for what lies behind its end gets nothing, and no word that it is damaged.
    if (beginMs > 0) return;
    const toMs = (frames: number): number => (frames / format.rateHz) * 1000;
    const decoding: Decoding = {
      decodedMs: toMs(writtenFrames),
      filledMs: toMs(filledFrames),
      lines: tool.stderrLines(),
      end,
    };
    if (writtenFrames === 0) {
      const reason = findReason(path, decoding);
      throw end.signal === undefined ? noSamples(path, reason) : decoderFailed(request, reason!);
    }
    request.onFilled?.(decoding.filledMs);
    const warning = judgeDecoding(info, decoding);
    if (warning !== undefined) request.onWarning?.(warning);
  } catch (thrown) {
    // A pipe torn down by the kill fails in ways of its own; the reason is the abort.
    throwIfCancelled(signal);
    throw thrown;
  } finally {
    signal.removeEventListener('abort', tool.kill);
    tool.kill();
    // A reader that stopped early must find no process left behind when its loop has ended.
    tool.stdout.destroy();
    await tool.ended;
  }
}

function decodeArguments(request: StreamPcmRequest, stream: MediaStream): string[] {
  const { format, info, channel, beginMs = 0 } = request;
  const isKept = info.timeline === 'kept';
  const filters = [
    // Samples before zero are cut away by an edit list or are encoder delay. The muxer would
    // shift everything rather than write a negative time.
    ...(isKept ? ['atrim=start=0'] : []),
    ...(channel === undefined
      ? listMixFilters(stream, format.channels)
      : [`pan=mono|c0=c${String(channel)}`]),
  ];
  return [
    ...['-v', 'error', '-nostdin'],
    // Without it ffmpeg moves the earliest stream to zero. For rebased containers that is wanted,
    // and only then does ffmpeg mend the jumps of concatenated MPEG-TS.
    ...(isKept ? ['-copyts'] : []),
    // Decodes from the key frame before it and drops what comes too early.
    ...(beginMs > 0 ? ['-ss', (beginMs / 1000).toFixed(3)] : []),
    ...inputArguments(request.path, info.facts?.view),
    ...listSecondClock(info),
    ...['-map', `0:${stream.index}`, '-vn', '-sn', '-dn', '-map_metadata', '-1'],
    ...(filters.length === 0 ? [] : ['-af', filters.join(',')]),
    ...['-ac', String(format.channels), '-ar', String(format.rateHz)],
    ...['-c:a', codecNames[format.sample], '-f', 'matroska', '-live', '1', 'pipe:1'],
  ];
}

/**
 * Has ffmpeg look at the picture as well, without decoding it, where the clock may jump: it lays each
 * part behind the last thing before, and by the sound alone that would be too early, as sound often
 * ends before the picture does.
 */
function listSecondClock(info: MediaInfo): string[] {
  const picture = findVideoStream(info);
  if (info.facts?.doesClockJump !== true || picture === undefined) return [];
  return ['-map', `0:${picture.index}`, '-c:v', 'copy', '-f', 'null', '-'];
}

/** Whether its channels are for known places, so that ffmpeg can mix them. */
export function hasLoudspeakers({ channels = 0, channelLayout = 'unknown' }: MediaStream): boolean {
  return channels <= 2 || !/^(?:ambisonic|unknown|\d+ channels)/.test(channelLayout);
}

/** ffmpeg mixes by loudspeaker layout and stops where there is none (ambisonics, many inputs). */
function listMixFilters(stream: MediaStream, channels: number): string[] {
  const inputs = stream.channels ?? 0;
  const layout = stream.channelLayout ?? 'unknown';
  if (channels !== 1 || hasLoudspeakers(stream)) return [];
  // The first channel of ambisonics is the sound from all sides.
  if (layout.startsWith('ambisonic')) return ['pan=mono|c0=c0'];
  const terms = Array.from(
    { length: inputs },
    (_, index) => `${(1 / inputs).toFixed(6)}*c${index}`,
  );
  return [`pan=mono|c0=${terms.join('+')}`];
}

/** The error of a decoder that itself gave way, which says nothing about the recording. */
export function decoderFailed(
  { path, tools }: StreamPcmRequest,
  reason: string,
  cause?: Error,
): StudioError {
  return new StudioError('tool/ffmpeg-failed', `ffmpeg failed on ${path}: ${reason}`, {
    data: { path, reason, tool: 'ffmpeg', toolPath: tools.ffmpeg.path },
    ...omitUndefined({ cause }),
  });
}

function noSamples(path: string, complaint: string | undefined): StudioError {
  const reason = complaint ?? 'its audio stream holds no samples';
  return new StudioError('media/unreadable', `${path} cannot be decoded: ${reason}`, {
    data: { path, reason },
  });
}

function* silence(
  frames: number,
  framesPerBlock: number,
  frameBytes: number,
): Generator<Uint8Array<ArrayBuffer>> {
  for (let left = frames; left > 0; left -= framesPerBlock) {
    yield new Uint8Array(Math.min(left, framesPerBlock) * frameBytes);
  }
}

/** Puts pieces of any length together and gives whole frames; what is over waits for the next. */
export class FrameCollector {
  private readonly frameBytes: number;
  private readonly isMemoryShared: boolean;
  private buffer = allocate(0);
  private length = 0;
  /** What was over at the last {@link take}, to be put in front once its memory is free again. */
  private rest: Uint8Array | undefined;

  /** @param isMemoryShared whether what {@link take} gives is valid only until the next {@link append} */
  constructor(frameBytes: number, isMemoryShared = false) {
    this.frameBytes = frameBytes;
    this.isMemoryShared = isMemoryShared;
  }

  /** Whole frames that {@link take} would give now. */
  get frames(): number {
    return Math.floor(this.length / this.frameBytes);
  }

  append(bytes: Uint8Array): void {
    if (this.rest !== undefined) this.buffer.set(this.rest);
    this.rest = undefined;
    const needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      const grown = allocate(Math.max(needed, this.buffer.length * 2, 73_728));
      grown.set(this.buffer.subarray(0, this.length));
      this.buffer = grown;
    }
    this.buffer.set(bytes, this.length);
    this.length = needed;
  }

  /** All whole frames so far, not copied: every sample comes by here. */
  take(): Uint8Array<ArrayBuffer> {
    const wholeBytes = this.frames * this.frameBytes;
    if (wholeBytes === 0) return allocate(0);
    const whole = this.buffer.subarray(0, wholeBytes);
    const rest = this.buffer.slice(wholeBytes, this.length);
    if (this.isMemoryShared) this.rest = rest;
    else this.buffer = rest;
    this.length = rest.length;
    return whole;
  }
}

/** Memory of its own that begins at offset 0, not cleared as it is written at once. */
function allocate(bytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.allocUnsafeSlow(bytes).buffer);
}
