import { stat } from 'node:fs/promises';
import { basename, join, resolve as resolvePath } from 'node:path';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { toStudioError } from '@core/errors/studio-error';
import { findWritableFormatOfName } from '@core/formats/format-of-name';
import { findWritableFormat, writableFormats } from '@core/formats/registry';
import { translate } from '@core/messages/catalogue';
import type { CheckContext } from '@core/qc/check-rule';
import { makeChecker } from '@core/qc/checker';
import { chooseProfile } from '@core/qc/choose-profile';
import { nameRule } from '@core/qc/describe-problem';
import { fixCues } from '@core/qc/fix-cues';
import { countProblems, type ReportedFile } from '@core/qc/reports/problem-report';
import { reportForms } from '@core/qc/reports/report-forms';
import type { RuleProfile } from '@core/qc/rule-profile';
import { formatDay } from '@core/timing/format-day';
import { type FrameRate, parseFrameRate } from '@core/timing/frame-rate';
import type { SubtitleFile } from '../../services/formats/read-subtitle-file';
import type { Studio } from '../../services/studio';
import { expandInputs } from '../expand-inputs';
import { type ParsedArguments, readChoice, usageError } from '../parse-arguments';
import { findKeptForm, readSubtitleSource } from '../read-subtitle-source';
import { chooseForm, readEncodingName, toBytes } from '../read-text-form';
import { standardInput } from '../read-text-source';
import { reportError } from '../report';
import { readOut, standardOutput } from '../standard-output';
import { print, say, tell, type Terminal } from '../terminal';
import { findSameFile, prepareOutput, writeOutput } from '../write-output';
import { writeResult } from '../write-result';

interface CheckOptions {
  /** Undefined: by the language of the first text that can be read. */
  readonly profile: RuleProfile | undefined;
  readonly profiles: readonly RuleProfile[];
  readonly language: string | undefined;
  readonly frameRate: FrameRate | undefined;
  readonly readAs: string | undefined;
  readonly force: boolean;
}

/**
 * `zimu check FILE…`: subtitles by the rules of a profile [QC1]. One file that cannot be read does not
 * stop the others. The exit code is that of the first file that could not be read or written, else 7
 * where a rule is broken, else 0.
 */
export async function check(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const profiles = await studio.ruleProfiles.list();
  if (parsed.flags.has('profiles')) {
    listProfiles(profiles, terminal);
    return exitCodes.done;
  }
  if (parsed.files.length === 0) throw usageError(terminal, 'cli.needsFile', { command: 'check' });
  const { values } = parsed;
  const form = findForm(values['format'], terminal);
  const options: CheckOptions = {
    profile: await findProfile(values['profile'], { studio, profiles, terminal }),
    profiles,
    language: values['language'],
    frameRate: readFrameRate(values['fps'], terminal),
    readAs: readEncodingName(parsed, 'from-encoding', terminal),
    force: parsed.flags.has('force'),
  };
  const sources = await expandInputs(parsed.files, terminal.workingDirectory);
  // Nothing looked at is not nothing broken.
  if (sources.length === 0) {
    throw usageError(terminal, 'cli.nothingToConvert', { path: parsed.files.join(' ') });
  }
  const targets = await planFixes(sources, values['fix'], terminal);
  const out = readOut(values['out']);
  const reportPath =
    out === undefined || out === standardOutput
      ? undefined
      : resolvePath(terminal.workingDirectory, out);
  await refuseOverwriting(sources, [...targets.values()], reportPath, terminal);
  for (const target of [...targets.values(), ...(reportPath === undefined ? [] : [reportPath])]) {
    await prepareOutput(target, options);
  }
  const files: ReportedFile[] = [];
  let used = options.profile;
  let failed: ExitCode | undefined;
  for (const source of sources) {
    if (terminal.signal.aborted) return exitCodes.cancelled;
    try {
      const asked = { ...options, profile: used };
      const { file, profile } = await checkOne(source, targets.get(source), asked, terminal);
      files.push(file);
      used = profile;
    } catch (thrown) {
      const error = toStudioError(thrown);
      failed ??= exitCodeOf(error.code);
      reportError(terminal, error, { debug: parsed.flags.has('debug') });
    }
  }
  if (used !== undefined && files.length > 0) {
    const made = { profile: used, files, locale: terminal.locale, date: formatDay(new Date()) };
    const report = form.write(made);
    if (reportPath === undefined) print(terminal, report);
    else {
      await writeOutput(reportPath, report, options);
      tell(terminal, say(terminal, 'cli.wrote', { path: reportPath }));
    }
  }
  if (failed !== undefined) return failed;
  return countProblems(files).error > 0 ? exitCodes.broken : exitCodes.done;
}

async function checkOne(
  source: string,
  target: string | undefined,
  { profile: asked, profiles, language, frameRate, readAs, force }: CheckOptions,
  terminal: Terminal,
): Promise<{ readonly file: ReportedFile; readonly profile: RuleProfile }> {
  const file = await readSubtitleSource(source, { readAs, fps: frameRate }, terminal);
  const { document } = file;
  const profile = asked ?? chooseProfile(profiles, language ?? document.language, document);
  const known = [language, document.language, profile.language].find(
    (tag) => tag !== undefined && tag !== 'und',
  );
  const context: CheckContext = {
    language: known ?? 'und',
    breaksLines: document.source?.hasLines !== true,
    frameRate: frameRate ?? document.frameRate,
    shotsMs: [],
    ownWords: [],
    reviewed: undefined,
  };
  let { sentences } = document;
  if (target !== undefined) {
    const fixed = fixCues(sentences, profile, context);
    sentences = fixed.sentences;
    await writeFixed(file, { ...document, sentences }, target, { force, terminal });
    for (const [rule, count] of fixed.counts) {
      const name = nameRule(rule, terminal.locale);
      tell(terminal, say(terminal, 'check.fixed', { name, count }));
    }
  }
  const name = source === standardInput ? say(terminal, 'cli.stdin') : basename(source);
  const found = makeChecker(profile, context).check(sentences);
  return { file: { name, sentences, found }, profile };
}

/** In the format that the name says, else in that of the file, in its encoding and line endings. */
async function writeFixed(
  file: SubtitleFile,
  document: SubtitleFile['document'],
  target: string,
  { force, terminal }: { readonly force: boolean; readonly terminal: Terminal },
): Promise<void> {
  const to = findWritableFormatOfName(target) ?? findWritableFormat(file.format.id);
  if (to === undefined) {
    const formats = writableFormats.map(({ id }) => id).join(', ');
    throw usageError(terminal, 'cli.convertNeedsFormat', { path: basename(target), formats });
  }
  const { content } = to.write({ ...document, keepsLines: true }, {});
  const nothingAsked = { label: undefined, lineEnding: undefined, hasMark: undefined } as const;
  const form = chooseForm(nothingAsked, findKeptForm(file, to));
  const isText = typeof content === 'string';
  await writeResult(target, toBytes(content, form), { force, isText, form }, terminal);
}

/** Where each file goes when it is mended; nothing where that was not asked for. */
async function planFixes(
  sources: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<ReadonlyMap<string, string>> {
  if (asked === undefined) return new Map();
  if (asked === standardOutput) throw usageError(terminal, 'cli.checkFixOne');
  const out = resolvePath(terminal.workingDirectory, asked);
  const status = await stat(out).catch(() => undefined);
  const isFolder = status?.isDirectory() ?? /[/\\]$/u.test(asked);
  if (!isFolder && sources.length > 1) throw usageError(terminal, 'cli.checkFixOne');
  const targets = new Map(
    sources.map((source) => [source, isFolder ? join(out, basename(source)) : out] as const),
  );
  return targets;
}

/** No option, --force included, turns a file into what is made of it. */
async function refuseOverwriting(
  sources: readonly string[],
  targets: readonly string[],
  reportPath: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const result = await findSameFile(targets, sources);
  if (result !== undefined) {
    throw usageError(terminal, 'cli.outIsInput', { path: basename(result) });
  }
  if (reportPath === undefined) return;
  const report = await findSameFile([reportPath], [...sources, ...targets]);
  if (report !== undefined) {
    throw usageError(terminal, 'cli.reportIsFile', { path: basename(report) });
  }
}

function findForm(asked: string | undefined, terminal: Terminal): (typeof reportForms)[number] {
  const ids = reportForms.map(({ id }) => id);
  const id = asked === undefined ? ids[0]! : readChoice(terminal, 'format', asked, ids);
  return reportForms.find((form) => form.id === id)!;
}

/** By its id, else a file of a person's own. */
async function findProfile(
  asked: string | undefined,
  {
    studio,
    profiles,
    terminal,
  }: {
    readonly studio: Studio;
    readonly profiles: readonly RuleProfile[];
    readonly terminal: Terminal;
  },
): Promise<RuleProfile | undefined> {
  if (asked === undefined) return undefined;
  const key = asked.toLowerCase();
  const found = profiles.find(({ id }) => id.toLowerCase() === key);
  if (found !== undefined) return found;
  const path = resolvePath(terminal.workingDirectory, asked);
  const status = await stat(path).catch(() => undefined);
  if (status?.isFile() === true) return studio.ruleProfiles.read(path);
  throw usageError(terminal, 'cli.checkNoProfile', {
    profile: asked,
    profiles: profiles.map(({ id }) => id).join(', '),
  });
}

function readFrameRate(asked: string | undefined, terminal: Terminal): FrameRate | undefined {
  if (asked === undefined) return undefined;
  const rate = parseFrameRate(asked);
  if (rate === undefined) {
    throw usageError(terminal, 'cli.badChoice', { option: '--fps', choices: '23.976, 24, 25, …' });
  }
  return rate;
}

function listProfiles(profiles: readonly RuleProfile[], terminal: Terminal): void {
  for (const { id, name } of profiles) {
    print(terminal, `${id.padEnd(18)} ${translate(terminal.locale, [name[0]!, name[1]!])}\n`);
  }
}
