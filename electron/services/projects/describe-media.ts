import { basename } from 'node:path';
import type { ProjectMedia } from '@core/project-file/project';
import type { MediaInfo } from '../media/probe-media';

/**
 * What a project keeps of its recording.
 * @param info what probing gave; a length it does not know is 0
 */
export function describeMedia(info: MediaInfo): ProjectMedia {
  const video = info.streams.find(
    ({ kind, isCoverArt }) => kind === 'video' && isCoverArt !== true,
  );
  return {
    path: info.path,
    name: basename(info.path),
    sizeBytes: info.sizeBytes,
    durationMs: Math.round(info.durationMs ?? 0),
    hasVideo: video !== undefined,
    ...(video?.frameRate === undefined ? {} : { frameRate: video.frameRate }),
  };
}
