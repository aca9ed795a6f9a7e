import { doChannelsDiffer } from '@isi/decide-channels';
import type { ChannelMeter } from '../../engines/registry';
import type { JobListener } from '../studio';
import { addNotice } from './add-notice';
import type { JobOutcome, TranscribeRecording } from './transcribe-recording';

/** Whether channels differ, which is found out while they are heard as one. */
export interface ChannelComparison {
  readonly differ: Promise<boolean>;
  /** Nobody wants to know any more. */
  stop(): void;
}

/**
 * Compares the two channels of a recording that an engine hears as one, though it could hear each by
 * itself; undefined where there is nothing to compare.
 */
export function compareChannels(
  { audio, engine, eachChannel = false }: TranscribeRecording,
  meter: ChannelMeter,
  signal: AbortSignal,
): ChannelComparison | undefined {
  const { hearsEachChannel = false } = engine.describe();
  if (eachChannel || !hearsEachChannel || audio.readStereo === undefined) return undefined;
  const stop = new AbortController();
  const differ = meter.measure(audio, { signal: AbortSignal.any([signal, stop.signal]) }).then(
    (facts) => facts !== undefined && doChannelsDiffer(facts),
    // What cannot be read the job itself says; a proposal is worth no error.
    () => false,
  );
  return { differ, stop: () => stop.abort() };
}

/** Tells of a recording whose channels were heard as one that they differ [TR6]. */
export async function proposeChannels(
  comparison: ChannelComparison | undefined,
  outcome: JobOutcome,
  listener: Pick<JobListener, 'report'>,
): Promise<JobOutcome> {
  if (comparison === undefined) return outcome;
  if (outcome.state !== 'done') {
    comparison.stop();
    await comparison.differ;
    return outcome;
  }
  if (!(await comparison.differ)) return outcome;
  const heard = { beginMs: 0, endMs: outcome.heardMs };
  return addNotice(outcome, { kind: 'channels-differ', ...heard }, listener);
}
