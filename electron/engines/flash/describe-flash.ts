import { describeCloudEngine } from '../cloud/cloud-languages';
import { estimateCloudTime } from '../cloud/estimate-cloud-time';
import type { PlannedUpload } from '../engine';

/** Flash recognises half an hour in about ten seconds, as the vendor says. */
const recognitionSpeed = 180;
const partMs = 2_000;

export const flashDescription = describeCloudEngine({
  id: 'flash',
  service: 'flash',
  texts: {
    name: 'engine.flash',
    about: 'transcribe.flash.about',
    needs: 'transcribe.needs.account',
    gives: ['transcribe.gives.seconds', 'transcribe.gives.twoHours', 'transcribe.gives.words'],
    sends: 'transcribe.plan.goes.flash',
    limits: 'transcribe.plan.limits.flash',
  },
});

/** About how long flash takes, ms. */
export function estimateFlashTime(
  durationMs: number,
  planned: PlannedUpload | undefined,
): number | undefined {
  return estimateCloudTime(
    durationMs,
    planned,
    ({ partCount }) => durationMs / recognitionSpeed + partMs * partCount,
  );
}
