import { basename, resolve as resolvePath } from 'node:path';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { GivenOptions } from '@core/formats/format';
import { findOwnForm, type TextForm, usualForm } from '@core/formats/text-form';
import { formatWordTimes } from '@core/formats/word-times';
import { type FrameRate, parseFrameRate } from '@core/timing/frame-rate';
import { omitUndefined } from '@core/omit-undefined';
import { readSubtitleFile, type SubtitleFile } from '../../services/formats/read-subtitle-file';
import { readWordTimesBeside } from '../../services/formats/word-times-beside';
import type { Studio } from '../../services/studio';
import { type ConvertedFile, reportFile, reportLosses } from '../conversion-report';
import { readFormatOptions, refuseOptionProblem } from '../format-options';
import { type ParsedArguments, readChoice, usageError } from '../parse-arguments';
import { type Conversion, type ConversionPlan, planConversion } from '../plan-conversion';
import { readLimits } from '../read-limits';
import {
  type AskedForm,
  chooseForm,
  readAskedForm,
  readEncodingName,
  toBytes,
} from '../read-text-form';
import { readAskedText } from '../read-asked-text';
import { standardInput } from '../read-text-source';
import { reportError } from '../report';
import { reportRepairs } from '../report-repairs';
import { readOut, standardOutput } from '../standard-output';
import { printJson, tell, type Terminal } from '../terminal';
import { findSameFile, prepareOutput, writeOutput } from '../write-output';
import { asksForWordTimes, findWordTimesTarget, prepareResult } from '../word-times-result';
import { writeResult } from '../write-result';

interface ConvertOptions extends Pick<ConversionPlan, 'to' | 'from'> {
  readonly readAs: string | undefined;
  /** For files that count frames. */
  readonly readAtFps: FrameRate | undefined;
  readonly captionChannel: 1 | 2 | undefined;
  readonly form: AskedForm;
  readonly writing: GivenOptions;
  readonly hasWordTimes: boolean;
  readonly force: boolean;
}

/**
 * `zimu convert IN… OUT`: files of text in time in another format, encoding or by rules of writing.
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
    ...{ to, from },
    readAs: readEncodingName(parsed, 'from-encoding', terminal),
    readAtFps: parseFrameRate(parsed.values['fps'] ?? ''),
    captionChannel: readCaptionChannel(parsed, terminal),
    form: readAskedForm(parsed, terminal),
    writing: { ...readFormatOptions(parsed, to, terminal), ...readLimits(parsed, terminal) },
    hasWordTimes: asksForWordTimes(parsed),
    force: parsed.flags.has('force'),
  };
  await refuseOverwriting(
    conversions,
    { reportPath, hasWordTimes: options.hasWordTimes },
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
  const { to, force } = options;
  let file: SubtitleFile | undefined;
  try {
    const wordsPath = findWordTimesTarget(target, options.hasWordTimes);
    file = await readFile(source, options, terminal);
    if (!isOnly) tell(terminal, source);
    reportRepairs(file, terminal);
    refuseOptionProblem(file.document, { format: to, given: options.writing, terminal });
    const { content, losses } = to.write(file.document, options.writing);
    const form = chooseForm(options.form, findKeptForm(file, options));
    const bytes = encode(() => toBytes(content, form), target);
    await prepareResult(target, options);
    reportLosses(losses, to, terminal);
    await writeResult(
      target,
      bytes,
      { force, isText: typeof content === 'string', form },
      terminal,
    );
    if (wordsPath !== undefined) {
      const document = to.prepare(file.document, options.writing);
      await writeOutput(wordsPath, formatWordTimes(document), { force });
    }
    const isText = typeof content === 'string';
    return { source, target, to, file, losses, ...(isText ? { form } : undefined) };
  } catch (thrown) {
    return { source, target, to, error: toStudioError(thrown), ...omitUndefined({ file }) };
  }
}

/** A file that stays in its format stays as it is on the disk as well, for all that nobody chose. */
function findKeptForm(file: SubtitleFile, { to }: ConvertOptions): TextForm {
  const { encoding, document } = file;
  if (file.format.id !== to.id || encoding === undefined) return usualForm;
  const { lineEnding } = findOwnForm(document.source ?? { format: to.id });
  return { ...encoding, lineEnding };
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

async function readFile(
  source: string,
  { readAs, readAtFps, captionChannel, from }: ConvertOptions,
  terminal: Terminal,
): Promise<SubtitleFile> {
  const { name, bytes } = await readAskedText(source, terminal);
  const file = readSubtitleFile(bytes, name, readAs, {
    format: from,
    fps: readAtFps,
    captionChannel,
  });
  if (source === standardInput) return file;
  return { ...file, document: await readWordTimesBeside(file.document, source) };
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
  }: { readonly reportPath: string | undefined; readonly hasWordTimes: boolean },
  terminal: Terminal,
): Promise<void> {
  const written = conversions.flatMap(({ target }) =>
    [target, findWordTimesTarget(target, hasWordTimes)].filter((path) => path !== undefined),
  );
  const sources = conversions.map(({ source }) => source);
  const result = await findSameFile(written, sources);
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
