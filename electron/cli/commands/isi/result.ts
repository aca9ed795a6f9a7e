import { omitUndefined } from '@core/omit-undefined';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { isTaskId } from '@isi/is-task-id';
import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import { readVendorReply } from '@isi/replies/import-reply';
import { speechRegions } from '@isi/speech-regions';
import type { FileContent } from '@core/formats/format';
import type { Transcript } from '@core/transcript/transcript';
import type { Studio } from '../../../services/studio';
import { readResultFormatOptions } from '../../format-options';
import { keepResult } from '../../keep-result';
import { type ParsedArguments, readChoice, usageError } from '../../parse-arguments';
import { planTargets } from '../../plan-targets';
import { readLimits } from '../../read-limits';
import { readFormat, readLanguage } from '../../read-result-options';
import { reportRetry } from '../../report';
import { say, tell, type Terminal } from '../../terminal';
import { prepareOutput } from '../../write-output';

/**
 * `zimu isi result TASKID`: the transcript of a task of file transcription that was handed in
 * before, here or elsewhere. It costs nothing and needs the AccessKey only. The service's reply is
 * kept in the data folder, whatever becomes of the transcript.
 */
export async function result(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [taskId, ...more] = parsed.files;
  // It becomes the name of a file.
  if (taskId === undefined || more.length > 0 || !isTaskId(taskId)) {
    throw usageError(terminal, 'isi.result.oneTask');
  }
  const { values, flags } = parsed;
  const region =
    values['region'] === undefined
      ? undefined
      : readChoice(terminal, 'region', values['region'], speechRegions);
  const format = readFormat(parsed, terminal);
  const formatOptions = readResultFormatOptions(parsed, format, terminal);
  const limits = readLimits(parsed, terminal);
  const language = readLanguage(parsed);
  const force = flags.has('force');
  const [target] = await planTargets(parsed, format, terminal);
  const path = target!.path;
  if (path !== '-') await prepareOutput(path, { force });
  const fetched = await studio.fetchTask({
    taskId,
    ...omitUndefined({ region }),
    signal: terminal.signal,
    ...(flags.has('debug') ? { onRetry: (error) => reportRetry(terminal, error) } : {}),
  });
  tell(terminal, say(terminal, 'task.reply', { path: fetched.replyPath }));
  const reply = readVendorReply(fetched.reply);
  const transcript = buildImportedTranscript(reply, {
    ...{ path: fetched.source ?? taskId, limits, taskId },
    ...omitUndefined({ language }),
  });
  const write = (whole: Transcript): FileContent =>
    format.write(whole, { ...formatOptions, ...limits }).content;
  await keepResult(
    { state: 'done', transcript, notices: [], heardMs: reply.durationMs },
    { path, write, force },
    terminal,
  );
  await fetched.finish();
  return exitCodes.done;
}
