import { createHash } from 'node:crypto';
import { StudioError } from '@core/errors/studio-error';
import type { AccessKey } from '../credentials';
import { type SharedFlight, startSharedFlight } from './shared-flight';
import type { SpeechToken, TokenClient, TokenSource } from './token-client';

/** A token is renewed this long before it ends, so that none ends under way (protocol §1.4). */
const renewBeforeMs = 5 * 60_000;

export interface TokenCache {
  /** Tokens made with an AccessKey; all sources of the same key share one token. */
  forAccessKey(accessKey: AccessKey): TokenSource;
  /** Forgets everything; a request under way is not stored. */
  clear(): void;
}

/**
 * One token per AccessKey, however many ask at once.
 * @param now ms since 1970
 */
export function createTokenCache(client: TokenClient, now: () => number): TokenCache {
  const tokens = new Map<string, SpeechToken>();
  const flights = new Map<string, SharedFlight<SpeechToken>>();

  function fly(key: string, accessKey: AccessKey): SharedFlight<SpeechToken> {
    const flight = startSharedFlight(async (signal) => {
      try {
        const token = await client.createToken(accessKey, signal);
        if (flights.get(key) === flight) tokens.set(key, token);
        return token;
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    });
    flights.set(key, flight);
    return flight;
  }

  return {
    forAccessKey: (accessKey) => {
      const key = identify(accessKey);
      return {
        canRenew: true,
        isUntried: false,
        get: async (signal) => {
          if (signal.aborted) throw new StudioError('job/cancelled', 'the request was taken back');
          const cached = tokens.get(key);
          if (cached !== undefined && now() < cached.expiresAtMs - renewBeforeMs) return cached.id;
          const current = flights.get(key);
          const flight =
            current === undefined || current.isAbandoned ? fly(key, accessKey) : current;
          return (await flight.join(signal)).id;
        },
        drop: (token) => {
          if (tokens.get(key)?.id === token) tokens.delete(key);
        },
      };
    },
    clear: () => {
      tokens.clear();
      flights.clear();
    },
  };
}

/** A corrected secret is another key; the key itself is not kept. */
function identify({ accessKeyId, accessKeySecret, securityToken }: AccessKey): string {
  return createHash('sha256')
    .update(JSON.stringify([accessKeyId, accessKeySecret, securityToken]))
    .digest('hex');
}
