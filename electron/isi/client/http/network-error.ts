import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { LatePhase } from './send-watch';
import { createProxyError, type Proxy, type ProxyProblem } from './proxy';

/** A request that took too long. */
export function createTimeoutError(
  host: string,
  phase: LatePhase | 'connect' | 'body',
): StudioError {
  return new StudioError('network/timed-out', `${host}: no answer (${phase})`, {
    data: { host, phase },
  });
}

/** Failures of a connection that, behind a proxy, are failures to reach the proxy. */
const reachCodes = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  'UND_ERR_CONNECT_TIMEOUT',
];
/** undici's own timeouts; its codes stand for its classes, which would load all of it. */
const latePhases: Readonly<Record<string, LatePhase | 'connect' | 'body'>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'reply',
  UND_ERR_BODY_TIMEOUT: 'body',
};
const tlsCode = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|EPROTO/;

/**
 * What the network did, as a coded error. Only the host is named: the rest of an address may be
 * signed, and undici's own texts are not passed on where they may repeat it.
 */
export function toNetworkError(
  thrown: unknown,
  host: string,
  proxy: Proxy | undefined,
): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const code = findCode(thrown);
  const message = describeThrown(thrown);
  if (proxy !== undefined) {
    const status = /Proxy response \((\d+)\)/.exec(message)?.[1];
    if (status !== undefined) return createProxyError(proxy.host, toProxyProblem(Number(status)));
    if (reachCodes.includes(code)) {
      return createProxyError(proxy.host, { reason: 'unreached', systemCode: code });
    }
  }
  const late = latePhases[code];
  if (late !== undefined) return createTimeoutError(host, late);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || isParserError(thrown)) {
    // Too much, or no HTTP: another server than the one that was meant.
    return new StudioError('engine/reply-unreadable', `${host}: ${code}`, { data: { host } });
  }
  const reason = code === 'UND_ERR_SOCKET' ? 'connection closed' : code === '' ? message : code;
  return new StudioError(
    tlsCode.test(code) ? 'network/tls' : 'network/unreachable',
    `${host}: ${reason}`,
    { data: { host, reason } },
  );
}

/** Why a proxy said no. */
export function toProxyProblem(status: number): ProxyProblem {
  return status === 407 ? { reason: 'login' } : { reason: 'status', status };
}

/** Of undici; not each has a code. */
function isParserError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'HTTPParserError';
}

function findCode(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return '';
  if ('code' in thrown && typeof thrown.code === 'string') {
    const inner = 'cause' in thrown ? findCode(thrown.cause) : '';
    return thrown.code === 'UND_ERR_SOCKET' && inner !== '' ? inner : thrown.code;
  }
  return 'cause' in thrown ? findCode(thrown.cause) : '';
}
