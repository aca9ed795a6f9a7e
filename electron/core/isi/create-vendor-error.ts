import { StudioError } from '../errors/studio-error';
import type { VendorFailure } from './vendor-failure';

/**
 * A refusal of the vendor as an error that people and retries understand. Its data: `service`,
 * `vendorCode`, `vendorText`, `httpStatus`, `requestId`, `taskId` as far as they are known,
 * `entry` (the id of the row of the catalogue that explains it) and `isRetryable`.
 */
export function createVendorError(failure: VendorFailure, cause?: unknown): StudioError {
  const { service, code, text, httpStatus, requestId, taskId } = failure;
  return new StudioError('engine/failed', `${service}: ${code ?? httpStatus ?? ''} ${text ?? ''}`, {
    data: {
      service,
      vendorCode: code === undefined ? String(httpStatus ?? '') : String(code),
      vendorText: text ?? '',
      isRetryable: false,
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(taskId === undefined ? {} : { taskId }),
    },
    cause,
  });
}
