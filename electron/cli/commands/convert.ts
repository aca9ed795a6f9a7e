import { basename, resolve as resolvePath } from 'node:path';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { GivenOptions, WritableFormat } from '@core/formats/format';
import { usualFormat } from '@core/formats/registry';
import { formatWordTimes } from '@core/formats/word-times';
import { parseFrameRate } from '@core/timing/frame-rate';
import { omitUndefined } from '@core/omit-undefined';
import type { SubtitleFile } from '../../services/formats/read-subtitle-file';
import { writeText } from '../../services/files/write-text';
import type { Studio } from '../../services/studio';
import type { Conversion } from '../conversion';
import { type ConvertedFile, reportFile, reportLosses } from '../conversion-report';
import { readFormatOptions, refuseOptionProblem } from '../format-options';
import { findOwnFormat, isInPlace } from '../in-place';
import { type ParsedArguments, readChoice, usageError } from '../parse-arguments';
import { type ConversionPlan, planConversion } from '../plan-conversion';
import { readLimits } from '../read-limits';
import {
  type AskedForm,
  chooseForm,
  readAskedForm,
  readEncodingName,
  toBytes,
} from '../read-text-form';
import { type AskedSource, findKeptForm, readSubtitleSource } from '../read-subtitle-source';
import { reportError } from '../report';
import { reportRepairs } from '../report-repairs';
import { readOut, standardOutput } from '../standard-output';
import { printJson, say, tell, type Terminal } from '../terminal';
import { findSameFile, prepareOutput, writeOutput } from '../write-output';
import { asksForWordTimes, findWordTimesTarget, prepareResult } from '../word-times-result';
import { writeResult } from '../write-result';

interface ConvertOptions extends Pick<ConversionPlan, 'to'> {
  readonly reading: AskedSource;
  readonly form: AskedForm;
  readonly isInPlace: boolean;
  /** Rules and options of a format. */
  readonly readWriting: (to: WritableFormat) => GivenOptions;
  readonly hasWordTimes: boolean;
  readonly force: boolean;
}

/**
 * `zimu convert IN… OUT`: files of text in time in another format, encoding or by rules of writing; with
 * `--in-place` each stays where it is and in its format.
 * One that fails does not stop the others; the exit code is that of the first failure. A result is
 * written whole or not at all.
 */
export async function convert(
  _studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = await planConversion(parsed, terminal);
  const { conversions, to, from } = plan;
  const reportPath = readReportPath(parsed, plan, terminal);
  const options: ConvertOptions = {
    ...{ ...omitUndefined({ to }), isInPlace: isInPlace(parsed) },
    reading: {
      format: from,
      readAs: readEncodingName(parsed, 'from-encoding', terminal),
      fps: parseFrameRate(parsed.values['fps'] ?? ''),
      captionChannel: readCaptionChannel(parsed, terminal),
    },
    form: readAskedForm(parsed, terminal),
    readWriting: (format) => ({
      ...readFormatOptions(parsed, format, terminal),
      ...readLimits(parsed, terminal),
    }),
    hasWordTimes: asksForWordTimes(parsed),
    force: parsed.flags.has('force'),
  };
  // What is wrong with an option is said before anything is read.
  options.readWriting(to ?? usualFormat);
  const { hasWordTimes } = options;
  await refuseOverwriting(
    conversions,
    { reportPath, hasWordTimes, isInPlace: options.isInPlace },
    terminal,
  );
  if (reportPath !== undefined && reportPath !== standardOutput) {
    await prepareOutput(reportPath, options);
  }
  let done = 0;
  let failed: StudioError | undefined;
  // What is said of a file, and not the file: of thousands the memory would not hold the texts.
  const reports: object[] = [];
  for (const conversion of conversions) {
    if (terminal.signal.aborted) break;
    const isOnly = conversions.length === 1;
    const converted = await convertOne(conversion, options, { terminal, isOnly });
    done += 1;
    if (reportPath !== undefined) reports.push(reportFile(converted, terminal));
    const { error } = converted;
    if (error === undefined) continue;
    failed ??= error;
    reportError(terminal, error, { debug: parsed.flags.has('debug') });
  }
  if (reportPath !== undefined) {
    const report = { version: 1, files: reports };
    if (reportPath === standardOutput) printJson(terminal, report);
    else await writeOutput(reportPath, `${JSON.stringify(report, null, 2)}\n`, options);
  }
  if (done < conversions.length) return exitCodes.cancelled;
  return failed === undefined ? exitCodes.done : exitCodeOf(failed.code);
}

async function convertOne(
  { source, target }: Conversion,
  options: ConvertOptions,
  { terminal, isOnly }: { readonly terminal: Terminal; readonly isOnly: boolean },
): Promise<ConvertedFile> {
  const { force } = options;
  let { to } = options;
  let file: SubtitleFile | undefined;
  try {
    const wordsPath = findWordTimesTarget(target, options.hasWordTimes);
    file = await readSubtitleSource(source, options.reading, terminal);
    if (!isOnly) tell(terminal, source);
    reportRepairs(file, terminal);
    if (options.isInPlace || to === undefined) {
      to = findOwnFormat(file, { path: source, asked: options.to }, terminal);
    }
    const writing = options.readWriting(to);
    refuseOptionProblem(file.document, { format: to, given: writing, terminal });
    const { content, losses } = to.write(file.document, writing);
    const form = chooseForm(options.form, findKeptForm(file, to));
    const bytes = encode(() => toBytes(content, form), target);
    const isText = typeof content === 'string';
    await prepareResult(target, { ...options, force: force || options.isInPlace });
    reportLosses(losses, to, terminal);
    if (options.isInPlace) await writeInPlace(target, bytes, terminal);
    else await writeResult(target, bytes, { force, isText, form }, terminal);
    if (wordsPath !== undefined) {
      const document = to.prepare(file.document, writing);
      const isOver = force || options.isInPlace;
      await writeOutput(wordsPath, formatWordTimes(document), { force: isOver });
    }
    return { source, target, to, file, losses, ...(isText ? { form } : undefined) };
  } catch (thrown) {
    return { source, target, error: toStudioError(thrown), ...omitUndefined({ to, file }) };
  }
}

/** Whole or not at all; it keeps its mode and its owner. */
async function writeInPlace(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  await writeText(path, Buffer.from(bytes), 'output/unwritable', { isExport: true });
  tell(terminal, say(terminal, 'cli.wrote', { path }));
}

/** The error of an encoding says which file it is about. */
function encode(make: () => Uint8Array, path: string): Uint8Array {
  try {
    return make();
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown;
    throw new StudioError(thrown.code, thrown.message, {
      data: { ...thrown.data, path },
      cause: thrown,
    });
  }
}

function readCaptionChannel({ values }: ParsedArguments, terminal: Terminal): 1 | 2 | undefined {
  const asked = values['caption-channel'];
  if (asked === undefined) return undefined;
  return readChoice(terminal, 'caption-channel', asked, ['1', '2']) === '1' ? 1 : 2;
}

/**
 * No option, --force included, may turn a file into its own result or into what is written beside it,
 * nor one of the results into the report.
 */
async function refuseOverwriting(
  conversions: readonly Conversion[],
  {
    reportPath,
    hasWordTimes,
    isInPlace: isMeant,
  }: {
    readonly reportPath: string | undefined;
    readonly hasWordTimes: boolean;
    readonly isInPlace: boolean;
  },
  terminal: Terminal,
): Promise<void> {
  const written = conversions.flatMap(({ target }) =>
    [target, findWordTimesTarget(target, hasWordTimes)].filter((path) => path !== undefined),
  );
  const sources = conversions.map(({ source }) => source);
  const result = isMeant ? undefined : await findSameFile(written, sources);
  if (result !== undefined) {
    throw usageError(terminal, 'cli.outIsInput', { path: basename(result) });
  }
  if (reportPath === undefined) return;
  const report = await findSameFile([reportPath], [...sources, ...written]);
  if (report !== undefined) {
    throw usageError(terminal, 'cli.reportIsFile', { path: basename(report) });
  }
}

function readReportPath(
  { values }: ParsedArguments,
  { conversions }: ConversionPlan,
  terminal: Terminal,
): string | undefined {
  const asked = readOut(values['report']);
  const isTaken = conversions.some(({ target }) => target === standardOutput);
  if (asked === standardOutput && isTaken) throw usageError(terminal, 'cli.twoOnStdout');
  return asked === undefined || asked === standardOutput
    ? asked
    : resolvePath(terminal.workingDirectory, asked);
}
