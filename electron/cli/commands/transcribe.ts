import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, resolve } from 'node:path';
import { type CueLimits, defaultCueLimits } from '@core/cues/cue-limits';
import { exitCodes, type ExitCode, exitCodeOf } from '@core/errors/error-codes';
import { isCancelled, StudioError, toStudioError } from '@core/errors/studio-error';
import { findFormat, type TranscriptFormat, transcriptFormats } from '@core/formats/registry';
import type { JobOutcome } from '../../services/jobs/transcribe-recording';
import type { Studio } from '../../services/studio';
import { type ParsedArguments, readChoice, readWholeNumber, usageError } from '../parse-arguments';
import { type OutputTarget, partialPathOf, planOutputs } from '../plan-outputs';
import { createProgressDisplay, type ProgressDisplay } from '../progress-display';
import { reportError, reportNotices } from '../report';
import { runSeveral } from '../run-several';
import { type Terminal, say, tell } from '../terminal';
import { prepareOutput, writeOutput } from '../write-output';

interface TranscribeOptions {
  readonly engine: string;
  readonly model: string | undefined;
  readonly format: TranscriptFormat;
  readonly language: string | undefined;
  readonly limits: CueLimits;
  readonly words: boolean;
  readonly force: boolean;
}

/**
 * `zimu transcribe FILE…`: each recording becomes a file of timed text. One that fails does not
 * stop the others; the exit code is that of the first failure.
 */
export async function transcribe(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (parsed.files.length === 0) {
    throw usageError(terminal, 'cli.needsFile', { command: 'transcribe' });
  }
  const options = readOptions(parsed, terminal);
  const targets = await planTargets(parsed, options, terminal);
  const readiness = await studio.requireEngine(options.engine, options.language).check();
  if (readiness.state === 'unavailable') throw readiness.error;

  const display = createProgressDisplay(terminal, {
    json: parsed.flags.has('json-progress'),
    count: targets.length,
  });
  const failures: (StudioError | undefined)[] = [];
  await runSeveral(targets, recordingsAtATime, async (target, index) => {
    if (terminal.signal.aborted) return;
    if (targets.length > 1) {
      const place = { index: index + 1, count: targets.length, path: target.source };
      tell(display.terminal, say(terminal, 'cli.fileOfFiles', place));
    }
    try {
      await transcribeOne(studio, target, options, display);
    } catch (thrown) {
      const error = toStudioError(thrown);
      failures[index] = error;
      display.failed(target.source, error);
      reportError(display.terminal, error, { debug: parsed.flags.has('debug') });
    }
  });
  display.end();
  const failed = failures.filter((error) => error !== undefined);
  if (targets.length > 1 && !terminal.signal.aborted) {
    const done = targets.length - failed.length;
    tell(terminal, say(terminal, 'cli.summaryOfMany', { done, count: targets.length }));
  }
  if (terminal.signal.aborted && failed.some(isCancelled)) return exitCodes.cancelled;
  return failed[0] === undefined ? exitCodes.done : exitCodeOf(failed[0].code);
}

/**
 * Two, because opening a recording and the silence before its first words leave a recogniser with
 * nothing to do: of many short recordings that is a third of the time.
 */
const recordingsAtATime = Math.min(2, availableParallelism());

function readOptions(parsed: ParsedArguments, terminal: Terminal): TranscribeOptions {
  const { values, flags } = parsed;
  // People also write POSIX tags (`en_GB`); BCP 47 has hyphens.
  const language = values['language']?.replaceAll('_', '-');
  const maxLine = values['max-line'];
  const maxLines = values['max-lines'];
  const defaults = defaultCueLimits(language ?? 'en');
  const formatIds = transcriptFormats.map(({ id }) => id);
  const asked = values['format'];
  const named =
    asked === undefined
      ? findFormat(extname(values['out'] ?? ''))
      : findFormat(readChoice(terminal, 'format', asked, formatIds));
  return {
    engine: readChoice(terminal, 'engine', values['engine'] ?? 'local', ['local', 'flash', 'file']),
    model:
      values['model'] === undefined
        ? undefined
        : readChoice(terminal, 'model', values['model'], ['base', 'tiny']),
    format: named ?? transcriptFormats[0]!,
    language,
    limits: {
      ...defaults,
      ...(maxLine === undefined
        ? {}
        : {
            maxLineCharacters: readWholeNumber(terminal, 'max-line', maxLine, {
              least: 5,
              most: 500,
            }),
          }),
      ...(maxLines === undefined
        ? {}
        : { maxLines: readWholeNumber(terminal, 'max-lines', maxLines, { least: 1, most: 10 }) }),
    },
    words: flags.has('words'),
    force: flags.has('force'),
  };
}

async function planTargets(
  parsed: ParsedArguments,
  options: TranscribeOptions,
  terminal: Terminal,
): Promise<OutputTarget[]> {
  const sources = parsed.files.map((file) => resolve(terminal.workingDirectory, file));
  const asked = parsed.values['out'];
  if (asked === '-') {
    if (sources.length > 1) throw usageError(terminal, 'cli.stdoutOneFile');
    return sources.map((source) => ({ source, path: '-' }));
  }
  if (asked === undefined) {
    return planOutputs({
      sources,
      extension: options.format.extension.slice(1),
      out: undefined,
      outIsFolder: true,
    });
  }
  const out = resolve(terminal.workingDirectory, asked);
  const existing = await stat(out).catch(() => undefined);
  if (sources.length > 1 && existing?.isDirectory() === false) {
    throw usageError(terminal, 'cli.outIsFile', { path: out });
  }
  const outIsFolder =
    sources.length > 1 || existing?.isDirectory() === true || /[/\\]$/.test(asked);
  return planOutputs({ sources, extension: options.format.extension.slice(1), out, outIsFolder });
}

async function transcribeOne(
  studio: Studio,
  { source, path }: OutputTarget,
  options: TranscribeOptions,
  display: ProgressDisplay,
): Promise<void> {
  const { terminal } = display;
  const recording = await studio.openRecording(source, terminal.signal);
  if (path !== '-') await prepareOutput(path, options);
  display.begin(source);
  const outcome = await studio.transcribe(
    recording,
    {
      engine: options.engine,
      limits: options.limits,
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.model === undefined ? {} : { model: options.model }),
    },
    { signal: terminal.signal, onProgress: (progress) => display.update(source, progress) },
  );
  reportNotices(terminal, outcome, recording.wasTruncated());
  await keepResult(outcome, path, options, terminal);
  display.done(source, path);
}

/** Writes the whole result, or what there is of it when the job did not get to the end. */
async function keepResult(
  outcome: JobOutcome,
  path: string,
  options: TranscribeOptions,
  terminal: Terminal,
): Promise<void> {
  const text = options.format.format(outcome.transcript, {
    words: options.words,
    ...options.limits,
  });
  const isDone = outcome.state === 'done';
  const isEmpty = outcome.transcript.sentences.length === 0;
  if (!isDone && isEmpty) {
    tell(terminal, say(terminal, 'cli.nothingRecognised'));
  } else if (path === '-') {
    terminal.stdout.write(text);
  } else {
    const target = isDone ? path : partialPathOf(path);
    await writeOutput(target, text);
    tell(terminal, say(terminal, isDone ? 'cli.wrote' : 'cli.wrotePartial', { path: target }));
  }
  if (!isDone) throw outcome.error ?? new StudioError('internal', 'job ended without a reason');
  if (isEmpty) {
    tell(terminal, say(terminal, 'cli.noSpeech', { path: outcome.transcript.media.path }));
  }
}
