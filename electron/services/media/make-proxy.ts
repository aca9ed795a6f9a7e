import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PlaybackSubstitute } from '@contract/api';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { isThere } from '../files/is-there';
import { makePrivateFolder, reservePrivateFile } from '../files/private-files';
import { feedTool } from './feed-tool';
import type { MediaTools } from './find-media-tools';
import { describeComplaint } from './media-input';
import { createPartialPath, guardWriting, removeLeftovers } from './partial-files';
import {
  chooseCopyFormat,
  chooseProxySound,
  listCopyArguments,
  listProxyArguments,
  needsOwnDecoder,
} from './proxy-arguments';
import { findVideoStream, type MediaInfo } from './probe-media';
import { describeEnd, type RunningTool, startTool, throwIfCancelled } from './run-tool';
import { streamPcm } from './stream-pcm';

export interface ProxyRequest {
  readonly path: string;
  readonly info: MediaInfo;
  /** Of the content, from `readMediaIdentity`: the same recording has one proxy wherever it lies. */
  readonly identity: string;
  readonly folder: string;
}

type Way = PlaybackSubstitute['way'];

/** Where the proxy of a recording lies once it is made. */
function placeProxy({ info, identity, folder }: ProxyRequest, way: Way): string {
  const hasPicture = findVideoStream(info) !== undefined;
  if (way === 'encode') return join(folder, `${identity}.${hasPicture ? 'mp4' : 'm4a'}`);
  return join(folder, `${identity}.copy.${chooseCopyFormat(info).extension}`);
}

/** The proxy of a recording, if it was made before. */
export async function findProxy(
  request: ProxyRequest,
): Promise<{ readonly path: string; readonly way: Way } | undefined> {
  for (const way of ['encode', 'copy'] as const) {
    const path = placeProxy(request, way);
    if (await isThere(path)) return { path, way };
  }
  return undefined;
}

/**
 * Makes a copy of a recording that Chromium can play: H.264 and AAC in an MP4 that begins to play
 * before it is read whole, or AAC alone; of several tracks of sound the one that is heard. Every sound
 * and picture keeps its time on the media element's timeline. The copy gets its name when it is whole.
 *
 * @param way `copy`: sound and picture as they are, in a container that has an index
 * @param onProgress takes 0 to 1, where the length of the recording is known
 * @returns the path of the copy
 * @throws StudioError `media/proxy-failed` (data: `path`, `reason`), `cache/unwritable`,
 *   `job/cancelled`
 */
export async function makeProxy(
  request: ProxyRequest,
  way: Way,
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
  const finalPath = placeProxy(request, way);
  const isOwn = way === 'encode' && needsOwnDecoder(info);
  const list = way === 'copy' ? listCopyArguments : listProxyArguments;
  const proxyArguments = [...list(info, path), `file:${partialPath}`];
  await guardWriting(folder, () => reservePrivateFile(partialPath));
  const tool = startTool(tools.ffmpeg.path, proxyArguments, {
    inBackground: true,
    hasInput: isOwn,
  });
  signal.addEventListener('abort', tool.kill);
  const feeding = isOwn ? feedSound(request, tools, tool, signal) : undefined;
  try {
    for await (const line of createInterface({ input: tool.stdout })) {
      // Named ms in older versions and in microseconds all the same.
      const doneUs = /^out_time_(?:us|ms)=(\d+)/.exec(line)?.[1];
      if (doneUs === undefined || info.durationMs === undefined || info.durationMs === 0) continue;
      onProgress(Math.min(1, Number(doneUs) / 1000 / info.durationMs));
    }
    const end = await tool.ended;
    throwIfCancelled(signal);
    // What kept the sound from being read is why there is no copy.
    const unread = await feeding;
    if (unread !== undefined) throw proxyFailed(path, unread.message);
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

/**
 * Gives the tool the sound as everything else hears it, and ends the tool where there is none.
 * @returns what went wrong
 */
function feedSound(
  { path, info }: ProxyRequest,
  tools: MediaTools,
  tool: RunningTool,
  signal: AbortSignal,
): Promise<StudioError | undefined> {
  const format = chooseProxySound(info);
  return feedTool(tool, streamPcm({ path, info, tools, format }, signal)).then(
    () => undefined,
    (thrown: unknown) => {
      tool.kill();
      return toStudioError(thrown);
    },
  );
}

function proxyFailed(path: string, reason: string): StudioError {
  return new StudioError('media/proxy-failed', `no playable copy of ${path}: ${reason}`, {
    data: { path, reason },
  });
}
