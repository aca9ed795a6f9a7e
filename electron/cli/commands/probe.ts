import { resolve } from 'node:path';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { quoteTitle } from '@core/tracks/describe-track';
import { formatClock } from '@core/timing/format-clock';
import { findTrackOf, nameTrack } from '../../services/media/audio-tracks';
import type { MediaInfo } from '../../services/media/probe-media';
import type { Studio } from '../../services/studio';
import { type ParsedArguments, usageError } from '../parse-arguments';
import { type Terminal, say, print, printJson } from '../terminal';

/** `zimu probe FILE`: what ffprobe finds in a media file, for people or as JSON. */
export async function probe(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [file, ...more] = parsed.files;
  if (file === undefined) throw usageError(terminal, 'cli.needsFile', { command: 'probe' });
  if (more.length > 0) {
    throw usageError(terminal, 'cli.tooManyFiles', { command: 'probe', count: 1 });
  }
  const info = await studio.probe(resolve(terminal.workingDirectory, file), terminal.signal);
  if (parsed.flags.has('json')) printJson(terminal, info);
  else print(terminal, describe(info, terminal));
  return exitCodes.done;
}

function describe(info: MediaInfo, terminal: Terminal): string {
  const unknown = say(terminal, 'probe.unknown');
  const rows: (readonly [string, string])[] = [
    [say(terminal, 'probe.container'), info.container.longName],
    [
      say(terminal, 'probe.duration'),
      info.durationMs === undefined ? unknown : formatClock(info.durationMs),
    ],
    [say(terminal, 'probe.size'), formatSize(info.sizeBytes)],
    [say(terminal, 'probe.start'), `${info.startOffsetMs} ms`],
    ...info.streams.map((stream): readonly [string, string] => [
      say(terminal, 'probe.stream', { index: stream.index }),
      [
        say(terminal, `probe.${stream.kind}`),
        stream.codec,
        stream.rateHz === undefined ? undefined : `${stream.rateHz} Hz`,
        stream.channels === undefined
          ? undefined
          : say(terminal, 'probe.channels', { count: stream.channels }),
        stream.width === undefined || stream.height === undefined
          ? undefined
          : `${stream.width}×${stream.height}`,
        stream.language,
        stream.title === undefined ? undefined : quoteTitle(stream.title),
        ...describeChoice(info, stream.index, terminal),
        stream.startOffsetMs === 0 ? undefined : `+${stream.startOffsetMs} ms`,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

/** Of one of several audio tracks: by which number it is chosen, and whether it is without that. */
function describeChoice(info: MediaInfo, streamIndex: number, terminal: Terminal): string[] {
  const found = findTrackOf(info, streamIndex);
  if (found === undefined || nameTrack(info) === undefined) return [];
  return [
    say(terminal, 'probe.track', { number: found.track + 1 }),
    ...(found.isDefault === true ? [say(terminal, 'track.default')] : []),
    ...(streamIndex === info.audioStreamIndex ? [say(terminal, 'probe.heard')] : []),
  ];
}

function formatSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step] ?? ''}`;
}
