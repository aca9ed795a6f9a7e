/** Where a request stood when it took too long; `undefined` while it did not. */
export type LatePhase = 'send' | 'reply';

export interface SendWatch {
  /** Aborts with the asker's signal, and when a time is over. */
  readonly signal: AbortSignal;
  readonly late: LatePhase | undefined;
  /** The outcome of `work`, or a rejection as soon as {@link SendWatch.signal} aborts. */
  race<T>(work: Promise<T>): Promise<T>;
  /** A piece was taken by the connection. */
  noteSent(): void;
  /** All was taken: the wait for the reply begins. */
  noteAllSent(lengthBytes: number): void;
  /** The reply's head is here: the clocks stop, the asker's signal still counts. */
  noteReply(): void;
  /** All is over. */
  close(): void;
}

/** What a system may hold in its send buffer, and the slowest line that is waited for. */
const systemBufferBytes = 4 * 1024 * 1024;
const slowestBytesPerSecond = 32 * 1024;

/**
 * How long bytes may still be on their way after the connection took the last one, ms. The system
 * takes some megabytes long before they are sent, and nothing tells when they are. A long body
 * shows the speed of the line; of a short one the slowest is assumed.
 * @param sendingMs time since the first byte
 */
export function estimateDrainMs(lengthBytes: number, sendingMs: number): number {
  const heldBytes = Math.min(lengthBytes, systemBufferBytes);
  const shownBytes = lengthBytes - systemBufferBytes;
  const bytesPerSecond =
    shownBytes > systemBufferBytes
      ? Math.max(slowestBytesPerSecond, (shownBytes / Math.max(1, sendingMs)) * 1000)
      : slowestBytesPerSecond;
  return Math.ceil((heldBytes / bytesPerSecond) * 1000);
}

/**
 * Watches a body that is sent piece by piece. undici's own clock for the reply starts with the
 * request and ends a slow upload that is well under way, so it is switched off for these.
 */
export function startSendWatch(
  signal: AbortSignal,
  times: { readonly idleMs: number; readonly replyMs: number },
): SendWatch {
  const controller = new AbortController();
  const forward = (): void => controller.abort();
  // undici looks at a signal only when a connection stands, which may take long.
  const aborted = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  aborted.catch(() => undefined);
  let late: LatePhase | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beganMs: number | undefined;
  let isStopped = false;
  const wait = (phase: LatePhase, delayMs: number): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => {
      late = phase;
      controller.abort();
    }, delayMs);
  };
  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
  };
  signal.addEventListener('abort', forward, { once: true });
  if (signal.aborted) forward();
  return {
    signal: controller.signal,
    get late() {
      return late;
    },
    race: async (work) => {
      const ended = Promise.race([work, aborted]);
      // What loses the race may fail later; that is nobody's concern.
      work.catch(() => undefined);
      return ended;
    },
    noteSent: () => {
      beganMs ??= performance.now();
      wait('send', times.idleMs);
    },
    noteAllSent: (lengthBytes) => {
      const sendingMs = performance.now() - (beganMs ?? performance.now());
      wait('reply', times.replyMs + estimateDrainMs(lengthBytes, sendingMs));
    },
    noteReply: stop,
    close: () => {
      stop();
      signal.removeEventListener('abort', forward);
    },
  };
}
