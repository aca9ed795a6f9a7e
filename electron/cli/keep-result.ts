import { StudioError } from '@core/errors/studio-error';
import type { FileContent } from '@core/formats/format';
import type { FormatDocument } from '@core/formats/format-document';
import { formatWordTimes } from '@core/formats/word-times';
import type { Transcript } from '@core/transcript/transcript';
import { findWordTimesPath } from '../services/formats/word-times-beside';
import type { JobOutcome } from '../services/jobs/transcribe-recording';
import { printResult } from './print-result';
import { say, tell, type Terminal } from './terminal';
import { findPartialPath, type OutputPolicy, writeOutput } from './write-output';

export interface ResultTarget extends OutputPolicy {
  /** Where the whole result goes; `-` is standard output. */
  readonly path: string;
  readonly write: (transcript: Transcript) => FileContent;
  /** The cues of the result with their words, where their times are written beside it. */
  readonly prepare?: ((transcript: Transcript) => FormatDocument) | undefined;
}

/**
 * Writes the whole result of a job, or what there is of it when it did not get to the end.
 * @throws StudioError the job's own error, after the partial result was kept; `output/*`
 */
export async function keepResult(
  outcome: Omit<JobOutcome, 'unspoken'>,
  { path, write, prepare, force }: ResultTarget,
  terminal: Terminal,
): Promise<void> {
  const { state, transcript, notices, error } = outcome;
  const isDone = state === 'done';
  const isEmpty = transcript.sentences.length === 0;
  if (!isDone && isEmpty) {
    tell(terminal, say(terminal, 'cli.nothingRecognised'));
  } else if (path === '-') {
    printResult(terminal, write(transcript));
  } else {
    const target = isDone ? path : await findPartialPath(path);
    const policy = { force, signal: terminal.signal };
    await writeOutput(target, write(transcript), policy);
    if (prepare !== undefined) {
      const words = formatWordTimes(prepare(transcript));
      await writeOutput(findWordTimesPath(target), words, policy);
    }
    tell(terminal, say(terminal, isDone ? 'cli.wrote' : 'cli.wrotePartial', { path: target }));
  }
  if (!isDone) throw error ?? new StudioError('internal', 'job ended without a reason');
  // A notice has said already what was there instead.
  if (isEmpty && notices.length === 0) {
    tell(terminal, say(terminal, 'cli.noSpeech', { path: transcript.media.path }));
  }
}
