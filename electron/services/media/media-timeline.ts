/**
 * What a container's time stamps mean on the timeline of a media element.
 *
 * - `kept`: the container's zero is the element's zero, and a recording that begins at 5 s is
 *   silent (and black) until then. The HTML standard asks for it ("offsets into the media
 *   resource") and Chromium does it for every container it opens with real time stamps.
 * - `rebased`: the earliest stream begins at zero. Chromium does not open these containers, so
 *   they play through a proxy, which begins there; all offsets between streams are kept.
 * - `untimed`: the stream is bare samples or frames without time stamps; the first sample is zero.
 *   What ffmpeg calls the start time of an MP3 (0.025 s) is the encoder delay it has cut off.
 *
 * Found by playing made files in Chromium 156 and noting `currentTime` at the first loud sample:
 * MP4, M4A, MKV, WebM and Ogg with all streams moved by 5 s sound at 5.0 s; MP4 with late sound
 * only, at 1.2 s of 1.2 s; MP3 at 0; MPEG-TS is refused.
 */
export type MediaTimeline = 'kept' | 'rebased' | 'untimed';

const keptFormats = new Set(['mov', 'mp4', 'matroska', 'webm', 'ogg']);
const rebasedFormats = new Set([
  ...['mpegts', 'mpeg', 'asf', 'flv', 'avi', 'mxf', 'gxf', 'rm', 'nut', 'ivf', 'wtv', 'dv'],
]);

/** Takes ffprobe's format name, which lists all names of a demuxer (`mov,mp4,m4a,…`). */
export function timelineOf(formatName: string): MediaTimeline {
  const names = formatName.split(',');
  if (names.some((name) => keptFormats.has(name))) return 'kept';
  return names.some((name) => rebasedFormats.has(name)) ? 'rebased' : 'untimed';
}
