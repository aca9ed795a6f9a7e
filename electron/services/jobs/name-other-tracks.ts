import type { JobNotice } from '@core/jobs/job-record';
import { describeTracks } from '../media/audio-tracks';
import type { Audible, JobListener } from '../studio';
import type { JobOutcome } from './transcribe-recording';

/**
 * Where nothing was recognised in the track that was heard, the others of its recording are told [TR5]:
 * a microphone that was muted, or music and effects, often come first.
 */
export function nameOtherTracks(
  { info }: Pick<Audible, 'info'>,
  outcome: JobOutcome,
  { report }: Pick<JobListener, 'report'>,
): JobOutcome {
  const { state, transcript, heardMs, notices } = outcome;
  if (state !== 'done' || transcript.sentences.length > 0 || info === undefined) return outcome;
  const about = describeTracks(info);
  if (about.tracks === undefined) return outcome;
  const notice: JobNotice = { kind: 'other-tracks', beginMs: 0, endMs: heardMs, ...about };
  report({
    kind: 'progress',
    stage: 'transcribing',
    fraction: 1,
    notices: [notice],
    sentences: [],
  });
  return { ...outcome, notices: [...notices, notice] };
}
