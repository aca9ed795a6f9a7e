import { basename, resolve as resolvePath } from 'node:path';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { describeThrown, StudioError, toStudioError } from '@core/errors/studio-error';
import type { GivenOptions } from '@core/formats/format';
import { findOwnForm, type TextForm, usualForm } from '@core/formats/text-form';
import { formatWordTimes } from '@core/formats/word-times';
import { type FrameRate, parseFrameRate } from '@core/timing/frame-rate';
import { omitUndefined } from '@core/omit-undefined';
import { readSubtitleFile, type SubtitleFile } from '../../services/formats/read-subtitle-file';
import { readWordTimesBeside } from '../../services/formats/word-times-beside';
import type { Studio } from '../../services/studio';
import { type ConvertedFile, makeReport, reportLosses } from '../conversion-report';
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
import { readTextSource, standardInput } from '../read-text-source';
import { reportError } from '../report';
import { reportRepairs } from '../report-repairs';
import { readOut, standardOutput } from '../standard-output';
import { printJson, say, tell, type Terminal } from '../terminal';
import { isSameFile, prepareOutput, writeOutput } from '../write-output';
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
  await refuseOverwriting(conversions, terminal);
  if (reportPath !== undefined && reportPath !== standardOutput) {
    await prepareOutput(reportPath, options);
  }
  const done: ConvertedFile[] = [];
  for (const conversion of conversions) {
    if (terminal.signal.aborted) break;
    done.push(
      await convertOne(conversion, options, { terminal, isOnly: conversions.length === 1 }),
    );
    const { error } = done.at(-1)!;
    if (error !== undefined) reportError(terminal, error, { debug: parsed.flags.has('debug') });
  }
  if (reportPath !== undefined) {
    const report = makeReport(done, terminal);
    if (reportPath === standardOutput) printJson(terminal, report);
    else await writeOutput(reportPath, `${JSON.stringify(report, null, 2)}\n`, options);
  }
  if (done.length < conversions.length) return exitCodes.cancelled;
  const failed = done.find(({ error }) => error !== undefined)?.error;
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
  const name = source === standardInput ? say(terminal, 'cli.stdin') : source;
  const bytes = await readTextSource(source, { signal: terminal.signal, name }).catch(
    (cause: unknown) => {
      if (cause instanceof StudioError) throw cause;
      const data = { path: name, reason: describeThrown(cause) };
      throw new StudioError('text/unreadable', 'text cannot be read', { data, cause });
    },
  );
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

/** No option, --force included, may turn a file into its own result. */
async function refuseOverwriting(
  conversions: readonly Conversion[],
  terminal: Terminal,
): Promise<void> {
  for (const { target } of conversions) {
    for (const { source } of conversions) {
      if (target === standardOutput || source === standardInput) continue;
      if (await isSameFile(target, source)) {
        throw usageError(terminal, 'cli.outIsInput', { path: basename(target) });
      }
    }
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
