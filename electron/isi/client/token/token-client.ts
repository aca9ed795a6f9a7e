import type { AccessKey } from '../credentials';

/** Lets its holder use the speech services until it expires; as secret as a password. */
export interface SpeechToken {
  readonly id: string;
  /** By this computer's clock, ms since 1970. */
  readonly expiresAtMs: number;
  /** The account it belongs to. */
  readonly userId?: string;
}

/** Where tokens come from. */
export interface TokenClient {
  /**
   * A new token; older ones stay good (protocol §1.4).
   * @throws what `PopClient.call` throws
   */
  createToken(accessKey: AccessKey, signal: AbortSignal): Promise<SpeechToken>;
}

/** What a client of a speech service needs: a token now, and a way to say that one was refused. */
export interface TokenSource {
  /** Whether another token can be had after {@link TokenSource.drop}. */
  readonly canRenew: boolean;
  /** Whether the next one comes from a person: only the service can say whether it is good. */
  readonly isUntried: boolean;
  /** @throws StudioError `job/cancelled`, `engine/unauthorised` (data: `vendorCode`, `entry`), and others */
  get(signal: AbortSignal): Promise<string>;
  /** The server refused this one: it is not given out again. */
  drop(token: string): void;
}
