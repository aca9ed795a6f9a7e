import { createVendorError } from '@isi/create-vendor-error';
import type { ErrorCode } from '@core/errors/error-codes';
import type { StudioError } from '@core/errors/studio-error';

/** Numbers of the vendor's SDK that can happen here (its table of SDK errors). */
export const sdkCodes = {
  ILLEGAL_PARAM: 240002,
  ILLEGAL_INIT_PARAM: 240003,
  NECESSARY_PARAM_LACK: 240004,
  NULL_PARAM_ERROR: 240005,
  NULL_LISTENER_ERROR: 240006,
  NULL_DIALOG_ERROR: 240007,
  ILLEGAL_REENTRANT: 240010,
  SDK_NOT_INIT: 240011,
  SDK_ALREADY_INIT: 240012,
  FILE_ACCESS_FAIL: 240021,
  SSL_CONNECT_FAILED: 240064,
  HTTP_CONNECT_FAILED: 240065,
  DNS_FAILED: 240066,
  CONNECT_FAILED: 240067,
  AUTH_FAILED: 240070,
  HTTPDNS_FAILED: 240071,
  HTTP_SEND_FAILED: 240072,
  HTTP_RECEIVE_FAILED: 240073,
  HTTP_RESPONSE_ERROR: 240074,
  HTTP_SERVER_ERROR: 240075,
  DEFAULT_ERROR: 240999,
} as const;

export type SdkCodeName = keyof typeof sdkCodes;

/** A failure of the SDK's own checks. @param detail what is wrong, without values */
export function createSdkError(name: SdkCodeName, detail: string, cause?: unknown): StudioError {
  return createVendorError(
    { service: 'sdk', code: sdkCodes[name], text: `${name}: ${detail}` },
    cause,
  );
}

/**
 * The number under which the SDK would report a failure on the way.
 * @param hasDirectIp whether the address to connect to was given (`direct_ip`)
 */
export function findSdkCode(error: StudioError, hasDirectIp: boolean): number {
  return sdkCodes[findName(error, hasDirectIp)];
}

/** What a code always means; the others depend on their data. */
const nameByCode: Partial<Record<ErrorCode, SdkCodeName>> = {
  'network/tls': 'SSL_CONNECT_FAILED',
  'network/proxy': 'HTTP_CONNECT_FAILED',
  'engine/reply-unreadable': 'HTTP_RESPONSE_ERROR',
  'engine/unauthorised': 'AUTH_FAILED',
  'media/not-found': 'FILE_ACCESS_FAIL',
  'media/not-a-file': 'FILE_ACCESS_FAIL',
  'media/empty': 'FILE_ACCESS_FAIL',
  'media/unreadable': 'FILE_ACCESS_FAIL',
  'usage/invalid': 'ILLEGAL_PARAM',
};

function findName({ code, data }: StudioError, hasDirectIp: boolean): SdkCodeName {
  if (data['service'] === 'flash') return 'HTTP_SERVER_ERROR';
  const connect = hasDirectIp ? 'HTTPDNS_FAILED' : 'CONNECT_FAILED';
  if (code === 'network/timed-out') {
    if (data['phase'] === 'connect') return connect;
    return data['phase'] === 'send' ? 'HTTP_SEND_FAILED' : 'HTTP_RECEIVE_FAILED';
  }
  if (code === 'network/unreachable') {
    const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
    if (/^(?:ENOTFOUND|EAI_)/.test(reason)) return 'DNS_FAILED';
    return /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(reason)
      ? connect
      : 'HTTP_SEND_FAILED';
  }
  return nameByCode[code] ?? (data['service'] === 'token' ? 'AUTH_FAILED' : 'DEFAULT_ERROR');
}
