import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMedia } from '../helpers/make-media';

/** How the studio is to play a file: as it is, by a copy with an index, or encoded anew. */
export type ExpectedWay = 'as it is' | 'copy' | 'encode';

export interface CodecCase {
  readonly name: string;
  readonly seconds: number;
  /** How many times the tone begins anew because files were joined; encoders add to each. */
  readonly pieces?: number;
  /** How much later than the position the tone's place is: of what was cut off, or begins late. */
  readonly shiftSeconds?: number;
  readonly way: ExpectedWay;
  readonly hasPicture?: boolean;
  readonly make: (path: string, sources: ToneSources) => void;
}

/** Sound that says where in it one is, by a tone that rises from 500 to 2500 Hz every 20 s. */
export interface ToneSources {
  /** A WAV of 60 s. */
  readonly minute: string;
  /** A WAV with noise in places, so that its rate of bits varies where it may; made when first asked for. */
  readonly makeNoisy: (seconds: number) => string;
  readonly picture: readonly string[];
}

/** How fast the tone rises, where it begins, and how often it begins anew. */
export const tone = { fromHz: 500, hzPerSecond: 100, periodSeconds: 20 } as const;

const { fromHz, hzPerSecond, periodSeconds } = tone;
const phase = `${fromHz}*mod(t,${periodSeconds})+${hzPerSecond / 2}*pow(mod(t,${periodSeconds}),2)`;
const rising = `aevalsrc='0.4*sin(2*PI*(${phase}))':s=44100`;

export function makeToneSources(folder: string): ToneSources {
  const minute = join(folder, 'minute.wav');
  // Once computed and then repeated, a sample at a time takes a quarter of a minute otherwise.
  const period = join(folder, 'period.wav');
  makeMedia(period, ['-f', 'lavfi', '-i', rising, '-t', String(periodSeconds), '-ac', '1']);
  const periods = (count: number): string[] => ['-stream_loop', String(count - 1), '-i', period];
  makeMedia(minute, [...periods(3), '-c', 'copy']);
  const makeNoisy = (seconds: number): string => {
    const path = join(folder, `noisy-${seconds}.wav`);
    return makePiece(path, [
      ...[...periods(seconds / periodSeconds), '-f', 'lavfi', '-i', 'anoisesrc=a=0.3:r=44100'],
      ...[
        '-filter_complex',
        `[1:a]highpass=f=6000,volume='lt(mod(t,97),31)':eval=frame[n];[0:a][n]amix=2`,
      ],
      ...['-t', String(seconds), '-ac', '1'],
    ]);
  };
  const size = ['-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=10:duration=60'];
  return { minute, makeNoisy, picture: size };
}

function encode(...codec: string[]): CodecCase['make'] {
  return (path, { minute }) => makeMedia(path, ['-i', minute, ...codec]);
}

function withPicture(...codecs: string[]): CodecCase['make'] {
  return (path, { minute, picture }) => makeMedia(path, ['-i', minute, ...picture, ...codecs]);
}

/** Nine times the same frames: 3 h in a moment. */
function makeLong(folder: string, piece: string, path: string, ...more: string[]): void {
  const list = join(folder, 'pieces.txt');
  writeFileSync(list, `file '${piece}'\n`.repeat(9));
  makeMedia(path, ['-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', ...more]);
}

function makePiece(path: string, ffmpegArguments: readonly string[]): string {
  if (!existsSync(path)) makeMedia(path, ffmpegArguments);
  return path;
}

const threeHours = 10_800;
const vbr = ['-c:a', 'libmp3lame', '-q:a', '4'];
const withoutFirstFrame = ['-write_xing', '0', '-id3v2_version', '0'];
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

function long(ending: string, codec: readonly string[], ...more: string[]): CodecCase['make'] {
  return (path, { makeNoisy }) => {
    const folder = join(path, '..');
    const piece = makePiece(join(folder, `piece-${codec.join('')}.${ending}`.replaceAll(':', '')), [
      '-i',
      makeNoisy(1200),
      ...codec,
    ]);
    makeLong(folder, piece, path, ...more);
  };
}

/** Codec, container and mode of rate, as people's files come. */
export const codecCases: readonly CodecCase[] = [
  { name: 'wav-16.wav', seconds: 60, way: 'as it is', make: encode('-c:a', 'pcm_s16le') },
  { name: 'wav-24.wav', seconds: 60, way: 'as it is', make: encode('-c:a', 'pcm_s24le') },
  { name: 'wav-float.wav', seconds: 60, way: 'as it is', make: encode('-c:a', 'pcm_f32le') },
  { name: 'wav-alaw.wav', seconds: 60, way: 'as it is', make: encode('-c:a', 'pcm_alaw') },
  { name: 'wav-adpcm.wav', seconds: 60, way: 'encode', make: encode('-c:a', 'adpcm_ms') },
  {
    name: 'wav-header-1s.wav',
    seconds: 60,
    way: 'as it is',
    make: (path, { minute }) => {
      makeMedia(path, ['-i', minute, '-bitexact', '-c:a', 'pcm_s16le']);
      const bytes = readFileSync(path);
      bytes.writeUInt32LE(88_200, 40);
      bytes.writeUInt32LE(88_236, 4);
      writeFileSync(path, bytes);
    },
  },
  { name: 'flac.flac', seconds: 60, way: 'as it is', make: encode('-c:a', 'flac') },
  { name: 'aiff.aiff', seconds: 60, way: 'encode', make: encode('-c:a', 'pcm_s16be') },
  { name: 'mp3-cbr.mp3', seconds: 60, way: 'as it is', make: encode('-b:a', '96k') },
  {
    name: 'mp3-cbr-bare.mp3',
    seconds: 60,
    way: 'as it is',
    make: encode('-b:a', '96k', ...withoutFirstFrame),
  },
  { name: 'mp3-vbr.mp3', seconds: 60, way: 'copy', make: encode(...vbr) },
  {
    name: 'mp3-vbr-bare.mp3',
    seconds: 60,
    way: 'copy',
    make: encode(...vbr, ...withoutFirstFrame),
  },
  {
    name: '5min-vbr-bare.mp3',
    seconds: 300,
    way: 'copy',
    make: (path, { makeNoisy }) =>
      makeMedia(path, ['-i', makeNoisy(300), ...vbr, ...withoutFirstFrame]),
  },
  {
    name: 'mp3-joined.mp3',
    seconds: 120,
    pieces: 2,
    way: 'copy',
    make: (path, { minute }) => {
      makeMedia(path, ['-i', minute, '-b:a', '64k']);
      const first = readFileSync(path);
      makeMedia(path, ['-i', minute, '-b:a', '128k']);
      writeFileSync(path, Buffer.concat([first, readFileSync(path)]));
    },
  },
  { name: 'mp2.mp2', seconds: 60, way: 'encode', make: encode('-c:a', 'mp2') },
  { name: 'adts.aac', seconds: 60, way: 'copy', make: encode('-c:a', 'aac') },
  { name: 'aac.m4a', seconds: 60, way: 'as it is', make: encode('-c:a', 'aac') },
  { name: 'alac.m4a', seconds: 60, way: 'encode', make: encode('-c:a', 'alac') },
  { name: 'alac.caf', seconds: 60, way: 'encode', make: encode('-c:a', 'alac') },
  { name: 'ima4.caf', seconds: 60, way: 'encode', make: encode('-c:a', 'adpcm_ima_qt') },
  { name: 'ima4.aifc', seconds: 60, way: 'encode', make: encode('-c:a', 'adpcm_ima_qt') },
  { name: 'opus.ogg', seconds: 60, way: 'as it is', make: encode('-c:a', 'libopus') },
  { name: 'flac.oga', seconds: 60, way: 'copy', make: encode('-c:a', 'flac') },
  { name: 'vorbis.ogg', seconds: 60, way: 'copy', make: encode('-c:a', 'libvorbis') },
  {
    name: 'opus-joined.ogg',
    seconds: 120,
    pieces: 2,
    way: 'encode',
    make: (path, { minute }) => {
      makeMedia(path, ['-i', minute, '-c:a', 'libopus']);
      const once = readFileSync(path);
      makeMedia(path, ['-i', minute, '-c:a', 'libopus', '-serial_offset', '7']);
      writeFileSync(path, Buffer.concat([once, readFileSync(path)]));
    },
  },
  { name: 'opus.webm', seconds: 60, way: 'as it is', make: encode('-c:a', 'libopus') },
  {
    name: 'opus-live.webm',
    seconds: 60,
    way: 'copy',
    make: encode('-c:a', 'libopus', '-live', '1', '-f', 'webm'),
  },
  { name: 'wma.wma', seconds: 60, way: 'encode', make: encode('-c:a', 'wmav2') },
  { name: 'ac3.ac3', seconds: 60, way: 'encode', make: encode('-c:a', 'ac3') },
  ...(
    [
      ['aac', 'mp4', 'aac', 'as it is'],
      ['ac3', 'mp4', 'ac3', 'encode'],
      ['eac3', 'mp4', 'eac3', 'encode'],
      ['alac', 'mp4', 'alac', 'encode'],
      ['mp2', 'mp4', 'mp2', 'encode'],
      ['dts', 'mkv', 'dca', 'encode'],
      ['mp3', 'mkv', 'libmp3lame', 'as it is'],
      ['pcm', 'mov', 'pcm_s16le', 'as it is'],
      ['ac3', 'ts', 'ac3', 'encode'],
      ['aac', 'ts', 'aac', 'encode'],
    ] as const
  ).map(([sound, ending, codec, way]): CodecCase => ({
    name: `h264-${sound}.${ending}`,
    seconds: 60,
    way,
    hasPicture: true,
    make: withPicture(...h264, '-c:a', codec, '-strict', '-2'),
  })),
  {
    name: 'h264-aac-cut.mp4',
    seconds: 57.7,
    shiftSeconds: 2.3,
    way: 'as it is',
    hasPicture: true,
    make: (path, sources) => {
      const whole = join(path, '../whole.mp4');
      withPicture(...h264, '-g', '50', '-c:a', 'aac')(whole, sources);
      makeMedia(path, ['-ss', '2.3', '-i', whole, '-c', 'copy']);
    },
  },
  ...['mp4', 'mkv'].map((ending): CodecCase => ({
    name: `h264-aac-late.${ending}`,
    seconds: 61.5,
    shiftSeconds: -1.5,
    way: 'as it is',
    hasPicture: true,
    make: (path, { minute, picture }) => {
      const late = ['-itsoffset', '1.5', '-i', minute];
      makeMedia(path, [...picture, ...late, '-map', '0:v', '-map', '1:a', ...h264, '-c:a', 'aac']);
    },
  })),
  {
    name: 'h264-aac-gap.mp4',
    seconds: 60,
    way: 'encode',
    hasPicture: true,
    make: withPicture(...h264, '-af', "aselect='not(between(t,30,33))'", '-c:a', 'aac'),
  },
  {
    name: 'hevc-aac.mp4',
    seconds: 60,
    way: 'encode',
    hasPicture: true,
    make: withPicture('-c:v', 'libx265', '-x265-params', 'log-level=error', '-c:a', 'aac'),
  },
  {
    name: 'mpeg2-aac.mkv',
    seconds: 60,
    way: 'encode',
    hasPicture: true,
    make: withPicture('-c:v', 'mpeg2video', '-r', '25', '-c:a', 'aac'),
  },
  {
    name: 'prores-pcm.mov',
    seconds: 60,
    way: 'encode',
    hasPicture: true,
    make: withPicture('-c:v', 'prores_ks', '-c:a', 'pcm_s16le'),
  },
  {
    name: 'vp8-vorbis.webm',
    seconds: 60,
    way: 'as it is',
    hasPicture: true,
    make: withPicture('-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis'),
  },
  {
    name: '3h-cbr.mp3',
    seconds: threeHours,
    pieces: 9,
    way: 'as it is',
    make: long('mp3', ['-b:a', '64k']),
  },
  { name: '3h-vbr.mp3', seconds: threeHours, pieces: 9, way: 'copy', make: long('mp3', vbr) },
  {
    name: '3h-vbr-bare.mp3',
    seconds: threeHours,
    pieces: 9,
    way: 'copy',
    make: long('mp3', vbr, ...withoutFirstFrame),
  },
  {
    name: '3h-adts.aac',
    seconds: threeHours,
    pieces: 9,
    way: 'copy',
    make: long('aac', ['-c:a', 'aac']),
  },
  {
    name: '3h-aac.m4a',
    seconds: threeHours,
    pieces: 9,
    way: 'as it is',
    make: long('m4a', ['-c:a', 'aac']),
  },
];
