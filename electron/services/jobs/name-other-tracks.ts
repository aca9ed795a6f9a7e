import { describeTracks } from '../media/audio-tracks';
import type { Audible, JobListener } from '../studio';
import { addNotice } from './add-notice';
import type { JobOutcome } from './transcribe-recording';

/**
 * Where nothing was recognised in the track that was heard, the others of its recording are told [TR5]:
 * a microphone that was muted, or music and effects, often come first.
 */
export function nameOtherTracks(
  { info }: Pick<Audible, 'info'>,
  outcome: JobOutcome,
  listener: Pick<JobListener, 'report'>,
): JobOutcome {
  const { state, transcript, heardMs } = outcome;
  if (state !== 'done' || transcript.sentences.length > 0 || info === undefined) return outcome;
  const about = describeTracks(info);
  if (about.tracks === undefined) return outcome;
  const heard = { beginMs: 0, endMs: heardMs };
  return addNotice(outcome, { kind: 'other-tracks', ...heard, ...about }, listener);
}
