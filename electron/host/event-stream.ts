import type { ServerResponse } from 'node:http';
import type { EventHub } from '@contract/event-hub';

/** Proxies and tunnels drop a connection that is silent for long. */
const heartbeatMs = 15_000;
/** A page that takes nothing for this long is better off connecting anew and reading it all. */
const mostWaitingBytes = 64_000_000;

/** The pages that hear events. */
export interface EventStreams {
  /** Sends all events to a page until it leaves, as server-sent events. */
  attach(response: ServerResponse): void;
  /** Pages that are connected now. */
  count(): number;
  /** Whether any page ever was. */
  hadAny(): boolean;
  /** Called whenever the last page has left. */
  onEmpty(listener: () => void): void;
}

/**
 * One stream for each page, with every event as `{"name":…,"payload":…}`. A page that connects
 * again may have missed some and is to read what it shows anew: nothing is kept for it.
 */
export function createEventStreams(hub: EventHub): EventStreams {
  let connected = 0;
  let hadAny = false;
  const emptyListeners: (() => void)[] = [];
  return {
    attach: (response) => {
      connected += 1;
      hadAny = true;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Lets no proxy in between collect events before it passes them on.
        'x-accel-buffering': 'no',
      });
      response.write(': connected\n\n');
      const send = (text: string): void => {
        response.write(text);
        if (response.writableLength > mostWaitingBytes) response.destroy();
      };
      const unsubscribe = hub.subscribe((name, payload) =>
        send(`data: ${JSON.stringify({ name, payload })}\n\n`),
      );
      const timer = setInterval(() => send(': alive\n\n'), heartbeatMs);
      response.on('error', () => undefined);
      response.on('close', () => {
        clearInterval(timer);
        unsubscribe();
        connected -= 1;
        if (connected === 0) for (const listener of emptyListeners) listener();
      });
    },
    count: () => connected,
    hadAny: () => hadAny,
    onEmpty: (listener) => {
      emptyListeners.push(listener);
    },
  };
}
