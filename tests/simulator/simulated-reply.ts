/** What one of the simulated services answers, before the network spoils it. */
export interface SimulatedReply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal somewhere inside a service; the service's own frame turns it into a reply. */
export class Refusal extends Error {
  /**
   * @param code the vendor's number, or a text code of the POP gateway
   * @param text the vendor's message; by default the one of the table
   * @param httpStatus by default the one of the table
   */
  constructor(
    readonly code: number | string,
    readonly text?: string,
    readonly httpStatus?: number,
  ) {
    super(`refused: ${code}`);
  }
}
