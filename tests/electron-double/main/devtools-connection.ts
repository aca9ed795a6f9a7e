import { EventEmitter } from 'node:events';
import type { CDPSession } from 'playwright-core';
import { WebSocket } from 'ws';

/** What the double uses of one target's session; the types of all messages are Playwright's. */
export type DevtoolsSession = Pick<CDPSession, 'send' | 'on' | 'off'>;

export interface DevtoolsConnection {
  /** The browser itself. */
  readonly browser: DevtoolsSession;
  /** A session with a page, which lasts as long as the connection. */
  attach(targetId: string): Promise<DevtoolsSession>;
  close(): void;
  /** Fulfilled when it has ended, from whichever side. */
  readonly closed: Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly fulfil: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Speaks the DevTools protocol with a Chromium that is running. Playwright would do it as well, but
 * loading it takes a double as long as all the rest of its start.
 * @param endpoint `ws://…` as Chromium names it
 */
export async function connectDevtools(endpoint: string): Promise<DevtoolsConnection> {
  // Node's own does not take messages as large as ours.
  const socket = new WebSocket(endpoint, { perMessageDeflate: false });
  const emitters = new Map<string | undefined, EventEmitter>();
  const waiting = new Map<number, Waiting>();
  let count = 0;

  const createSession = (sessionId: string | undefined): DevtoolsSession => {
    const emitter = new EventEmitter();
    emitters.set(sessionId, emitter);
    const send = (method: string, params: object = {}): Promise<unknown> =>
      new Promise((fulfil, reject) => {
        // What is sent into a closed socket is dropped without a word.
        if (socket.readyState !== WebSocket.OPEN) {
          reject(new Error('the browser is gone'));
          return;
        }
        const id = ++count;
        waiting.set(id, { fulfil, reject });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      });
    return Object.assign(emitter, { send }) as unknown as DevtoolsSession;
  };

  socket.on('message', (data: Buffer) => {
    const { id, sessionId, method, params, result, error } = JSON.parse(data.toString()) as Answer;
    if (method !== undefined) emitters.get(sessionId)?.emit(method, params);
    if (id === undefined) return;
    const { fulfil, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) fulfil?.(result);
    else reject?.(new Error(error.message));
  });
  const closed = new Promise<void>((fulfil) => {
    socket.on('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
      waiting.clear();
      fulfil();
    });
  });
  await new Promise<void>((fulfil, reject) => {
    socket.once('open', fulfil);
    socket.once('error', reject);
  });
  const browser = createSession(undefined);
  return {
    browser,
    attach: async (targetId) => {
      const { sessionId } = await browser.send('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return createSession(sessionId);
    },
    close: () => socket.close(),
    closed,
  };
}
