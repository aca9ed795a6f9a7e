import { omitUndefined } from '@core/omit-undefined';
import { readVendorReply } from '@isi/replies/import-reply';
import { listRepairNotices } from '@isi/replies/list-repair-notices';
import type { SpokenReply } from '@core/replies/spoken-reply';
import { hasMeasuredTimes } from '../cloud/has-measured-times';
import type { CloudSession } from '../cloud/cloud-access';
import type { EngineResult, TranscriptionRequest } from '../engine';

type Asked = Pick<TranscriptionRequest, 'audio' | 'language' | 'parameters'>;

/**
 * What a finished task says.
 * @param json its reply; undefined where the recording has no sound, so that no task was handed in
 * @throws StudioError as `readVendorReply`
 */
export function readTaskReply(
  json: string | undefined,
  session: Pick<CloudSession, 'appkey'>,
  request: Asked,
): SpokenReply {
  if (json === undefined) return { segments: [], durationMs: 0, repairs: [] };
  return readVendorReply(json, {
    hasMeasuredTimes: hasMeasuredTimes(session, request),
    isSpeakerSplit: request.parameters?.['auto_split'] === true,
    recordingMs: request.audio.durationMs,
  });
}

/** The result of a recording, by what its task said and who was asked. */
export function describeResult(
  { segments, durationMs, repairs }: SpokenReply,
  { appkey: { model } }: Pick<CloudSession, 'appkey'>,
  { audio, language }: Asked,
  taskId: string | undefined,
): EngineResult {
  return {
    language: language ?? model?.tag ?? 'und',
    durationMs: Math.max(durationMs, audio.durationMs ?? 0),
    segments,
    notices: listRepairNotices(repairs),
    ...omitUndefined({ taskId }),
  };
}
