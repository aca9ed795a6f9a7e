import type { PlaybackSubstitute } from '@contract/api';
import { nameTrack } from './audio-tracks';
import type { MediaStream } from './media-stream';
import { findVideoStream, type MediaInfo } from './probe-media';

/**
 * Codecs of sound that Chromium decodes, by ffmpeg's names. The picture beside any other one plays in
 * silence, without a word. Of pictures there is no list: what is decoded depends on the computer, and
 * an element says by itself that it shows none.
 *
 * Found by playing made files, see `npm run codecs`.
 */
const heardCodecs = new Set([
  ...['aac', 'mp3', 'flac', 'opus', 'vorbis', 'pcm_u8', 'pcm_s16le', 'pcm_s24le', 'pcm_s32le'],
  ...['pcm_f32le', 'pcm_s16be', 'pcm_s24be', 'pcm_alaw', 'pcm_mulaw'],
]);

/**
 * Containers in which Chromium seeks beside the place, though all of it is well: pages of Ogg say
 * where they end, and Vorbis is heard up to 0.3 s early or late, FLAC half of that.
 */
const unsteady: readonly { readonly container: string; readonly codec: string }[] = [
  { container: 'ogg', codec: 'vorbis' },
  { container: 'ogg', codec: 'flac' },
];

/**
 * What is played instead of a recording, decided before it is played; undefined where a media element
 * may try. What fails there all the same, the window asks for with its reason.
 */
export function planPlayback(info: MediaInfo): PlaybackSubstitute | undefined {
  const sound = info.streams.find(({ index }) => index === info.audioStreamIndex);
  if (sound === undefined) return undefined;
  const isHeard = heardCodecs.has(sound.codec ?? '');
  if (!playsHeardTrack(info)) {
    const canCopy = isHeard && info.timeline === 'kept';
    return { reason: 'track', way: canCopy ? 'copy' : 'encode' };
  }
  if (!isHeard && findVideoStream(info) !== undefined) return { reason: 'sound', way: 'encode' };
  const way = info.facts?.playsBy ?? (isUnsteady(info, sound) ? 'copy' : undefined);
  return way === undefined ? undefined : { reason: 'clock', way: isHeard ? way : 'encode' };
}

/**
 * Whether a media element plays the track that is heard: of several it takes the first that it can
 * decode, and there is no way to ask it for another one. Tracks of an MP4 that are not enabled, which
 * ffprobe calls not default, it leaves alone; in other containers that mark says nothing to it.
 *
 * Found by playing made files in Chromium and listening to them.
 */
export function playsHeardTrack(info: MediaInfo): boolean {
  if (nameTrack(info) === undefined) return true;
  const needsMark = info.container.name.split(',').includes('mp4');
  const played = info.streams.find(
    ({ kind, codec, isDefault = false }) =>
      kind === 'audio' && heardCodecs.has(codec ?? '') && (isDefault || !needsMark),
  );
  return played !== undefined && played.index === info.audioStreamIndex;
}

function isUnsteady(info: MediaInfo, { codec }: MediaStream): boolean {
  const names = info.container.name.split(',');
  return unsteady.some((row) => names.includes(row.container) && row.codec === codec);
}

/** Whether the picture need not be encoded anew to be played beside another sound. */
export function canKeepPicture({ timeline, ...info }: MediaInfo): boolean {
  const picture = findVideoStream({ ...info, timeline });
  // Of rebased containers times jump, which only an encoder mends.
  return (
    timeline === 'kept' && picture?.codec === 'h264' && /^yuvj?420p$/.test(picture.pixels ?? '')
  );
}
