import type { MediaTools } from './find-media-tools';
import { inputArguments } from './media-input';
import { collectTool } from './run-tool';

/** How far into a file its streams are looked for: one that begins later has no known beginning. */
const mostSeconds = '20';
/** What the names of loudspeaker layouts say of their channels. */
const channelCounts: Readonly<Record<string, number>> = {
  ...{ mono: 1, stereo: 2, downmix: 2, quad: 4, hexagonal: 6, octagonal: 8 },
};
/** Rates that television counts, of which ffmpeg prints two digits. */
const televisionRates: Readonly<Record<string, string>> = {
  ...{ '23.98': '24000/1001', '29.97': '30000/1001', '59.94': '60000/1001' },
};

/**
 * What a file holds, told by ffmpeg itself in the form of ffprobe's reply, for an ffprobe that crashes:
 * the one that npm has ends so on every MPEG-TS. It reads what ffmpeg prints of its input, and the time
 * stamp of the first packet of each stream; titles and lengths of single streams are not told there.
 * @returns undefined where ffmpeg can make nothing of it either
 * @throws StudioError `job/cancelled`
 */
export async function probeByDecoder(
  path: string,
  tools: MediaTools,
  limits: Parameters<typeof collectTool>[2],
): Promise<unknown> {
  const { stdout, stderrLines } = await collectTool(
    tools.ffmpeg.path,
    [
      ...['-hide_banner', '-nostdin', '-nostats', '-copyts', '-t', mostSeconds],
      ...[...inputArguments(path), '-map', '0:v?', '-map', '0:a?', '-c', 'copy'],
      ...['-f', 'framecrc', 'pipe:1'],
    ],
    limits,
  );
  const input = stderrLines.findIndex((line) => line.startsWith('Input #0'));
  const output = stderrLines.findIndex((line) => /^(?:Output #0|Stream mapping)/u.test(line));
  if (input < 0) return undefined;
  const lines = stderrLines.slice(input, output < 0 ? undefined : output);
  const [, name = ''] = /^Input #0, (.+), from /u.exec(lines[0] ?? '') ?? [];
  const head = lines.find((line) => line.startsWith('Duration:')) ?? '';
  const streams = lines.flatMap((line) => readStream(line) ?? []);
  const begins = readBegins(stdout);
  const mapped = ['video', 'audio'].flatMap((kind) =>
    streams.filter(({ codec_type }) => codec_type === kind),
  );
  return {
    format: { format_name: name, start_time: findStart(head), duration: findLength(head) },
    streams: streams.map((stream) => ({
      ...stream,
      start_time: begins.get(mapped.indexOf(stream)),
    })),
  };
}

function findStart(line: string): string | undefined {
  return /start: (-?[\d.]+)/u.exec(line)?.[1];
}

function findLength(line: string): number | undefined {
  const [, hours, minutes, seconds] = /^Duration: (\d+):(\d+):([\d.]+)/u.exec(line) ?? [];
  return seconds === undefined
    ? undefined
    : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** A stream in the form of ffprobe's reply. */
interface PrintedStream {
  readonly index: number;
  readonly codec_type: string;
  readonly [field: string]: unknown;
}

/** `Stream #0:1[0x101](eng): Audio: aac (LC), 48000 Hz, stereo, fltp, 128 kb/s (default)` */
function readStream(line: string): PrintedStream | undefined {
  const found = /^Stream #0:(\d+)(?:\[\w+\])?(?:\(([^)]*)\))?: (\w+): (\S+?),? (.*)$/u.exec(
    `${line} `,
  );
  if (found === null) return undefined;
  const [, index, language, kind = '', codec = '', rest = ''] = found;
  const name = codec.replace(/,$/u, '');
  const facts = rest.split(', ').map((fact) => fact.trim());
  const [, width, height] = /(?:^|[ ,])([1-9]\d*)x([1-9]\d*)/u.exec(rest) ?? [];
  return {
    index: Number(index),
    codec_type: kind.toLowerCase(),
    ...(name === 'none' ? {} : { codec_name: name }),
    ...(language === undefined ? {} : { tags: { language } }),
    ...{ sample_rate: /(\d+) Hz/u.exec(rest)?.[1], channels: findChannels(facts) },
    ...{ width, height, avg_frame_rate: findFrameRate(rest) },
    disposition: { default: rest.includes('(default)') ? 1 : 0 },
  };
}

function findChannels(facts: readonly string[]): number | undefined {
  const after = facts.findIndex((fact) => / Hz$/u.test(` ${fact}`)) + 1;
  const layout = after === 0 ? '' : (facts[after] ?? '');
  const counted = /^(\d+) channels/u.exec(layout)?.[1];
  if (counted !== undefined) return Number(counted);
  const [, front, low] = /^(\d)\.(\d)/u.exec(layout) ?? [];
  if (front !== undefined) return Number(front) + Number(low);
  return channelCounts[layout.split(/[ (]/u)[0] ?? ''];
}

function findFrameRate(rest: string): string | undefined {
  const rate = /([\d.]+) fps/u.exec(rest)?.[1];
  if (rate === undefined) return undefined;
  return televisionRates[rate] ?? `${String(Math.round(Number(rate) * 100))}/100`;
}

/** Seconds at which the streams of the copy begin, by their places in it. */
function readBegins(report: string): ReadonlyMap<number, number> {
  const units = new Map<number, number>();
  const begins = new Map<number, number>();
  for (const line of report.split('\n')) {
    const [, unitOf, top, bottom] = /^#tb (\d+): (\d+)\/(\d+)/u.exec(line) ?? [];
    if (unitOf !== undefined) units.set(Number(unitOf), Number(top) / Number(bottom));
    const [, place, stamp] = /^(\d+),\s*-?\d+,\s*(-?\d+),/u.exec(line) ?? [];
    if (place === undefined || begins.has(Number(place))) continue;
    begins.set(Number(place), Number(stamp) * (units.get(Number(place)) ?? 0));
  }
  return begins;
}
