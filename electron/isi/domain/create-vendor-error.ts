import { omitUndefined } from '@core/omit-undefined';
import type { ErrorCode } from '@core/errors/error-codes';
import { StudioError } from '@core/errors/studio-error';
import { findVendorError } from './find-vendor-error';
import { maskSecrets } from './mask-secrets';
import { vendorRetries } from './vendor-error-entry';
import type { VendorFailure } from './vendor-failure';

/**
 * A refusal of the vendor as an error that people and retries understand. Its data: `service`,
 * `vendorCode`, `vendorText`, `httpStatus`, `requestId`, `taskId`, `recommend` as far as they are known,
 * `entry` (the id of the row of the catalogue that explains it), `retry` (what helps, a key of
 * `vendorRetries`) and `isRetryable` (a program may do that by itself, with a limit); `minutes` of a
 * wrong clock; `retryAfterMs` where the service asked for a pause. Code and text are masked: the vendor repeats tokens and strings to sign.
 *
 * @param cause must not hold a secret itself: its stack is printed by --debug
 */
export function createVendorError(failure: VendorFailure, cause?: unknown): StudioError {
  const { service, httpStatus, requestId, taskId, recommend, clockOffMinutes, retryAfterMs } =
    failure;
  const entry = findVendorError(failure);
  const vendorCode = maskSecrets(String(failure.code ?? httpStatus ?? ''));
  const vendorText = maskSecrets(failure.text ?? '');
  return new StudioError(
    chooseCode(entry.errorCode, clockOffMinutes),
    [`${service}:`, vendorCode, vendorText].filter((part) => part !== '').join(' '),
    {
      data: {
        service,
        vendorCode,
        vendorText,
        entry: entry.id,
        retry: entry.retry,
        isRetryable: vendorRetries[entry.retry].self,
        ...omitUndefined({
          httpStatus,
          requestId,
          taskId,
          recommend,
          minutes: clockOffMinutes,
          retryAfterMs,
        }),
      },
      cause,
    },
  );
}

/** The text about the clock names the minutes; without them the refusal is one of credentials. */
function chooseCode(code: ErrorCode, clockOffMinutes: number | undefined): ErrorCode {
  const isUnknown = code === 'engine/clock-skewed' && clockOffMinutes === undefined;
  return isUnknown ? 'engine/unauthorised' : code;
}
