import { omitUndefined } from '@core/omit-undefined';
import type { CloudSettings } from '@contract/api';
import type { HttpClientOptions } from '../../isi/client/http/create-http-client';
import type { HttpClient } from '../../isi/client/http/http-client';
import { hasProxyVariables } from '../../isi/client/http/proxy';
import type { CredentialStore } from '../credentials/create-credential-store';

export interface NetworkConnectionOptions {
  readonly credentials: Pick<CredentialStore, 'read'>;
  readonly readSettings: () => Pick<CloudSettings, 'proxy'>;
  /** Asked where neither the settings nor the environment name a proxy. */
  readonly readSystemProxy?: (() => Promise<string | undefined>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly openHttp: (options: HttpClientOptions) => HttpClient;
  /** Another proxy was set; what hangs on the old way is of no use. */
  readonly onReplaced: () => void;
}

/** The way to the network, one for a whole process, replaced when a person sets another proxy. */
export interface NetworkConnection {
  /** The way as the settings have it now. @throws StudioError `credentials/locked` */
  readonly connect: () => Promise<HttpClient>;
  /** Ends this way and those that were replaced. */
  readonly close: () => Promise<void>;
}

export function createNetworkConnection({
  credentials,
  readSettings,
  readSystemProxy,
  env,
  openHttp,
  onReplaced,
}: NetworkConnectionOptions): NetworkConnection {
  let connected: { readonly key: string; readonly http: HttpClient } | undefined;
  const retired: HttpClient[] = [];

  const findSystemProxy = async (): Promise<CloudSettings['proxy']> => {
    if (hasProxyVariables(env)) return undefined;
    const url = await readSystemProxy?.();
    return url === undefined ? undefined : { url };
  };

  return {
    async connect() {
      const proxy = readSettings().proxy ?? (await findSystemProxy());
      // Not asked for in vain: a keychain takes its time, and some ask a person each time.
      const password = proxy === undefined ? undefined : await credentials.read('proxyPassword');
      const key = JSON.stringify([proxy, password]);
      if (connected?.key === key) return connected.http;
      // Jobs that began with the old proxy end with it.
      if (connected !== undefined) {
        retired.push(connected.http);
        onReplaced();
      }
      const http = openHttp({
        environment: env,
        ...(proxy === undefined
          ? {}
          : {
              proxy: {
                url: proxy.url,
                ...omitUndefined({ username: proxy.username, password }),
              },
            }),
      });
      connected = { key, http };
      return http;
    },
    async close() {
      const clients = [...retired.splice(0), ...(connected === undefined ? [] : [connected.http])];
      connected = undefined;
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}
