import { findMediaTools, type MediaTools } from '../../electron/services/media/find-media-tools';

/**
 * The ffmpeg and ffprobe of the system, for tests whose matter are the media; the others work with
 * quicker ones (`useStandaloneTools`).
 */
export function findSystemTools(signal?: AbortSignal): Promise<MediaTools> {
  const { ZIMU_FFMPEG: _ffmpeg, ZIMU_FFPROBE: _ffprobe, ...environment } = process.env;
  return findMediaTools({ environment }, signal);
}
