import type { FileGrant } from '@contract/api';
import type { StudioClient } from '@contract/client';

export interface GrantOptions {
  readonly signal?: AbortSignal;
  /** Share of all bytes that arrived, 0 to 1; only where files have to be uploaded. */
  readonly onProgress?: (fraction: number) => void;
}

/** Everything the renderer has of the world outside of its page. */
export interface Connection {
  readonly client: StudioClient;
  /**
   * Hands files that were dropped or picked to the services: in Electron by their paths, in a
   * browser by upload.
   * @throws StudioError `media/*`, `file/too-large`, `job/cancelled`
   */
  grantFiles(files: readonly File[], options?: GrantOptions): Promise<readonly FileGrant[]>;
  /**
   * Hears that the services went out of reach; they are tried again. Never happens in Electron.
   * @returns a function that ends the subscription
   */
  onLost(listener: () => void): () => void;
  /**
   * Hears that the services were out of reach and are back. Events of the meantime are lost, so
   * what a window holds of the services is to be loaded anew. Never happens in Electron.
   * @returns a function that ends the subscription
   */
  onReconnected(listener: () => void): () => void;
}
