import type { MethodName, Reply, Transport } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { keepEventStream } from './event-stream';

export interface HttpTransportOptions {
  /** Asks the host for one of its paths; rejects when it is not to be reached. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** How long to wait before the host is tried again, ms. */
  readonly retryMs?: number;
}

export interface HttpTransport extends Transport {
  /** See `Connection.onLost`. */
  onLost(listener: () => void): () => void;
  /** See `Connection.onReconnected`. */
  onReconnected(listener: () => void): () => void;
  /** Ends the event stream; the transport hears nothing afterwards. */
  close(): void;
}

/**
 * Calls by POST, events by one stream that is kept up. A call waits until the stream stands, or
 * failed to: what happens after a call was answered is heard.
 */
export function createHttpTransport({
  fetch,
  retryMs = 1_000,
}: HttpTransportOptions): HttpTransport {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const lost = createSignal();
  const reconnected = createSignal();
  const stream = keepEventStream({
    open: (signal) => fetch('/events', { signal }),
    retryMs,
    onEvent: (name, payload) => {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
    },
    onLost: lost.send,
    onReconnected: reconnected.send,
  });
  return {
    invoke: async (name, input) => {
      await stream.firstAttempt;
      return invoke(fetch, name, input);
    },
    subscribe: (event, listener) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => {
        known.delete(listener);
      };
    },
    onLost: lost.listen,
    onReconnected: reconnected.listen,
    close: () => stream.close(),
  };
}

interface Signal {
  readonly send: () => void;
  readonly listen: (listener: () => void) => () => void;
}

function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    send: () => {
      for (const listener of [...listeners]) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** What a page says last: the browser sends it even when the page is gone by then. */
const lastWords: ReadonlySet<string> = new Set<MethodName>([
  'projects.keepDraft',
  'projects.keepView',
]);

/** Of all that outlives a page, a browser takes 64 KB; a character has up to three bytes. */
const longestLastWords = 16_000;

async function invoke(
  fetch: HttpTransportOptions['fetch'],
  name: string,
  input: unknown,
): Promise<Reply> {
  try {
    const body = JSON.stringify({ name, input });
    const response = await fetch('/invoke', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: lastWords.has(name) && body.length <= longestLastWords,
    });
    return parseReply(await response.text(), response.status);
  } catch (thrown) {
    return unreachable(thrown);
  }
}

/**
 * The reply in an answer of the host.
 * @param status of the answer; one without a reply means that the host is not ours, or not any more
 */
export function parseReply(text: string, status: number): Reply {
  try {
    const reply = JSON.parse(text) as Partial<Reply> | null;
    if (typeof reply?.ok === 'boolean') return reply as Reply;
  } catch {
    // Not a reply: a refusal, or a proxy's page.
  }
  return unreachable(new Error(`status ${status}`));
}

/** The reply to a call that did not get through. */
export function unreachable(cause: unknown): Reply {
  const error = new StudioError('host/unreachable', 'the host does not answer', { cause });
  return { ok: false, error: errorToJson(error) };
}
