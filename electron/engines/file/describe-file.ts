import { describeCloudEngine } from '../cloud/cloud-languages';
import { estimateCloudTime } from '../cloud/estimate-cloud-time';
import type { PlannedUpload } from '../engine';

const recognitionSpeed = 60;
/** The first question is asked after 3 s, later ones less often (protocol §3.2). */
const queueMs = 20_000;

export const fileDescription = describeCloudEngine({
  id: 'file',
  service: 'file',
  taskStages: ['waiting'],
  longerBy: 'flash',
  texts: {
    name: 'engine.file',
    about: 'transcribe.file.about',
    needs: 'transcribe.needs.bucket',
    gives: ['transcribe.gives.queue', 'transcribe.gives.twelveHours', 'transcribe.gives.words'],
    sends: 'transcribe.plan.goes.file',
    sendsAndKeeps: 'transcribe.plan.goes.fileKept',
    limits: 'transcribe.plan.limits.file',
    takes: 'transcribe.plan.takes.file',
  },
});

/** About how long file transcription takes, ms. */
export function estimateFileTime(
  durationMs: number,
  planned: PlannedUpload | undefined,
): number | undefined {
  return estimateCloudTime(durationMs, planned, () => queueMs + durationMs / recognitionSpeed);
}
