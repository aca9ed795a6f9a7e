import type { FileGrant, PreloadBridge } from '@contract/api';
import { createClient } from '@contract/client';
import { errorFromJson } from '@core/errors/studio-error';
import { askAhead } from './ask-ahead';
import type { Connection } from './connection';
import { createHttpTransport } from './http-transport';
import { uploadFiles } from './upload-files';

declare global {
  interface Window {
    /** Set by the preload in Electron; absent in a browser. */
    readonly studio?: PreloadBridge;
  }
}

/**
 * The way to the services: Electron's preload where there is one, HTTP to the host that served the
 * page otherwise. To be made once for each page.
 */
export function findConnection(): Connection {
  return window.studio === undefined ? connectToHost() : connectToPreload(window.studio);
}

function connectToPreload(bridge: PreloadBridge): Connection {
  return {
    client: askAhead(createClient(bridge)),
    grantFiles: async (files) => {
      const reply = await bridge.grantFiles(files);
      if (!reply.ok) throw errorFromJson(reply.error);
      return reply.value as readonly FileGrant[];
    },
    onLost: () => () => undefined,
    onReconnected: () => () => undefined,
  };
}

function connectToHost(): Connection {
  const transport = createHttpTransport({ fetch: (path, init) => fetch(path, init) });
  return {
    client: askAhead(createClient(transport)),
    grantFiles: uploadFiles,
    onLost: (listener) => transport.onLost(listener),
    onReconnected: (listener) => transport.onReconnected(listener),
  };
}
