import { type JsonValue, StudioError } from '@core/errors/studio-error';

/** Failures of a connection that never stood: nothing was sent. */
const neverSent: readonly (JsonValue | undefined)[] = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
];

/**
 * Whether a request that was sent may have been taken although it failed here: its answer was lost
 * on the way, or something in between (a gateway, a captive portal) answered instead. Where the
 * service itself said no, or no connection stood, it was not.
 */
export function isAnswerLost({ code, data }: StudioError): boolean {
  const { httpStatus, phase, reason } = data;
  if (httpStatus === 502 || httpStatus === 504) return true;
  if (code === 'network/timed-out') return phase === 'reply' || phase === 'body';
  if (code === 'network/unreachable') return !neverSent.includes(reason);
  if (code !== 'engine/reply-unreadable') return false;
  // A 500 of something in between says nothing of what stands behind it.
  return typeof httpStatus !== 'number' || httpStatus < 400 || httpStatus === 500;
}

/** The same failure, which says to people that the service may charge for it (`mayBeCharged`). */
export function markCharged(error: StudioError): StudioError {
  return new StudioError(error.code, error.message, {
    data: { ...error.data, mayBeCharged: true },
    cause: error.cause,
  });
}

/**
 * What a person is told before work that may have been taken is handed in once more.
 * @returns undefined where the failure is not marked
 */
export function createChargedTwiceRemark(error: StudioError): StudioError | undefined {
  const { mayBeCharged, answer, reason, phase, httpStatus } = error.data;
  if (mayBeCharged !== true) return undefined;
  const status = typeof httpStatus === 'number' ? `HTTP ${httpStatus}` : undefined;
  const said = answer ?? reason ?? status ?? phase ?? error.code;
  return new StudioError('engine/charged-twice', `the answer was lost: ${error.message}`, {
    data: { reason: said },
  });
}
