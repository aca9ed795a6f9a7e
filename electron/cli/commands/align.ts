import { omitUndefined } from '@core/omit-undefined';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { formatOutputName } from '@core/file-names/output-name';
import { defaultCueLimits } from '@core/cues/cue-limits';
import { nameEncoding } from '@core/encodings/name-encoding';
import { encodingLabels } from '@core/encodings/text-encodings';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { toStudioError } from '@core/errors/studio-error';
import { wholeFormat } from '@core/formats/registry';
import type { FileContent } from '@core/formats/format';
import type { Transcript } from '@core/transcript/transcript';
import { findEncoding } from '../../services/formats/decode-bytes';
import { type AlignmentText, readAlignmentText } from '../../services/jobs/read-alignment-text';
import type { Studio } from '../../services/studio';
import { createTrackChooser, reportTracks } from '../choose-track';
import { readResultFormatOptions } from '../format-options';
import { keepResult } from '../keep-result';
import { type ParsedArguments, usageError } from '../parse-arguments';
import { createProgressDisplay } from '../progress-display';
import { readModel } from '../read-engine';
import { readAskedText } from '../read-asked-text';
import { standardInput } from '../read-text-source';
import { readFormat } from '../read-result-options';
import { reportNotices } from '../report';
import { reportRepairs } from '../report-repairs';
import { readOut, standardOutput } from '../standard-output';
import type { Terminal } from '../terminal';
import { asksForWordTimes, findWordTimesTarget, prepareResult } from '../word-times-result';
import { findSameFile } from '../write-output';

/** Lines of given cues stay as they are. */
const asGiven = { maxLineCharacters: 500, maxLines: 10 };

/**
 * `zimu align AUDIO TEXTFILE`: the times of a text that is already known, as a JSON transcript unless
 * `--format` or the name of `--out` says otherwise. The cues of a subtitle file stay as they are; plain
 * text is cut into readable cues. What is not said in the recording is told and left out. The text may come through a pipe or from standard input (`-`).
 */
export async function align(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [audioFile, textFile, ...more] = parsed.files.map((file, index) =>
    index === 1 && file === standardInput ? file : resolve(terminal.workingDirectory, file),
  );
  if (audioFile === undefined || textFile === undefined) {
    throw usageError(terminal, 'cli.needsTwoFiles');
  }
  if (more.length > 0) {
    throw usageError(terminal, 'cli.tooManyFiles', { command: 'align', count: 2 });
  }
  const asked = readOut(parsed.values['out']);
  const format = readFormat(parsed, terminal, wholeFormat);
  const encoding = readEncoding(parsed, terminal);
  const formatOptions = readResultFormatOptions(parsed, format, terminal);
  const stem = basename(audioFile, extname(audioFile));
  const beside = join(dirname(audioFile), formatOutputName(stem, format.extension));
  const path =
    asked === '-' ? '-' : asked === undefined ? beside : resolve(terminal.workingDirectory, asked);
  const aligner = studio.requireAligner();
  const model = readModel(parsed.values['model'], aligner.describe(), terminal);
  const readiness = await aligner.check(model);
  if (readiness.state === 'unavailable') throw readiness.error;
  const hasWordTimes = asksForWordTimes(parsed);
  const written = [path, findWordTimesTarget(path, hasWordTimes) ?? standardOutput];
  const overwritten = await findSameFile(written, [audioFile, textFile]);
  if (overwritten !== undefined) {
    throw usageError(terminal, 'cli.outIsInput', { path: overwritten });
  }
  const text = await readText(textFile, { encoding, terminal });
  reportRepairs(text, terminal);
  // Cues that were given are written as they stand, however long their lines are.
  const writeOptions = text.hasFixedCues ? { ...formatOptions, ...asGiven } : formatOptions;
  const track = parsed.values['track'];
  const choose = createTrackChooser(track, audioFile, terminal);
  const recording = await studio.openRecording(audioFile, terminal.signal, choose);
  if (track === undefined) reportTracks(terminal, audioFile, recording);
  const force = parsed.flags.has('force');
  await prepareResult(path, { force, hasWordTimes });

  const display = createProgressDisplay(terminal, {
    json: parsed.flags.has('json-progress'),
    count: 1,
  });
  display.begin(audioFile);
  display.readText(textFile, text);
  try {
    const outcome = await studio.align(
      recording,
      {
        units: text.units,
        speakers: text.speakers,
        ...(text.hasFixedCues ? {} : { limits: defaultCueLimits('en') }),
        ...omitUndefined({ model, lines: text.lines }),
      },
      { signal: terminal.signal, report: (event) => display.report(audioFile, event) },
    );
    const isTruncated = recording.warning()?.hasDecoderDied === false;
    const about = { isTruncated, isOneOfMany: false, hasGivenText: true };
    reportNotices(display.terminal, outcome, about);
    display.leftOut(audioFile, outcome.unspoken);
    const write = (transcript: Transcript): FileContent =>
      format.write(transcript, writeOptions).content;
    const prepare = hasWordTimes
      ? (transcript: Transcript) => format.prepare(transcript, writeOptions)
      : undefined;
    await keepResult(outcome, { path, write, prepare, force }, display.terminal);
    display.done(audioFile, path);
  } catch (thrown) {
    display.failed(audioFile, toStudioError(thrown));
    throw thrown;
  } finally {
    display.end();
  }
  return exitCodes.done;
}

/** Which encoding the text is in, where a person says it. @throws StudioError `usage/invalid` */
function readEncoding({ values }: ParsedArguments, terminal: Terminal): string | undefined {
  const asked = values['encoding'];
  if (asked === undefined || asked.toLowerCase() === 'auto') return undefined;
  if (findEncoding(asked) !== undefined) return asked;
  const choices = encodingLabels.map(nameEncoding).join(', ');
  throw usageError(terminal, 'cli.badChoice', { option: '--encoding', choices });
}

/** @throws StudioError `media/not-found`, `text/*`, `job/cancelled` */
async function readText(
  source: string,
  { encoding, terminal }: { readonly encoding: string | undefined; readonly terminal: Terminal },
): Promise<AlignmentText> {
  const { name, bytes } = await readAskedText(source, terminal);
  return readAlignmentText(bytes, name, encoding);
}
