import { omitUndefined } from '@core/omit-undefined';
import { availableParallelism } from 'node:os';
import { exitCodes, type ExitCode, exitCodeOf } from '@core/errors/error-codes';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { isTaskId } from '@isi/is-task-id';
import type { ServiceTask } from '@core/jobs/job-event';
import type { FileContent } from '@core/formats/format';
import type { Transcript } from '@core/transcript/transcript';
import type { JobOutcome, RecordingEvent } from '../../services/jobs/transcribe-recording';
import type { Audible, JobListener, Studio } from '../../services/studio';
import { createTrackChooser, reportTracks } from '../choose-track';
import { keepResult } from '../keep-result';
import { type ParsedArguments, usageError } from '../parse-arguments';
import { planTargets, refuseInputsAsOutputs } from '../plan-targets';
import type { OutputTarget } from '../plan-outputs';
import { createProgressDisplay, type ProgressDisplay } from '../progress-display';
import { reportChannels } from '../report-channels';
import { reportError, reportNotices, reportRemark } from '../report';
import { readTranscribeOptions, type TranscribeOptions } from '../read-transcribe-options';
import { runSeveral } from '../run-several';
import { createRetryTeller } from '../tell-retries';
import { type Terminal, say, tell } from '../terminal';
import { prepareResult } from '../word-times-result';

/**
 * `zimu transcribe FILE|URL…`: each recording becomes a file of timed text. One that fails does not
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
  const options = readTranscribeOptions(studio, parsed, terminal);
  const targets = await planTargets(parsed, options.format, terminal);
  await refuseInputsAsOutputs(targets, terminal);
  const engine = studio.requireEngine(options.engine, options.language);
  const isOnlyWeb = targets.every(({ address }) => address !== undefined);
  const isWeb = targets.some(({ address }) => address !== undefined);
  if (isWeb && !engine.describe().takesAddresses) {
    throw new StudioError('engine/needs-file', 'the engine takes no addresses', {
      data: { engine: options.engine },
    });
  }
  if (isWeb && options.track !== undefined) throw usageError(terminal, 'track.ofAddress');
  const readiness = await engine.check(options.model, isOnlyWeb ? 'address' : 'file');
  if (readiness.state === 'unavailable') throw readiness.error;

  const display = createProgressDisplay(terminal, {
    json: parsed.flags.has('json-progress'),
    count: targets.length,
  });
  const failures: (StudioError | undefined)[] = [];
  let doneCount = 0;
  const fail = (target: OutputTarget, index: number, thrown: unknown): void => {
    const error = toStudioError(thrown);
    failures[index] = error;
    display.failed(target.source, error);
    reportError(display.terminal, error, { debug: parsed.flags.has('debug') });
  };
  // All of them first: a person should not learn after the ninth that the tenth cannot be kept.
  for (const [index, target] of targets.entries()) {
    await prepareResult(target.path, options).catch((thrown: unknown) => {
      fail(target, index, thrown);
    });
  }
  await runSeveral(targets, recordingsAtATime, async (target, index) => {
    if (terminal.signal.aborted || failures[index] !== undefined) return;
    if (targets.length > 1) {
      const place = { index: index + 1, count: targets.length, path: target.source };
      tell(display.terminal, say(terminal, 'cli.fileOfFiles', place));
    }
    try {
      await transcribeOne(studio, target, options, { display, isOneOfMany: targets.length > 1 });
      doneCount++;
    } catch (thrown) {
      fail(target, index, thrown);
    }
  });
  display.end();
  if (targets.length > 1) {
    tell(terminal, say(terminal, 'cli.summaryOfMany', { done: doneCount, count: targets.length }));
  }
  if (terminal.signal.aborted && doneCount < targets.length) return exitCodes.cancelled;
  const failed = failures.find((error) => error !== undefined);
  return failed === undefined ? exitCodes.done : exitCodeOf(failed.code);
}

/**
 * Two, because opening a recording and the silence before its first words leave a recogniser with
 * nothing to do: of many short recordings that is a third of the time.
 */
const recordingsAtATime = Math.min(2, availableParallelism());

async function transcribeOne(
  studio: Studio,
  { source, path, address }: OutputTarget,
  options: TranscribeOptions,
  { display, isOneOfMany }: { readonly display: ProgressDisplay; readonly isOneOfMany: boolean },
): Promise<void> {
  const { terminal } = display;
  const recording = await open();
  display.begin(source);
  const retries = createRetryTeller(terminal, options);
  const request = {
    engine: options.engine,
    limits: options.limits,
    ...omitUndefined({
      language: options.language,
      model: options.model,
      eachChannel: options.eachChannel,
      parameters: options.parameters,
    }),
  };
  const listener: JobListener = {
    signal: terminal.signal,
    report: (event) => {
      display.report(source, event);
      explain(event);
    },
  };
  /** In words, beside the bar or the lines for a program. */
  const explain = (event: RecordingEvent): void => {
    switch (event.kind) {
      case 'progress':
        retries.wentOn();
        return;
      case 'task':
        tell(terminal, formatTask(event.task, terminal));
        return;
      case 'channels': {
        const { durationMs } = recording.audio;
        reportChannels(terminal, source, { decision: event.decision, durationMs });
        return;
      }
      case 'retrying':
        retries.retrying(event.error);
        return;
      case 'remark':
        reportRemark(terminal, event.error);
    }
  };
  const run = options.keepsTask
    ? await studio.transcribeResumably(
        recording,
        {
          ...{ ...request, source, startsAnew: options.startsAnew },
          onLeave: (taskId) => tell(terminal, say(terminal, 'task.left', { taskId })),
        },
        listener,
      )
    : { outcome: await studio.transcribe(recording, request, listener) };
  try {
    await keepOutcome(run.outcome, recording);
    if ('finish' in run) await run.finish();
  } catch (thrown) {
    if ('kept' in run && run.kept !== undefined) tell(terminal, formatKept(run.kept, terminal));
    throw thrown;
  } finally {
    if ('release' in run) await run.release();
  }
  display.done(source, path);

  async function open(): Promise<Audible> {
    if (address !== undefined) return studio.openAddress(address);
    const { track } = options;
    const choose = createTrackChooser(track, source, terminal);
    const opened = await studio.openRecording(source, terminal.signal, choose);
    if (track === undefined) reportTracks(terminal, source, opened);
    return opened;
  }

  async function keepOutcome(outcome: JobOutcome, heard: Audible): Promise<void> {
    reportNotices(terminal, outcome, {
      isTruncated: heard.warning()?.hasDecoderDied === false,
      isOneOfMany,
      hasGivenText: false,
    });
    const { formatOptions, limits } = options;
    const write = (transcript: Transcript): FileContent =>
      options.format.write(transcript, { ...formatOptions, ...limits }).content;
    const prepare = options.hasWordTimes
      ? (transcript: Transcript) =>
          options.format.prepare(transcript, { ...formatOptions, ...limits })
      : undefined;
    await keepResult(outcome, { path, write, prepare, force: options.force }, terminal);
  }
}

function formatTask({ taskId, isKept }: ServiceTask, terminal: Terminal): string {
  return say(terminal, isKept ? 'task.goesOn' : 'task.submitted', { taskId });
}

function formatKept(
  { taskId }: { readonly taskId: string | undefined },
  terminal: Terminal,
): string {
  if (taskId === undefined) return say(terminal, 'task.uploadKept');
  // What a person copies into a shell is no place for an id that could be a command of its own.
  return say(terminal, isTaskId(taskId) ? 'task.kept' : 'task.keptOddId', { taskId });
}
