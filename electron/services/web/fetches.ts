import { omitUndefined } from '@core/omit-undefined';
import type { Publish } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { readWebAddress } from '@isi/web-address';
import { createThrottle } from '../timing/throttle';
import type { WebRecordings } from './web-recordings';

/** Downloads that windows asked for, by the ids they gave them. */
export interface Fetches {
  /** @throws StudioError as `Workspace.fetchFile` */
  run(address: string, fetchId: string, confirmedHosts: readonly string[]): Promise<string>;
  cancel(fetchId: string): void;
  /** Ends all of them. */
  dispose(): void;
}

const publishIntervalMs = 100;

/** Downloads whose progress every window hears of. */
export function createFetches(options: {
  readonly fetch: WebRecordings['fetch'];
  readonly publish: Publish;
}): Fetches {
  const { fetch, publish } = options;
  const running = new Map<string, AbortController>();
  return {
    async run(text, fetchId, confirmedHosts) {
      if (running.has(fetchId)) {
        throw new StudioError('usage/invalid', 'a download has this id', {
          data: { problem: fetchId },
        });
      }
      const address = readWebAddress(text);
      const abort = new AbortController();
      running.set(fetchId, abort);
      let progress: { readonly receivedBytes: number; readonly totalBytes?: number } = {
        receivedBytes: 0,
      };
      const telling = createThrottle(publishIntervalMs, () =>
        publish('files.fetching', { fetchId, ...progress }),
      );
      try {
        return await fetch(address, {
          confirmedHosts,
          signal: abort.signal,
          onProgress: (receivedBytes, totalBytes) => {
            progress = { receivedBytes, ...omitUndefined({ totalBytes }) };
            telling.request();
          },
        });
      } finally {
        telling.cancel();
        running.delete(fetchId);
      }
    },
    cancel: (fetchId) => running.get(fetchId)?.abort(),
    dispose: () => {
      for (const abort of running.values()) abort.abort();
    },
  };
}
