import { randomUUID } from 'node:crypto';
import type { AppkeySetting, CloudSettings } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { findModel, type SpeechModel } from '@core/isi/model-table';
import type { ChosenAppkey, CloudAccess, CloudSession } from '../../engines/cloud/cloud-access';
import { type IsiEndpoints, type IsiRegion, readEndpoints } from '../../isi/endpoints';
import { createHttpClient, type HttpClientOptions } from '../../isi/http/create-http-client';
import type { HttpClient } from '../../isi/http/http-client';
import { createOssClient } from '../../isi/oss/create-oss-client';
import type { OssPlace } from '../../isi/oss/oss-address';
import { createTokenClient } from '../../isi/token/create-token-client';
import {
  createPastedTokenSource,
  createTokenCache,
  type TokenCache,
} from '../../isi/token/token-cache';
import type { SpeechToken, TokenClient, TokenSource } from '../../isi/token/token-client';
import type { Wait } from '../../isi/wait';
import type { CredentialStore } from '../credentials/create-credential-store';

export interface CloudAccessOptions {
  readonly credentials: Pick<CredentialStore, 'read' | 'demand'>;
  readonly readSettings: () => CloudSettings;
  /** Asked where neither the settings nor the environment name a proxy. */
  readonly readSystemProxy?: (() => Promise<string | undefined>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** By default real time. */
  readonly wait?: Wait;
  /** By default the network. */
  readonly openHttp?: (options: HttpClientOptions) => HttpClient;
}

/** What there is of an account before an Appkey is chosen and a token made. */
export interface CloudAccount extends Omit<CloudSession, 'appkey' | 'tokens'> {
  /** @throws StudioError `credentials/missing`, `credentials/locked` */
  readonly openTokens: () => Promise<TokenSource>;
}

/** The way to the vendor for a whole process: connections and tokens are shared by all jobs. */
export interface StudioCloud extends CloudAccess {
  /** @throws StudioError `usage/invalid` for an address that is none */
  openAccount(): Promise<CloudAccount>;
  /**
   * A new token of the AccessKey, whatever token was pasted.
   * @throws StudioError as `TokenClient.createToken`, `credentials/missing`, `credentials/locked`
   */
  createToken(signal: AbortSignal): Promise<SpeechToken>;
  /** Where recordings go now. @throws StudioError `usage/invalid` for a region that is none */
  readonly readRegion: () => IsiRegion;
  close(): Promise<void>;
}

/**
 * Puts together what jobs of the cloud need, from the settings, the credentials and the environment,
 * which wins: it is how tests and private clouds name their own addresses.
 */
export function createCloudAccess({
  credentials,
  readSettings,
  readSystemProxy,
  env,
  wait,
  openHttp = createHttpClient,
}: CloudAccessOptions): StudioCloud {
  let connected: { readonly key: string; readonly http: HttpClient } | undefined;
  const tokens = new Map<string, TokenCache>();
  /** A pasted token that was refused stays refused. */
  let pasted: { readonly token: string; readonly source: TokenSource } | undefined;
  const retired: HttpClient[] = [];

  const findSystemProxy = async (): Promise<CloudSettings['proxy']> => {
    if (hasProxyVariables(env)) return undefined;
    const url = await readSystemProxy?.();
    return url === undefined ? undefined : { url };
  };

  const connect = async (): Promise<HttpClient> => {
    const proxy = readSettings().proxy ?? (await findSystemProxy());
    // Not asked for in vain: a keychain takes its time, and some ask a person each time.
    const password = proxy === undefined ? undefined : await credentials.read('proxyPassword');
    const key = JSON.stringify([proxy, password]);
    if (connected?.key === key) return connected.http;
    // Jobs that began with the old proxy end with it.
    if (connected !== undefined) {
      retired.push(connected.http);
      tokens.clear();
    }
    const http = openHttp({
      environment: env,
      ...(proxy === undefined
        ? {}
        : {
            proxy: {
              url: proxy.url,
              ...(proxy.username === undefined ? {} : { username: proxy.username }),
              ...(password === undefined ? {} : { password }),
            },
          }),
    });
    connected = { key, http };
    return http;
  };

  const findTokens = async (http: HttpClient, endpoints: IsiEndpoints): Promise<TokenSource> => {
    const given = await credentials.read('pastedToken');
    if (given !== undefined) {
      if (pasted?.token !== given.token) {
        const source = createPastedTokenSource(given.token, given.expiresAtMs, Date.now);
        pasted = { token: given.token, source };
      }
      return pasted.source;
    }
    let cache = tokens.get(endpoints.meta);
    if (cache === undefined) {
      cache = createTokenCache(openTokenClient(http, endpoints), Date.now);
      tokens.set(endpoints.meta, cache);
    }
    return cache.forAccessKey(await credentials.demand('accessKey'));
  };

  const openTokenClient = (http: HttpClient, { meta }: IsiEndpoints): TokenClient =>
    createTokenClient({ http, endpoint: meta, now: Date.now, makeNonce: randomUUID });

  const findPlace = (endpoints: IsiEndpoints): OssPlace => {
    const { bucket, isInternal = false } = readSettings();
    const name = endpoints.oss.bucket ?? bucket?.name;
    if (name === undefined) throw missing('ZIMU_OSS_BUCKET');
    const origin = endpoints.oss.endpoint ?? bucket?.endpoint;
    return {
      bucket: name,
      region: endpoints.oss.region ?? bucket?.region ?? endpoints.region,
      endpoint: origin === undefined ? (isInternal ? 'internal' : 'public') : { origin },
    };
  };

  const read = (): IsiEndpoints => {
    const { region, isInternal } = readSettings();
    return readEndpoints(env, {
      ...(region === undefined ? {} : { region }),
      ...(isInternal === undefined ? {} : { isInternal }),
    });
  };

  const openAccount = async (): Promise<CloudAccount> => {
    const endpoints = read();
    const http = await connect();
    return {
      http,
      endpoints,
      openTokens: () => findTokens(http, endpoints),
      readAccessKey: () => credentials.demand('accessKey'),
      openBucket: (onRetry) =>
        createOssClient({
          http,
          place: findPlace(endpoints),
          readKey: () => credentials.demand('accessKey'),
          now: Date.now,
          onRetry: ({ error }) => onRetry(error),
          ...(wait === undefined ? {} : { wait }),
        }),
      deletesUploads: readSettings().keepsUploads !== true,
    };
  };

  return {
    now: Date.now,
    newId: () => randomUUID().replaceAll('-', ''),
    random: Math.random,
    openAccount,
    ...(wait === undefined ? {} : { wait }),
    async open(appkeyId): Promise<CloudSession> {
      const appkey = chooseAppkey(readSettings(), env, appkeyId);
      const { openTokens, ...account } = await openAccount();
      return { ...account, appkey, tokens: await openTokens() };
    },
    async createToken(signal) {
      const endpoints = read();
      const accessKey = await credentials.demand('accessKey');
      return openTokenClient(await connect(), endpoints).createToken(accessKey, signal);
    },
    readRegion: () => read().region,
    async check(engine) {
      try {
        const endpoints = read();
        chooseAppkey(readSettings(), env, undefined);
        const hasToken = engine === 'flash' && (await credentials.read('pastedToken'));
        if (!hasToken) await credentials.demand('accessKey');
        if (engine === 'file') findPlace(endpoints);
        return undefined;
      } catch (thrown) {
        if (thrown instanceof StudioError) return thrown;
        throw thrown;
      }
    },
    async close() {
      const clients = [...retired.splice(0), ...(connected === undefined ? [] : [connected.http])];
      connected = undefined;
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/** The Appkey of a job: the named one, the environment's, the usual one, or the first. */
function chooseAppkey(
  { appkeys = [], usualAppkeyId }: CloudSettings,
  env: CloudAccessOptions['env'],
  appkeyId: string | undefined,
): ChosenAppkey {
  const given = env['ZIMU_ISI_APPKEY']?.trim();
  if (appkeyId === undefined && given !== undefined && given !== '') {
    const known = appkeys.find(({ appkey }) => appkey === given);
    return { appkey: given, model: known === undefined ? undefined : findOwnModel(known) };
  }
  const chosen =
    appkeyId === undefined
      ? (appkeys.find(({ id }) => id === usualAppkeyId) ?? appkeys[0])
      : appkeys.find(({ id }) => id === appkeyId);
  if (chosen === undefined) throw missing('ZIMU_ISI_APPKEY');
  return { appkey: chosen.appkey, model: findOwnModel(chosen) };
}

function findOwnModel({ model, tag, sampleRateHz }: AppkeySetting): SpeechModel | undefined {
  if (model === undefined) return undefined;
  return findModel(model, {
    ...(tag === undefined ? {} : { tag }),
    ...(sampleRateHz === undefined ? {} : { sampleRateHz }),
  });
}

function hasProxyVariables(env: CloudAccessOptions['env']): boolean {
  return ['HTTP_PROXY', 'HTTPS_PROXY'].some(
    (name) => (env[name.toLowerCase()] ?? env[name] ?? '') !== '',
  );
}

function missing(name: string): StudioError {
  return new StudioError('credentials/missing', `${name} is not set`, { data: { missing: name } });
}
