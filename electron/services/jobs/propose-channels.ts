import type { ChannelFindings } from '@isi/compare-channels';
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
 * Compares the channels of a recording that an engine hears as one, though it could hear each by
 * itself; undefined where there is nothing to compare.
 */
export function compareChannels(
  { audio, engine, eachChannel = false }: TranscribeRecording,
  meter: ChannelMeter,
  signal: AbortSignal,
): ChannelComparison | undefined {
  const { hearsEachChannel = false } = engine.describe();
  if (eachChannel || !hearsEachChannel || audio.channels === undefined) return undefined;
  const stop = new AbortController();
  const differ = meter.compare(audio, { signal: AbortSignal.any([signal, stop.signal]) }).then(
    (findings) => findings?.differ === true,
    // What cannot be read the job itself says; a proposal is worth no error.
    () => false,
  );
  return { differ, stop: () => stop.abort() };
}

/**
 * Which channels need not be heard where each is heard by itself, as an earlier one holds the very same;
 * of two, both were asked for.
 */
export async function findSameChannels(
  { audio, engine, eachChannel = false }: TranscribeRecording,
  meter: ChannelMeter,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const { hearsEachChannel = false } = engine.describe();
  const isAsked = eachChannel && hearsEachChannel && (audio.channels?.count ?? 0) > 2;
  const findings: ChannelFindings | undefined = isAsked
    ? await meter.compare(audio, { signal }).catch(() => undefined)
    : undefined;
  return findings?.same.map(({ channel }) => channel) ?? [];
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
