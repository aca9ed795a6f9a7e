import { listRepairNotices } from '@isi/replies/list-repair-notices';
import { joinRepairs, type ReplyRepair } from '@core/replies/reply-repair';
import { type RecognisedPart, stitchParts } from '@isi/stitch-parts';
import type { CloudSession } from '../cloud/cloud-access';
import type { CloudProgress } from '../cloud/cloud-progress';
import { throwIfCancelled } from '../cloud/interruption';
import type { EngineContext, EngineResult, TranscriptionRequest } from '../engine';

/** The result of a recording, by what was heard in its parts; notices are to be added. */
export function describeResult(
  parts: readonly RecognisedPart[],
  { appkey }: CloudSession,
  { audio, language }: TranscriptionRequest,
): EngineResult {
  const segments =
    parts.length === 1 && parts[0]!.beginMs === 0 ? parts[0]!.segments : stitchParts(parts);
  const lastMs = segments.reduce((last, { endMs }) => Math.max(last, endMs), 0);
  return {
    language: language ?? appkey.model?.tag ?? 'und',
    durationMs: Math.max(audio.durationMs ?? 0, lastMs),
    segments,
    notices: [],
  };
}

/** What is told of a reply that had to be mended; it is kept beside the reply too. */
export async function keepRepairs(
  repairs: readonly ReplyRepair[],
  context: EngineContext,
): Promise<EngineResult['notices']> {
  const places = joinRepairs(repairs);
  if (places.length > 0) await context.keepRepairs?.(places);
  return listRepairNotices(places);
}

/** The last word on a job, unless it was taken back meanwhile. @throws StudioError `job/cancelled` */
export function finish(
  result: EngineResult,
  { signal }: EngineContext,
  progress: CloudProgress,
): EngineResult {
  throwIfCancelled(signal);
  progress.finish(result);
  throwIfCancelled(signal);
  return result;
}
