import { resolve } from 'node:path';

/**
 * Containers and bare streams that may be opened, by the names of ffmpeg's demuxers. A list of
 * what is allowed, because ffmpeg also "opens" play lists and scripts (hls, concat, dash, sdp,
 * image sequences, imf…): a file that merely looks like a recording could make it read other
 * files of this computer into a transcript, or call out to the network. Pictures and subtitles
 * are here so that they are told apart ("no audio") from damaged files.
 */
const allowedFormats = [
  ...['mov', 'mp4', 'm4a', '3gp', '3g2', 'mj2', 'matroska', 'webm', 'ogg', 'avi', 'asf', 'flv'],
  ...['mpegts', 'mpeg', 'mpegvideo', 'mxf', 'gxf', 'dv', 'rm', 'nut', 'ivf', 'nsv', 'wtv', 'swf'],
  ...['h264', 'hevc', 'm4v', 'obu', 'wav', 'w64', 'aiff', 'caf', 'au', 'voc', 'flac', 'mp3', 'aac'],
  ...['ac3', 'eac3', 'dts', 'dtshd', 'truehd', 'mlp', 'amr', 'amrnb', 'amrwb', 'ape', 'wv', 'tta'],
  ...['tak', 'mpc', 'mpc8', 'oma', 'aea', 'adx', 'dsf', 'iff', 'loas', 'latm', 'spdif', 'qcp'],
  ...['gsm', 'sln', 'nistsphere', 'ircam', 'sox', 'xwma', 'ast', 'libopenmpt', 'gif', 'apng'],
  ...['png_pipe', 'jpeg_pipe', 'webp_pipe', 'bmp_pipe', 'tiff_pipe', 'srt', 'ass', 'webvtt'],
].join(',');

/** A file whose header is not taken at its word, from `ContainerFacts`. */
export interface InputView {
  readonly endByte: number;
  /** Where samples are read without a container. */
  readonly raw?: {
    readonly format: string;
    readonly rateHz: number;
    readonly channels: number;
    readonly beginByte: number;
  };
}

/**
 * The arguments with which ffmpeg and ffprobe open a file of this computer and nothing else.
 *
 * `file:` in front of an absolute path makes every name plain: a leading dash is no option, a
 * colon no protocol, and the file protocol takes the rest literally (`%`, `?`, `#`, quotes and
 * line breaks are neither decoded nor special).
 *
 * @param view of a file whose header states a wrong length: it is read up to there instead
 */
export function inputArguments(path: string, view?: InputView): string[] {
  const file = `file:${resolve(path)}`;
  if (view === undefined) {
    return [
      ...['-protocol_whitelist', 'file'],
      ...['-format_whitelist', allowedFormats],
      ...['-i', file],
    ];
  }
  const { endByte, raw } = view;
  const format =
    raw === undefined
      ? ['-format_whitelist', 'wav', '-f', 'wav', '-ignore_length', '1']
      : [
          ...['-format_whitelist', raw.format, '-f', raw.format],
          ...['-ar', String(raw.rateHz), '-ac', String(raw.channels)],
        ];
  return [
    ...['-protocol_whitelist', 'file,subfile', ...format],
    ...['-i', `subfile,,start,${raw?.beginByte ?? 0},end,${endByte},,:${file}`],
  ];
}

/**
 * The last line of a tool's complaints that means something to a reader, without the address of
 * the part that spoke and without the path, which the error carries by itself.
 */
export function describeComplaint(lines: readonly string[], path: string): string | undefined {
  // The whole list would follow, and then "Invalid argument", which says nothing.
  const refused = lines.map((line) => /\[(\S+) @ .*Format not on whitelist/.exec(line)?.[1]);
  const refusedFormat = refused.find((format) => format !== undefined);
  if (refusedFormat !== undefined) return `files of the kind "${refusedFormat}" are not opened`;
  const prefix = `file:${resolve(path)}: `;
  return lines
    .map((line) => line.replace(/^(?:\[[^\]]* @ (?:0x)?[0-9a-f]+\] *)+/i, ''))
    .map((line) => line.replaceAll(prefix, '').replace(/^subfile(?:,[^,]*)*,:/, ''))
    .filter((line) => line !== '' && !/^Last message repeated|^Conversion failed!/.test(line))
    .at(-1);
}
