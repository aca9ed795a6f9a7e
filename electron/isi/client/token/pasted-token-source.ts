import { StudioError } from '@core/errors/studio-error';
import type { TokenSource } from './token-client';

export interface PastedTokenSource extends TokenSource {
  /** Why the token is no good, as far as that is known without asking the service. */
  findProblem(): StudioError | undefined;
}

/**
 * A token that a person pasted; it works without any AccessKey.
 * @param expiresAtMs ms since 1970; without it the token is used until the server refuses it
 * @param now ms since 1970
 */
export function createPastedTokenSource(
  token: string,
  expiresAtMs: number | undefined,
  now: () => number,
): PastedTokenSource {
  let isRefused = false;
  const findProblem = (): StudioError | undefined => {
    if (isRefused) return createPastedTokenError('refused');
    return expiresAtMs !== undefined && now() >= expiresAtMs
      ? createPastedTokenError('expired')
      : undefined;
  };
  return {
    canRenew: false,
    get isUntried() {
      return findProblem() === undefined;
    },
    findProblem,
    get: (signal) =>
      new Promise((resolve, reject) => {
        const problem = findProblem();
        if (signal.aborted) {
          reject(new StudioError('job/cancelled', 'the request was taken back'));
        } else if (problem !== undefined) {
          reject(problem);
        } else {
          resolve(token);
        }
      }),
    drop: (refused) => {
      if (refused === token) isRefused = true;
    },
  };
}

/**
 * A pasted token for as long as it is good, then those of an AccessKey: a stale token must not stand
 * in the way of a key that works.
 */
export function createFallbackTokenSource(
  pasted: PastedTokenSource,
  renewable: TokenSource,
): TokenSource {
  const choose = (): TokenSource => (pasted.findProblem() === undefined ? pasted : renewable);
  return {
    canRenew: true,
    get isUntried() {
      return choose().isUntried;
    },
    get: (signal) => choose().get(signal),
    drop: (token) => {
      pasted.drop(token);
      renewable.drop(token);
    },
  };
}

/** With the number the server gives such a token, and the row that explains it (protocol §2.4). */
function createPastedTokenError(reason: 'refused' | 'expired'): StudioError {
  const why = reason === 'refused' ? 'was refused' : 'has expired';
  return new StudioError('engine/unauthorised', `the pasted token ${why}`, {
    data: { service: 'flash', vendorCode: '40000001', entry: 'general/40000001', reason },
  });
}
