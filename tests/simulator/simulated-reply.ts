/** What one of the simulated services answers, before the network spoils it. */
export interface SimulatedReply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal somewhere inside a service; the service's own frame turns it into a reply. */
export class Refusal extends Error {
  /** The vendor's number, or a text code of the POP gateway. */
  readonly code: number | string;
  /** The vendor's message, where it is not the one of the table. */
  readonly text: string | undefined;
  /** Where it is not the one of the table. */
  readonly httpStatus: number | undefined;

  constructor(code: number | string, text?: string, httpStatus?: number) {
    super(`refused: ${code}`);
    this.code = code;
    this.text = text;
    this.httpStatus = httpStatus;
  }
}
