import { omitUndefined } from '@core/omit-undefined';
import { basename, resolve } from 'node:path';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { WritableFormat } from '@core/formats/format';
import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import { readVendorReply } from '@isi/replies/import-reply';
import type { ImportedReply } from '@isi/replies/imported-reply';
import { listRepairNotices } from '@isi/replies/list-repair-notices';
import type { Studio } from '../../../services/studio';
import { keepResult } from '../../keep-result';
import { type ParsedArguments, usageError } from '../../parse-arguments';
import type { OutputTarget } from '../../plan-outputs';
import { planTargets, refuseInputsAsOutputs } from '../../plan-targets';
import { readFormat, readLanguage } from '../../read-result-options';
import { findOwnDescriptor, readTextSource, standardInput as stdin } from '../../read-text-source';
import { describeNotice, reportError } from '../../report';
import { readOut, standardOutput } from '../../standard-output';
import { say, tell, type Terminal } from '../../terminal';
import { prepareOutput } from '../../write-output';
import { decodeReply } from './decode-reply';

interface ImportOptions {
  readonly format: WritableFormat;
  readonly language: string | undefined;
  readonly force: boolean;
}

/**
 * `zimu isi import RESULT.json…`: replies of flash and GetTaskResult and bodies of callbacks, saved
 * as files, become timed text as a job's result does. One that fails does not stop the others; the
 * exit code is that of the first failure.
 */
export async function importReplies(
  _studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (parsed.files.length === 0) {
    throw usageError(terminal, 'cli.needsFile', { command: 'isi import' });
  }
  const options: ImportOptions = {
    format: readFormat(parsed, terminal),
    language: readLanguage(parsed),
    force: parsed.flags.has('force'),
  };
  const targets = await planImports(parsed, options, terminal);
  let exitCode: ExitCode = exitCodes.done;
  for (const [index, target] of targets.entries()) {
    if (terminal.signal.aborted) return exitCodes.cancelled;
    if (targets.length > 1) {
      const place = { index: index + 1, count: targets.length, path: target.source };
      tell(terminal, say(terminal, 'cli.fileOfFiles', place));
    }
    try {
      await importOne(target, options, terminal);
    } catch (thrown) {
      const error = toStudioError(thrown);
      reportError(terminal, error, { debug: parsed.flags.has('debug') });
      if (exitCode === exitCodes.done) exitCode = exitCodeOf(error.code);
    }
  }
  return exitCode;
}

async function planImports(
  parsed: ParsedArguments,
  { format }: ImportOptions,
  terminal: Terminal,
): Promise<readonly OutputTarget[]> {
  if (parsed.files.includes(stdin)) {
    if (parsed.files.length > 1) throw usageError(terminal, 'isi.import.stdinAlone');
    const out = readOut(parsed.values['out']) ?? standardOutput;
    const path = out === standardOutput ? out : resolve(terminal.workingDirectory, out);
    return [{ source: stdin, path }];
  }
  const [only = '', ...others] = parsed.files;
  const isUnplaced = others.length === 0 && findOwnDescriptor(only) !== undefined;
  // There is no folder beside a pipe of the shell's.
  if (isUnplaced && parsed.values['out'] === undefined) {
    return [{ source: only, path: standardOutput }];
  }
  const targets = await planTargets(parsed, format, terminal);
  await refuseInputsAsOutputs(targets, terminal);
  return targets;
}

async function importOne(
  { source, path }: OutputTarget,
  { format, language, force }: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  if (path !== '-') await prepareOutput(path, { force });
  const name = source === stdin ? say(terminal, 'cli.stdin') : basename(source);
  const reply = readReply(await readSource(source, name, terminal), name);
  const transcript = buildImportedTranscript(reply, {
    path: source === stdin ? name : source,
    ...omitUndefined({ language }),
  });
  const notices = listRepairNotices(reply.repairs);
  for (const notice of notices) tell(terminal, describeNotice(terminal, notice));
  await keepResult(
    { state: 'done', transcript, notices, heardMs: reply.durationMs },
    { path, write: (result) => format.write(result).content, force },
    terminal,
  );
}

/** @throws StudioError `media/not-found`, `media/unreadable` (data: `path`), `text/*` */
async function readSource(source: string, name: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    const shown = source === stdin ? name : source;
    return await readTextSource(source, { signal: terminal.signal, name: shown });
  } catch (cause) {
    if (cause instanceof StudioError) throw cause;
    const { code: reason = '' } = cause as NodeJS.ErrnoException;
    const data = { path: source, reason };
    if (reason === 'ENOENT') throw new StudioError('media/not-found', 'no such file', { data });
    throw new StudioError('media/unreadable', 'cannot be read', { data, cause });
  }
}

/** @throws StudioError as `readVendorReply`; `engine/reply-unreadable` has the name as `data.file` */
function readReply(content: Uint8Array, file: string): ImportedReply {
  try {
    return readVendorReply(decodeReply(content));
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code !== 'engine/reply-unreadable') throw error;
    throw new StudioError(error.code, error.message, { data: { ...error.data, file } });
  }
}
