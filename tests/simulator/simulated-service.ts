import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * One of the services behind the simulator's port. It answers a request that is meant for it and
 * gives true, or leaves it untouched and gives false.
 */
export type SimulatedService = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

/** An account of the vendor's, as every simulated service knows it. */
export interface SimulatedAccount {
  /** The vendor's `UserId`. */
  readonly userId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** A temporary key is only good with it. */
  readonly securityToken?: string;
  readonly isInactive?: boolean;
  /** Actions the account may not use: `CreateToken`, `SubmitTask`, `GetTaskResult`, `PutObject`, … */
  readonly denied?: readonly string[];
}
