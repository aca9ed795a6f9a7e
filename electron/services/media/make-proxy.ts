import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { makePrivateFolder, reservePrivateFile } from '../files/private-files';
import type { MediaTools } from './find-media-tools';
import { describeComplaint, inputArguments } from './media-input';
import { createPartialPath, guardWriting, removeLeftovers } from './partial-files';
import { playsHeardTrack } from './plays-heard-track';
import { findVideoStream, type MediaInfo, type MediaStream } from './probe-media';
import { describeEnd, startTool, throwIfCancelled } from './run-tool';

export interface ProxyRequest {
  readonly path: string;
  readonly info: MediaInfo;
  /** Of the content, from `readMediaIdentity`: the same recording has one proxy wherever it lies. */
  readonly identity: string;
  readonly folder: string;
}

/** Wide enough to read faces and slides beside a text; wider ones cost time and space. */
const largestWidthPx = 1_280;

/** Of pictures that an MP4 can hold and a media element of Chromium plays. */
const codecsOfPicture: readonly string[] = ['h264', 'vp9', 'av1'];

/** Where the proxy of a recording lies once it is made. */
function placeProxy({ info, identity, folder }: ProxyRequest): string {
  const extension = findVideoStream(info) === undefined ? 'm4a' : 'mp4';
  return join(folder, `${identity}.${extension}`);
}

/** The proxy of a recording, if it was made before. */
export async function findProxy(request: ProxyRequest): Promise<string | undefined> {
  const path = placeProxy(request);
  return access(path).then(
    () => path,
    () => undefined,
  );
}

/**
 * Makes a copy of a recording that Chromium can play: H.264 and AAC in an MP4 that begins to play
 * before it is read whole, or AAC alone; of several tracks of sound it has the one that is heard. Every sound and picture keeps its time on the media
 * element's timeline. The copy gets its name when it is whole.
 *
 * @param onProgress takes 0 to 1, where the length of the recording is known
 * @returns the path of the copy
 * @throws StudioError `media/proxy-failed` (data: `path`, `reason`), `cache/unwritable`,
 *   `job/cancelled`
 */
export async function makeProxy(
  request: ProxyRequest,
  tools: MediaTools,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
): Promise<string> {
  const { folder, identity, info, path } = request;
  throwIfCancelled(signal);
  await guardWriting(folder, () => makePrivateFolder(folder));
  await guardWriting(folder, () => removeLeftovers(folder, identity));
  const partialPath = createPartialPath(folder, identity);
  const finalPath = placeProxy(request);
  const proxyArguments = [...listProxyArguments(info, path), `file:${partialPath}`];
  await guardWriting(folder, () => reservePrivateFile(partialPath));
  const tool = startTool(tools.ffmpeg.path, proxyArguments, { inBackground: true });
  signal.addEventListener('abort', tool.kill);
  try {
    for await (const line of createInterface({ input: tool.stdout })) {
      // Named ms in older versions and in microseconds all the same.
      const doneUs = /^out_time_(?:us|ms)=(\d+)/.exec(line)?.[1];
      if (doneUs === undefined || info.durationMs === undefined || info.durationMs === 0) continue;
      onProgress(Math.min(1, Number(doneUs) / 1000 / info.durationMs));
    }
    const end = await tool.ended;
    throwIfCancelled(signal);
    const failure = end.spawnError?.message ?? describeEnd(end);
    if (failure !== undefined) {
      const complaint =
        end.signal === undefined ? describeComplaint(tool.stderrLines(), path) : undefined;
      throw proxyFailed(path, complaint ?? failure);
    }
    await guardWriting(finalPath, () => rename(partialPath, finalPath));
    return finalPath;
  } catch (thrown) {
    throwIfCancelled(signal);
    throw toStudioError(thrown);
  } finally {
    signal.removeEventListener('abort', tool.kill);
    tool.kill();
    tool.stdout.destroy();
    await tool.ended;
    // Gone after a rename; what cannot be removed is found by the next one.
    await rm(partialPath, { force: true }).catch(() => undefined);
  }
}

/** What ffmpeg is told, without the output's name. */
function listProxyArguments(info: MediaInfo, path: string): string[] {
  const video = findVideoStream(info);
  return [
    ...['-v', 'error', '-nostdin', '-y', '-progress', 'pipe:1'],
    // As for decoding: without it ffmpeg moves the earliest stream to zero.
    ...(info.timeline === 'kept' ? ['-copyts'] : []),
    ...inputArguments(path),
    ...(video === undefined ? [] : listVideoArguments(info, video)),
    ...(info.audioStreamIndex === undefined ? [] : listAudioArguments(info.audioStreamIndex)),
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    // A stream that begins late would else fill the queue of the other.
    ...['-max_muxing_queue_size', '9999', '-movflags', '+faststart', '-f', 'mp4'],
  ];
}

function listVideoArguments(info: MediaInfo, video: MediaStream): string[] {
  const map = ['-map', `0:${video.index}`];
  if (canCopyPicture(info, video)) return [...map, '-c:v', 'copy'];
  return [
    ...map,
    // 4:2:0 needs even sides.
    ...['-vf', `scale='min(${largestWidthPx},trunc(iw/2)*2)':-2`, '-pix_fmt', 'yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23'],
    // Seeking goes to the key frame before; ten seconds apart, as by default, it stutters.
    ...['-force_key_frames', 'expr:gte(t,n_forced*2)'],
  ];
}

/** Of a recording of which only another track is to be played, the picture plays as it is. */
function canCopyPicture(info: MediaInfo, { codec = '', pixelFormat }: MediaStream): boolean {
  const isPlayable = codecsOfPicture.includes(codec) && pixelFormat === 'yuv420p';
  return !playsHeardTrack(info) && info.timeline === 'kept' && isPlayable;
}

function listAudioArguments(streamIndex: number): string[] {
  return [
    ...['-map', `0:${streamIndex}`],
    // Sound begins at zero, with silence where the recording has none yet or has a gap, and
    // without what lies before zero: an element then needs to know nothing of offsets.
    ...['-af', 'aresample=async=1:first_pts=0'],
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000'],
  ];
}

function proxyFailed(path: string, reason: string): StudioError {
  return new StudioError('media/proxy-failed', `no playable copy of ${path}: ${reason}`, {
    data: { path, reason },
  });
}
