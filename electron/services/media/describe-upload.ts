import type { UploadSource } from '@isi/plan-upload';
import { assertHasAudio, findVideoStream, type MediaInfo } from './probe-media';

/**
 * What services that take files must know of one.
 * @throws StudioError `media/no-audio`
 */
export function describeUpload(info: MediaInfo): UploadSource {
  const { codec = '', startOffsetMs, rateHz, channels } = assertHasAudio(info);
  return {
    sizeBytes: info.sizeBytes,
    durationMs: info.durationMs,
    containerName: info.container.name,
    codecName: codec,
    sampleRateHz: rateHz,
    channelCount: channels,
    hasVideo: findVideoStream(info) !== undefined,
    hasSeveralTracks: info.streams.filter(({ kind }) => kind === 'audio').length > 1,
    beginsAtZero: startOffsetMs === 0,
    hasRightHeader: info.facts?.view === undefined,
  };
}
