import type { EnginePlan } from '@contract/api';

/** Bytes a second of an ordinary line upwards. */
const uploadBytesPerSecond = 500_000;
/** How many times faster than it plays a recording is decoded and encoded. */
const encodingSpeed = 60;
/** Of one core with the usual model (CONTRIBUTING.md, "Measuring"); a slower computer takes longer. */
const localSpeed = 12;
/** Flash recognises half an hour in about ten seconds, as the vendor says. */
const flashSpeed = 180;
const fileSpeed = 60;
/** The first question is asked after 3 s, later ones less often (protocol §3.2). */
const fileQueueMs = 20_000;
const partMs = 2_000;

/**
 * About how long an engine takes for a recording, ms, for a person to choose by: neither the line
 * nor the queue of the service is known before. Undefined without a duration.
 */
export function estimateTime(
  engine: string,
  durationMs: number | undefined,
  upload: Pick<NonNullable<EnginePlan['upload']>, 'kind' | 'sizeBytes' | 'partCount'> | undefined,
): number | undefined {
  if (durationMs === undefined) return undefined;
  if (upload === undefined) return engine === 'local' ? durationMs / localSpeed : undefined;
  const preparingMs = upload.kind === 'as-is' ? 0 : durationMs / encodingSpeed;
  const uploadMs = (upload.sizeBytes / uploadBytesPerSecond) * 1_000;
  const recognisingMs =
    engine === 'file'
      ? fileQueueMs + durationMs / fileSpeed
      : durationMs / flashSpeed + partMs * upload.partCount;
  return Math.round(preparingMs + uploadMs + recognisingMs);
}
