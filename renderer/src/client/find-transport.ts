import type { Reply, Transport } from '@contract/api';

declare global {
  interface Window {
    /** Set by the preload in Electron; absent in a browser. */
    readonly studio?: Transport;
  }
}

/** The way to the services: Electron's preload where there is one, HTTP to the host otherwise. */
export function findTransport(): Transport {
  return window.studio ?? { invoke: invokeOverHttp, subscribe: () => () => undefined };
}

async function invokeOverHttp(name: string, input: unknown): Promise<Reply> {
  const response = await fetch('/invoke', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, input }),
  });
  return (await response.json()) as Reply;
}
