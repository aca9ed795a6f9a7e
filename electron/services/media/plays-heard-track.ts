import { nameTrack } from './audio-tracks';
import type { MediaInfo } from './probe-media';

/**
 * Codecs of sound that a media element of Chromium decodes. Of several tracks it plays the first of
 * these, whatever the file marks as the one to hear; there is no way to ask it for another one.
 */
const codecsOfElement =
  /^(?:aac|mp3|opus|vorbis|flac|pcm_(?:u8|[sf](?:16|24|32)[lb]e|mulaw|alaw))$/u;

/** Whether a media element plays the track that is heard; of a file with one track, it does. */
export function playsHeardTrack(info: MediaInfo): boolean {
  if (nameTrack(info) === undefined) return true;
  const played = info.streams.find(
    ({ kind, codec }) => kind === 'audio' && codecsOfElement.test(codec ?? ''),
  );
  return played !== undefined && played.index === info.audioStreamIndex;
}
