import { StudioError } from '@core/errors/studio-error';
import { nameFlashFormat } from '@isi/address-limits';
import { maskSignedLinks } from '@isi/mask-signed-links';
import { flashUploadLimits } from '@isi/plan-upload';
import { readVendorReply } from '@isi/replies/import-reply';
import type { WebAddress } from '@isi/web-address';
import { checkAddress } from '../cloud/check-address';
import type { CloudProgress } from '../cloud/cloud-progress';
import { hasMeasuredTimes } from '../cloud/has-measured-times';
import type { EngineResult, TranscriptionRequest } from '../engine';
import { describeResult, finish, keepRepairs } from './flash-result';
import { type FlashStep, recognisePatiently } from './recognise-patiently';

/**
 * One recording that the service fetches itself; how long it is, its reply tells.
 * @throws StudioError `media/link-format` (data: `address`), as `checkAddress` and `recogniseFile`
 */
export async function recogniseAddress(
  address: WebAddress,
  request: TranscriptionRequest,
  { progress, ...tools }: Omit<FlashStep, 'onUploaded'> & { readonly progress: CloudProgress },
): Promise<EngineResult> {
  const { session, context } = tools;
  const checked = await checkAddress(address, 'flash', tools);
  const asked = request.parameters?.['format'];
  const { file } = request.audio;
  const format =
    (file && flashUploadLimits.nameFormat(file.containerName, file.codecName)) ??
    nameFlashFormat(checked) ??
    (typeof asked === 'string' ? asked : undefined);
  if (format === undefined) {
    throw new StudioError('media/link-format', 'nothing tells the format of the recording', {
      data: { address: address.shown },
    });
  }
  progress.report('waiting', 0);
  const json = await recognisePatiently({ link: checked.link }, format, request, {
    ...tools,
    onUploaded: () => undefined,
  });
  await context.keepReply?.(maskSignedLinks(json));
  const { segments, durationMs, repairs } = readVendorReply(json, {
    hasMeasuredTimes: hasMeasuredTimes(session, request),
    recordingMs: request.audio.durationMs,
  });
  const notices = await keepRepairs(repairs, context);
  const part = { beginMs: 0, endMs: durationMs, segments };
  const result = describeResult([part], session, request);
  return finish(
    { ...result, durationMs: Math.max(result.durationMs, durationMs), notices },
    context,
    progress,
  );
}
