import { createVendorError } from '@core/isi/create-vendor-error';
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

function findName(error: StudioError, hasDirectIp: boolean): SdkCodeName {
  const { code, data } = error;
  if (data['service'] === 'flash') return 'HTTP_SERVER_ERROR';
  switch (code) {
    case 'network/tls':
      return 'SSL_CONNECT_FAILED';
    case 'network/proxy':
      return 'HTTP_CONNECT_FAILED';
    case 'network/timed-out':
      if (data['phase'] === 'connect') return hasDirectIp ? 'HTTPDNS_FAILED' : 'CONNECT_FAILED';
      return data['phase'] === 'send' ? 'HTTP_SEND_FAILED' : 'HTTP_RECEIVE_FAILED';
    case 'network/unreachable': {
      const reason = String(data['reason']);
      if (/^(?:ENOTFOUND|EAI_)/.test(reason)) return 'DNS_FAILED';
      if (!/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(reason)) {
        return 'HTTP_SEND_FAILED';
      }
      return hasDirectIp ? 'HTTPDNS_FAILED' : 'CONNECT_FAILED';
    }
    case 'engine/reply-unreadable':
      return 'HTTP_RESPONSE_ERROR';
    case 'engine/unauthorised':
      return 'AUTH_FAILED';
    case 'media/not-found':
    case 'media/not-a-file':
    case 'media/empty':
    case 'media/unreadable':
      return 'FILE_ACCESS_FAIL';
    case 'usage/invalid':
      return 'ILLEGAL_PARAM';
    default:
      return data['service'] === 'token' ? 'AUTH_FAILED' : 'DEFAULT_ERROR';
  }
}
