import { resolve } from 'node:path';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { findWritableFormatOfName } from '@core/formats/format-of-name';
import type { WritableFormat } from '@core/formats/format';
import { findWritableFormat, usualFormat, writableFormats } from '@core/formats/registry';
import { readSubtitleFile } from '../../services/formats/read-subtitle-file';
import { listTextTracks, readTextTrack } from '../../services/media/text-tracks';
import type { Studio } from '../../services/studio';
import { chooseTextTrack, describeTextTrack, listOfTextTracks } from '../choose-text-track';
import { reportLosses } from '../conversion-report';
import { type ParsedArguments, readChoice, usageError } from '../parse-arguments';
import { chooseForm, readAskedForm, toBytes } from '../read-text-form';
import { reportRepairs } from '../report-repairs';
import { readOut, standardOutput } from '../standard-output';
import { print, printJson, say, tell, type Terminal } from '../terminal';
import { findSameFile, prepareOutput } from '../write-output';
import { writeResult } from '../write-result';

/**
 * `zimu extract VIDEO [OUT]`: the tracks of text that a media file holds, or one of them as a file.
 */
export async function extract(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [given, second, ...more] = parsed.files;
  if (given === undefined) throw usageError(terminal, 'cli.needsFile', { command: 'extract' });
  const named = parsed.values['out'];
  if (more.length > 0 || (second !== undefined && named !== undefined)) {
    throw usageError(terminal, 'cli.tooManyFiles', { command: 'extract', count: 2 });
  }
  const video = resolve(terminal.workingDirectory, given);
  const asked = readOut(named ?? second);
  const out =
    asked === undefined || asked === standardOutput
      ? asked
      : resolve(terminal.workingDirectory, asked);
  const to = out === undefined ? undefined : chooseFormat(out, parsed, terminal);
  const form = chooseForm(readAskedForm(parsed, terminal));
  const force = parsed.flags.has('force');
  if (out !== undefined && (await findSameFile([out], [video])) !== undefined) {
    throw usageError(terminal, 'cli.outIsInput', { path: out });
  }
  const info = await studio.probe(video, terminal.signal);
  const tracks = listTextTracks(info);
  if (out === undefined || to === undefined) {
    if (parsed.flags.has('json')) printJson(terminal, tracks.map(describeTextTrack));
    else print(terminal, listOfTextTracks(tracks, terminal));
    return exitCodes.done;
  }
  const track = chooseTextTrack(tracks, parsed.values['track'], video, terminal);
  if (out !== standardOutput) await prepareOutput(out, { force });
  const tools = await studio.findTools(terminal.signal);
  const bytes = await readTextTrack(info, track, { tools, signal: terminal.signal });
  // What ffmpeg wrote is told by its content: its name says nothing of it.
  const name = say(terminal, 'cli.textTrack', { path: video, track: track.track + 1 });
  const file = readSubtitleFile(bytes, name);
  if (file.document.sentences.length === 0) {
    tell(terminal, say(terminal, 'cli.emptyTextTrack', { track: name }));
  }
  reportRepairs(file, terminal);
  const { content, losses } = to.write(file.document);
  const result = toBytes(content, form);
  reportLosses(losses, to, terminal);
  await writeResult(out, result, { force, isText: typeof content === 'string', form }, terminal);
  return exitCodes.done;
}

function chooseFormat(
  out: string,
  { values }: ParsedArguments,
  terminal: Terminal,
): WritableFormat {
  const ids = writableFormats.map(({ id }) => id);
  const asked = values['to'];
  if (asked !== undefined) {
    return findWritableFormat(readChoice(terminal, 'to', asked.toLowerCase(), ids)) ?? usualFormat;
  }
  if (out === standardOutput) return usualFormat;
  const format = findWritableFormatOfName(out);
  if (format !== undefined) return format;
  throw usageError(terminal, 'cli.convertNeedsFormat', { path: out, formats: ids.join(', ') });
}
