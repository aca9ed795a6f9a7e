import { StudioError } from '@core/errors/studio-error';
import type { FileContent } from '@core/formats/format';
import type { Transcript } from '@core/transcript/transcript';
import type { JobOutcome } from '../services/jobs/transcribe-recording';
import { printResult } from './print-result';
import { say, tell, type Terminal } from './terminal';
import { findPartialPath, type OutputPolicy, writeOutput } from './write-output';

export interface ResultTarget extends OutputPolicy {
  /** Where the whole result goes; `-` is standard output. */
  readonly path: string;
  readonly write: (transcript: Transcript) => FileContent;
}

/**
 * Writes the whole result of a job, or what there is of it when it did not get to the end.
 * @throws StudioError the job's own error, after the partial result was kept; `output/*`
 */
export async function keepResult(
  outcome: Omit<JobOutcome, 'unspoken'>,
  { path, write, force }: ResultTarget,
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
    await writeOutput(target, write(transcript), { force, signal: terminal.signal });
    tell(terminal, say(terminal, isDone ? 'cli.wrote' : 'cli.wrotePartial', { path: target }));
  }
  if (!isDone) throw error ?? new StudioError('internal', 'job ended without a reason');
  // A notice has said already what was there instead.
  if (isEmpty && notices.length === 0) {
    tell(terminal, say(terminal, 'cli.noSpeech', { path: transcript.media.path }));
  }
}
