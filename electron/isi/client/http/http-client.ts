import type { Reach } from './reach';

/** A stretch of a file as the body of a request; it is streamed, never read as a whole. */
export interface FileBody {
  readonly path: string;
  /** First byte that is sent, by default 0. */
  readonly beginByte?: number;
  /** Byte after the last that is sent, by default the end of the file. */
  readonly endByte?: number;
}

export interface HttpTimeouts {
  /** Until a connection stands, TLS included, ms. */
  readonly connectMs?: number;
  /** From the last byte sent to the reply's head, ms. */
  readonly replyMs?: number;
  /** Between two pieces, of what is sent or received, ms. */
  readonly idleMs?: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD' | 'DELETE';
  /** With its query, already encoded: it is sent as it is. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Content-Length` is always sent: undici would send a stream in chunks (protocol §0.3). */
  readonly body?: string | Uint8Array | FileBody;
  readonly signal: AbortSignal;
  readonly timeouts?: HttpTimeouts;
  /** Connects to this address instead, and keeps Host and SNI of the URL (`direct_ip`). */
  readonly connectTo?: string;
  /** Where it may go beside the internet; absent: anywhere. `address/private-host`, `address/own-studio`. */
  readonly reach?: Reach | undefined;
  /** The server took the connection; where there is no file to send, told with the reply. */
  readonly onConnected?: () => void;
  /** Bytes of the body that were handed to the connection so far. */
  readonly onSent?: (sentBytes: number) => void;
}

export interface HttpReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked: without the `Content-Encoding` that may still stand among the headers. */
  readonly body: Uint8Array;
}

/** A reply whose body is taken as it comes. */
export interface OpenReply extends Omit<HttpReply, 'body'> {
  /**
   * The body, to be read once; of any length. Throws as {@link HttpClient.send} does, also where less
   * comes than `Content-Length` said.
   */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Must be called; ends the connection where the body was not read to its end. */
  close(): Promise<void>;
}

/**
 * How this program speaks HTTP. One implementation uses the network (`create-http-client.ts`);
 * an HTTP status is a reply, never an error.
 */
export interface HttpClient {
  /**
   * @throws StudioError `job/cancelled` where the signal aborts; `network/unreachable` (data:
   *   `host`, `reason`), `network/timed-out` (data: `host`, `phase`), `network/tls`,
   *   `network/proxy` (data: `host`, `reason`), `engine/reply-unreadable` (data: `host`) for a reply
   *   too large or not HTTP, `media/not-found` and `media/unreadable` (data: `path`) for the file
   *   of the body. None of them holds the query of the URL, which may be a secret.
   */
  send(request: HttpRequest): Promise<HttpReply>;
  /**
   * As {@link HttpClient.send}, but comes back with the head of the reply.
   * @throws StudioError as {@link HttpClient.send}
   */
  open(request: HttpRequest): Promise<OpenReply>;
  close(): Promise<void>;
}
