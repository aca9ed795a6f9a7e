import { inputArguments } from './media-input';
import { canKeepPicture } from './plan-playback';
import { assertHasAudio, findVideoStream, type MediaInfo } from './probe-media';
import { hasLoudspeakers, type PcmFormat } from './stream-pcm';

/** Wide enough to read faces and slides beside a text; wider ones cost time and space. */
const largestWidthPx = 1_280;

/**
 * Whether the sound of a proxy comes from our own decoder: it has silence where the recording has
 * none, all that was joined, and an end, as peaks and engines hear it. With a picture ffmpeg reads
 * both, so that jumps of their clock are mended for both.
 */
export function needsOwnDecoder(info: MediaInfo): boolean {
  return findVideoStream(info) === undefined && info.audioStreamIndex !== undefined;
}

/** How our own decoder gives it. */
export function chooseProxySound(info: MediaInfo): PcmFormat {
  const stream = assertHasAudio(info);
  const channels = stream.channels !== 1 && hasLoudspeakers(stream) ? 2 : 1;
  return { rateHz: 48_000, channels, sample: 's16' };
}

/** What ffmpeg is told to encode a recording, without the output's name. */
export function listProxyArguments(info: MediaInfo, path: string): string[] {
  const sound = needsOwnDecoder(info)
    ? listPipedSound(chooseProxySound(info))
    : listSoundAndPicture(info, path);
  return [
    ...['-v', 'error', '-nostdin', '-y', '-progress', 'pipe:1'],
    ...sound,
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    // A stream that begins late would else fill the queue of the other.
    ...['-max_muxing_queue_size', '9999', '-movflags', '+faststart', '-f', 'mp4'],
  ];
}

function listPipedSound({ rateHz, channels }: PcmFormat): string[] {
  return [
    ...['-f', 's16le', '-ar', String(rateHz), '-ac', String(channels), '-i', 'pipe:0'],
    ...listSoundCodec(channels),
  ];
}

function listSoundAndPicture(info: MediaInfo, path: string): string[] {
  const video = findVideoStream(info);
  return [
    // As for decoding: without it ffmpeg moves the earliest stream to zero.
    ...(info.timeline === 'kept' ? ['-copyts'] : []),
    ...inputArguments(path, info.facts?.view),
    ...(video === undefined ? [] : listVideoArguments(video.index, canKeepPicture(info))),
    ...(info.audioStreamIndex === undefined ? [] : listAudioArguments(info.audioStreamIndex)),
  ];
}

function listVideoArguments(streamIndex: number, isKept: boolean): string[] {
  if (isKept) return ['-map', `0:${streamIndex}`, '-c:v', 'copy'];
  return [
    ...['-map', `0:${streamIndex}`],
    // 4:2:0 needs even sides.
    ...['-vf', `scale='min(${largestWidthPx},trunc(iw/2)*2)':-2`, '-pix_fmt', 'yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23'],
    // Seeking goes to the key frame before; ten seconds apart, as by default, it stutters.
    ...['-force_key_frames', 'expr:gte(t,n_forced*2)'],
  ];
}

function listAudioArguments(streamIndex: number): string[] {
  return [
    ...['-map', `0:${streamIndex}`],
    // Sound begins at zero, with silence where the recording has none yet or has a gap, and
    // without what lies before zero: an element then needs to know nothing of offsets.
    ...['-af', 'aresample=async=1:first_pts=0'],
    ...listSoundCodec(2),
  ];
}

function listSoundCodec(channels: number): string[] {
  const bitRate = channels === 1 ? '64k' : '128k';
  return ['-c:a', 'aac', '-b:a', bitRate, '-ac', String(channels), '-ar', '48000'];
}

/** Into which container sound is copied: one with an index of every place, that takes it. */
export function chooseCopyFormat(info: MediaInfo): {
  readonly name: string;
  readonly extension: string;
} {
  const names = info.container.name.split(',');
  // What comes in Ogg does not all fit into MP4.
  const isMatroska = names.includes('matroska') || names.includes('ogg');
  const hasPicture = findVideoStream(info) !== undefined;
  if (isMatroska) return { name: 'matroska', extension: hasPicture ? 'mkv' : 'mka' };
  return { name: 'mp4', extension: hasPicture ? 'mp4' : 'm4a' };
}

/** What ffmpeg is told to copy sound and picture as they are, without the output's name. */
export function listCopyArguments(info: MediaInfo, path: string): string[] {
  const video = findVideoStream(info);
  return [
    ...['-v', 'error', '-nostdin', '-y', '-progress', 'pipe:1'],
    ...(info.timeline === 'kept' ? ['-copyts'] : []),
    ...inputArguments(path, info.facts?.view),
    ...(video === undefined ? [] : ['-map', `0:${video.index}`]),
    ...['-map', `0:${assertHasAudio(info).index}`, '-c', 'copy', '-sn', '-dn'],
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart'],
    ...['-f', chooseCopyFormat(info).name],
  ];
}
