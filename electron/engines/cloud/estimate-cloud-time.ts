import type { PlannedUpload } from '../engine';

/** Bytes a second of an ordinary line upwards. */
const uploadBytesPerSecond = 500_000;
/** How many times faster than it plays a recording is decoded and encoded. */
const encodingSpeed = 60;

/**
 * How long an engine of the cloud takes, ms: neither the line nor the queue of the service is known
 * before. Undefined where nothing was planned.
 * @param recogniseMs how long the service takes for what it was sent
 */
export function estimateCloudTime(
  durationMs: number,
  upload: PlannedUpload | undefined,
  recogniseMs: (upload: PlannedUpload) => number,
): number | undefined {
  if (upload === undefined) return undefined;
  const preparingMs = upload.kind === 'as-is' ? 0 : durationMs / encodingSpeed;
  const uploadMs = (upload.sizeBytes / uploadBytesPerSecond) * 1_000;
  return Math.round(preparingMs + uploadMs + recogniseMs(upload));
}
