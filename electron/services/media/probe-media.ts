import { z } from 'zod';
import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import { withTrack } from './audio-tracks';
import { checkMediaFile, unreadable } from './check-media-file';
import type { MediaTools } from './find-media-tools';
import type { ContainerFacts } from './containers/container-facts';
import { findFacts } from './containers/find-facts';
import { scanAhead } from './containers/inspect-container';
import { findRawSound, type RawSound } from './containers/raw-sound';
import { describeComplaint, inputArguments } from './media-input';
import { type MediaTimeline, timelineOf } from './media-timeline';
import { type MediaStream, optionalNumber, probedStream, toMediaStream } from './media-stream';
import { probeByDecoder } from './probe-by-decoder';
import { collectTool, describeEnd, type ToolEnd } from './run-tool';

export interface MediaInfo {
  readonly path: string;
  readonly sizeBytes: number;
  readonly container: { readonly name: string; readonly longName: string };
  /** End of the last stream, from the media element's zero; undefined where unknown. */
  readonly durationMs: number | undefined;
  /** Where the first stream begins, from the media element's zero. */
  readonly startOffsetMs: number;
  /** How the container's times relate to the media element's. */
  readonly timeline: MediaTimeline;
  readonly streams: readonly MediaStream[];
  /** The stream to hear; undefined where there is none, see {@link assertHasAudio}. */
  readonly audioStreamIndex: number | undefined;
  /** What the file itself says; its lengths are already among those above. */
  readonly facts?: ContainerFacts;
}

/** A file made to keep a demuxer busy must not keep the studio busy. */
const probeTimeoutMs = 60_000;
const probeMaximumBytes = 16_000_000;

const probeReply = z.object({
  format: z.object({
    format_name: z.string(),
    format_long_name: z.string().optional(),
    start_time: optionalNumber,
    duration: optionalNumber,
  }),
  streams: z.array(probedStream).default([]),
});
type ProbeReply = z.infer<typeof probeReply>;

/**
 * Reads what a media file holds. A file without sound is a good answer here: whoever needs sound
 * asks {@link assertHasAudio}.
 * @throws StudioError `media/not-found`, `media/not-a-file`, `media/empty`, `media/unreadable`
 *   (data: `path`, `reason`), `tool/ffmpeg-failed` (data: `path` of the recording, `reason`,
 *   `tool`, `toolPath`), `job/cancelled`
 */
export async function probeMedia(
  path: string,
  tools: MediaTools,
  signal?: AbortSignal,
): Promise<MediaInfo> {
  const sizeBytes = await checkMediaFile(path);
  const raw = await findRawSound(path);
  if (raw !== undefined) return describeRawSound(path, sizeBytes, raw);
  const ahead = scanAhead(path, signal);
  const output = await collectTool(
    tools.ffprobe.path,
    [...['-v', 'error', '-show_format', '-show_streams', '-of', 'json'], ...inputArguments(path)],
    { timeoutMs: probeTimeoutMs, maximumBytes: probeMaximumBytes, signal },
  );
  if (output.spawnError !== undefined) {
    throw toolFailed(path, tools, `it did not start: ${output.spawnError.message}`, {
      cause: output.spawnError,
    });
  }
  if (output.stopped !== undefined) {
    throw unreadable(path, `the file could not be read within its limit of ${output.stopped}`);
  }
  // A signal of ours was told above: this one says nothing about the recording.
  const reply =
    output.signal === undefined
      ? output.exitCode === 0
        ? parseReply(output.stdout)
        : undefined
      : await probeWithoutProbe(path, tools, output, signal);
  if (reply === undefined) {
    const reason = describeComplaint(output.stderrLines, path);
    throw unreadable(path, reason ?? 'ffprobe could not make sense of it');
  }
  const { format_name: formatName, duration } = reply.format;
  const stated = { formatName, statedMs: toMilliseconds(duration), ahead };
  const facts = await findFacts(path, stated, tools, signal);
  return correctInfo(toMediaInfo(path, sizeBytes, reply), facts);
}

/** What ffprobe, which believes the header, would say of a file whose header was right. */
function describeRawSound(path: string, sizeBytes: number, raw: RawSound): MediaInfo {
  const { container, samples, view, durationMs, statedMs } = raw;
  const sound = {
    ...{ index: 0, codec_type: 'audio', codec_name: `pcm_${samples.format}` },
    ...{ sample_rate: samples.rateHz, channels: samples.channels },
  };
  const reply = { format: { format_name: container }, streams: [sound] };
  return correctInfo(toMediaInfo(path, sizeBytes, reply), {
    view,
    durationMs,
    ...omitUndefined({ statedMs }),
  });
}

/** Where the container is wrong about its only sound, the file is right. */
function correctInfo(info: MediaInfo, facts: ContainerFacts): MediaInfo {
  if (Object.keys(facts).length === 0) return info;
  const { durationMs } = facts;
  if (facts.doesClockJump === true) {
    // What was stated is the way from the first to the last time, through all jumps.
    const untimed = info.streams.map(({ durationMs: _stated, ...stream }) => stream);
    return { ...info, durationMs, streams: untimed, facts };
  }
  if (durationMs === undefined) return { ...info, facts };
  const streams = info.streams.map((stream) =>
    stream.index === info.audioStreamIndex ? { ...stream, durationMs } : stream,
  );
  return { ...info, durationMs, streams, facts };
}

function toMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined || seconds <= 0 ? undefined : Math.round(seconds * 1000);
}

/**
 * Of an ffprobe that crashed, ffmpeg is asked instead.
 * @throws StudioError `tool/ffmpeg-failed`, `job/cancelled`
 */
async function probeWithoutProbe(
  path: string,
  tools: MediaTools,
  crash: ToolEnd,
  signal: AbortSignal | undefined,
): Promise<ProbeReply> {
  const limits = { timeoutMs: probeTimeoutMs, maximumBytes: probeMaximumBytes, signal };
  const { data } = probeReply.safeParse(await probeByDecoder(path, tools, limits));
  if (data === undefined || data.streams.length === 0) {
    throw toolFailed(path, tools, describeEnd(crash)!);
  }
  return data;
}

/**
 * The stream to hear.
 * @throws StudioError `media/no-audio`
 */
export function assertHasAudio(info: MediaInfo): MediaStream {
  const stream = info.streams.find((candidate) => candidate.index === info.audioStreamIndex);
  if (stream !== undefined) return stream;
  throw new StudioError('media/no-audio', `No audio stream in ${info.path}`, {
    data: { path: info.path, container: info.container.name },
  });
}

/** The stream to see: the first picture that moves; undefined where there is only sound. */
export function findVideoStream(info: MediaInfo): MediaStream | undefined {
  return info.streams.find(({ kind, isCoverArt }) => kind === 'video' && isCoverArt !== true);
}

function toolFailed(
  path: string,
  tools: MediaTools,
  reason: string,
  options: { readonly cause?: Error } = {},
): StudioError {
  return new StudioError('tool/ffmpeg-failed', `ffprobe failed on ${path}: ${reason}`, {
    data: { path, reason, tool: 'ffprobe', toolPath: tools.ffprobe.path },
    ...options,
  });
}

function parseReply(text: string): ProbeReply | undefined {
  try {
    return probeReply.parse(JSON.parse(text));
  } catch {
    // A reply cut short or without a format: the caller has ffprobe's own words for it.
    return undefined;
  }
}

function toMediaInfo(path: string, sizeBytes: number, reply: ProbeReply): MediaInfo {
  const { format } = reply;
  const timeline = timelineOf(format.format_name);
  const zeroSeconds = timeline === 'rebased' ? (format.start_time ?? 0) : 0;
  const streams = reply.streams.map((stream) =>
    toMediaStream(stream, format.format_name, zeroSeconds),
  );
  const timed = streams.filter(
    (stream) => (stream.kind === 'audio' || stream.kind === 'video') && stream.isCoverArt !== true,
  );
  const info: MediaInfo = {
    path,
    sizeBytes,
    container: { name: format.format_name, longName: format.format_long_name ?? '' },
    durationMs: findDurationMs(format.duration, timeline, timed),
    startOffsetMs:
      timed.length === 0 ? 0 : Math.min(...timed.map((stream) => stream.startOffsetMs)),
    timeline,
    streams,
    audioStreamIndex: undefined,
  };
  return withTrack(info, undefined);
}

/**
 * The container's length, or the end of its last stream where that is later: the length an MP4
 * states leaves out the silence before a late track.
 */
function findDurationMs(
  seconds: number | undefined,
  timeline: MediaTimeline,
  streams: readonly MediaStream[],
): number | undefined {
  const ends = streams
    .filter((stream) => timeline !== 'untimed' && stream.durationMs !== undefined)
    .map((stream) => stream.startOffsetMs + (stream.durationMs ?? 0));
  if (seconds !== undefined && seconds > 0) ends.push(Math.round(seconds * 1000));
  return ends.length === 0 ? undefined : Math.max(...ends);
}
