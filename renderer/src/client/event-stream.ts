export interface EventStreamOptions {
  /** Asks for the stream. */
  readonly open: (signal: AbortSignal) => Promise<Response>;
  readonly retryMs: number;
  readonly onEvent: (name: string, payload: unknown) => void;
  /** The stream stands again after it had stood before. */
  readonly onReconnected: () => void;
  /** The stream, which stood, has ended. */
  readonly onLost: () => void;
}

export interface KeptEventStream {
  /** Resolves when the stream stands for the first time, or could not be had at once. */
  readonly firstAttempt: Promise<void>;
  close(): void;
}

/** More than this is read only after the page had a moment for everything else. */
const mostBytesAtOnce = 500_000;

/** The host gives a sign of life every 15 s; after this long without, the connection is dead. */
const silenceMs = 40_000;

/**
 * Reads server-sent events and asks again whenever the stream ends. It is read with `fetch` because
 * an `EventSource` gives up for good when a restarting host or a proxy answers with an error, and
 * does not notice a connection that died while the computer slept.
 */
export function keepEventStream(options: EventStreamOptions): KeptEventStream {
  const closing = new AbortController();
  let settleFirst = (): void => undefined;
  const firstAttempt = new Promise<void>((fulfil) => (settleFirst = fulfil));
  let hasStood = false;

  const keep = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await readOnce(options, closing.signal, () => {
        settleFirst();
        if (hasStood) options.onReconnected();
        hasStood = true;
      }).catch(() => undefined);
      settleFirst();
      await wait(options.retryMs, closing.signal);
    }
  };
  void keep();
  return { firstAttempt, close: () => closing.abort() };
}

/** Reads one stream to its end. */
async function readOnce(
  { open, onEvent, onLost }: EventStreamOptions,
  closing: AbortSignal,
  onStanding: () => void,
): Promise<void> {
  const dead = new AbortController();
  const end = (): void => dead.abort();
  closing.addEventListener('abort', end);
  let timer = setTimeout(end, silenceMs);
  let isStanding = false;
  try {
    const response = await open(dead.signal);
    if (!response.ok || response.body === null) return;
    onStanding();
    isStanding = true;
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let readBytes = 0;
    const messages = createMessageReader((message) => {
      if (!message.startsWith('data: ')) return;
      const { name, payload } = JSON.parse(message.slice(6)) as { name: string; payload: unknown };
      onEvent(name, payload);
    });
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(end, silenceMs);
      messages.read(decoder.decode(value, { stream: true }));
      readBytes += value.length;
      if (readBytes < mostBytesAtOnce) continue;
      readBytes = 0;
      await giveWay();
    }
  } finally {
    clearTimeout(timer);
    closing.removeEventListener('abort', end);
    end();
    if (isStanding && !closing.aborted) onLost();
  }
}

/** Puts messages together that come in pieces; each ends with an empty line. */
export interface MessageReader {
  read(piece: string): void;
}

/**
 * What has come is looked at once: the message of a large edit comes in hundreds of pieces.
 * @param onMessage hears each message that is whole, in its order
 */
export function createMessageReader(onMessage: (message: string) => void): MessageReader {
  let pieces: string[] = [];
  const finish = (last: string): void => {
    const message = pieces.length === 0 ? last : pieces.join('') + last;
    pieces = [];
    onMessage(message);
  };
  return {
    read: (piece) => {
      let begin = 0;
      // The two line breaks may come apart.
      const before = pieces.at(-1);
      if (piece.startsWith('\n') && before?.endsWith('\n') === true) {
        pieces[pieces.length - 1] = before.slice(0, -1);
        finish('');
        begin = 1;
      }
      for (;;) {
        const end = piece.indexOf(messageEnd, begin);
        if (end === -1) break;
        finish(piece.slice(begin, end));
        begin = end + messageEnd.length;
      }
      if (begin < piece.length) pieces.push(piece.slice(begin));
    },
  };
}

const messageEnd = '\n\n';

/** Lets the page draw and hear of keys, as reading does not where all is there already. */
function giveWay(): Promise<void> {
  return new Promise((fulfil) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      fulfil();
    };
    port2.postMessage(undefined);
  });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((fulfil) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      fulfil();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
