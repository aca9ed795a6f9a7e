import { randomUUID } from 'node:crypto';
import type { AppkeySetting, CloudSettings } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { findModel, type SpeechModel } from '@core/isi/model-table';
import type { SpeechRegion } from '@core/isi/speech-regions';
import type { ChosenAppkey, CloudAccess, CloudSession } from '../../engines/cloud/cloud-access';
import { type IsiEndpoints, readEndpoints } from '../../isi/endpoints';
import { createHttpClient, type HttpClientOptions } from '../../isi/http/create-http-client';
import type { HttpClient } from '../../isi/http/http-client';
import { hasProxyVariables } from '../../isi/http/proxy';
import type { BucketAddress } from '../../isi/oss/bucket-address';
import { createOssClient } from '../../isi/oss/create-oss-client';
import type { OssPlace } from '../../isi/oss/oss-address';
import { retry } from '../../isi/retry';
import { createTokenClient } from '../../isi/token/create-token-client';
import {
  createFallbackTokenSource,
  createPastedTokenSource,
  type PastedTokenSource,
} from '../../isi/token/pasted-token-source';
import { createTokenCache, type TokenCache } from '../../isi/token/token-cache';
import type { SpeechToken, TokenClient, TokenSource } from '../../isi/token/token-client';
import type { Wait } from '../../isi/wait';
import type { CredentialStore } from '../credentials/create-credential-store';
import { listLacking } from './list-lacking';

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
  /**
   * @param region by default that of the environment or the settings
   * @throws StudioError `usage/invalid` for an address that is none
   */
  openAccount(region?: SpeechRegion): Promise<CloudAccount>;
  /**
   * A new token of the AccessKey, whatever token was pasted.
   * @throws StudioError as `TokenClient.createToken`, `credentials/missing`, `credentials/locked`
   */
  createToken(signal: AbortSignal): Promise<SpeechToken>;
  /** The way to the network as the settings have it now. */
  connect(): Promise<HttpClient>;
  /**
   * The model that a job would be heard by; undefined where nobody said, or there is no Appkey.
   * @param appkeyId of the settings; by default the usual one
   */
  findAppkeyModel(appkeyId: string | undefined): SpeechModel | undefined;
  /**
   * Where a job's recording would go.
   * @param appkeyId of the settings; by default the usual one
   * @throws StudioError `usage/invalid` for a region that is none
   */
  readRegion(appkeyId: string | undefined): SpeechRegion;
  /**
   * What a task of file transcription belongs to.
   * @param appkeyId of the settings; by default the usual one
   * @throws StudioError `credentials/missing` without an Appkey, `usage/invalid` as `openAccount`
   */
  findTaskPlace(appkeyId: string | undefined): {
    readonly appkey: string;
    readonly service: string;
  };
  close(): Promise<void>;
}

/** An Appkey with the region of its project, where that is not the account's. */
type LocatedAppkey = ChosenAppkey & Pick<AppkeySetting, 'region'>;

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
  let pasted: { readonly key: string; readonly source: PastedTokenSource } | undefined;
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

  const findPasted = async (): Promise<PastedTokenSource | undefined> => {
    const given = await credentials.read('pastedToken');
    if (given === undefined) return undefined;
    const { token, expiresAtMs } = given;
    const key = JSON.stringify([token, expiresAtMs]);
    if (pasted?.key !== key) {
      pasted = { key, source: createPastedTokenSource(token, expiresAtMs, Date.now) };
    }
    return pasted.source;
  };

  const findTokens = async (http: HttpClient, endpoints: IsiEndpoints): Promise<TokenSource> => {
    const own = await findPasted();
    if (own === undefined) {
      return openCache(http, endpoints).forAccessKey(await credentials.demand('accessKey'));
    }
    const accessKey = await credentials.read('accessKey');
    if (accessKey === undefined) return own;
    return createFallbackTokenSource(own, openCache(http, endpoints).forAccessKey(accessKey));
  };

  const openCache = (http: HttpClient, endpoints: IsiEndpoints): TokenCache => {
    let cache = tokens.get(endpoints.meta);
    if (cache === undefined) {
      cache = createTokenCache(openTokenClient(http, endpoints), Date.now);
      tokens.set(endpoints.meta, cache);
    }
    return cache;
  };

  const openTokenClient = (http: HttpClient, { meta }: IsiEndpoints): TokenClient =>
    createTokenClient({ http, endpoint: meta, now: Date.now, makeNonce: randomUUID });

  const findBucket = (endpoints: IsiEndpoints): BucketAddress => {
    const { bucket } = readSettings();
    const name = endpoints.oss.bucket ?? bucket?.name;
    if (name === undefined) throw missing('ZIMU_OSS_BUCKET');
    const origin = endpoints.oss.endpoint ?? bucket?.endpoint;
    return {
      bucket: name,
      region: endpoints.oss.region ?? bucket?.region ?? endpoints.region,
      ...(origin === undefined ? {} : { origin }),
    };
  };

  const findPlace = ({ origin, ...address }: BucketAddress): OssPlace => {
    const network = readSettings().isInternal === true ? 'internal' : 'public';
    return { ...address, endpoint: origin === undefined ? network : { origin } };
  };

  const read = (ownRegion?: AppkeySetting['region']): IsiEndpoints => {
    const { region: usual, isInternal } = readSettings();
    const region = ownRegion ?? usual;
    return readEndpoints(env, {
      ...(region === undefined ? {} : { region }),
      ...(isInternal === undefined ? {} : { isInternal }),
    });
  };

  const openAccount = async (region?: SpeechRegion): Promise<CloudAccount> => {
    const endpoints =
      region === undefined ? read() : readEndpoints({ ...env, ZIMU_ISI_REGION: region });
    const http = await connect();
    return {
      http,
      endpoints,
      openTokens: () => findTokens(http, endpoints),
      readAccessKey: () => credentials.demand('accessKey'),
      findBucket: () => findBucket(endpoints),
      openBucket: (onRetry, address = findBucket(endpoints)) =>
        createOssClient({
          http,
          place: findPlace(address),
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
    connect,
    ...(wait === undefined ? {} : { wait }),
    async open(appkeyId): Promise<CloudSession> {
      const { region, ...appkey } = chooseAppkey(readSettings(), env, appkeyId);
      const { openTokens, ...account } = await openAccount();
      return { ...account, endpoints: read(region), appkey, tokens: await openTokens() };
    },
    async createToken(signal) {
      const endpoints = read();
      const accessKey = await credentials.demand('accessKey');
      const client = openTokenClient(await connect(), endpoints);
      const waiting = wait === undefined ? {} : { wait };
      return retry(() => client.createToken(accessKey, signal), {
        ...{ signal, random: Math.random, maximumAttempts: 3 },
        ...waiting,
      });
    },
    findAppkeyModel: (appkeyId) => findAppkey(readSettings(), env, appkeyId)?.model,
    readRegion: (appkeyId) => read(findAppkey(readSettings(), env, appkeyId)?.region).region,
    findTaskPlace: (appkeyId) => {
      const { appkey, region } = chooseAppkey(readSettings(), env, appkeyId);
      return { appkey, service: read(region).fileTranscription };
    },
    async check(engine, place) {
      try {
        const endpoints = read();
        const own = engine === 'flash' ? await findPasted() : undefined;
        const problem = own?.findProblem();
        const lacking = await listLacking([
          async () => {
            if (own === undefined) await credentials.demand('accessKey');
            else if (problem !== undefined && (await credentials.read('accessKey')) === undefined) {
              throw problem;
            }
          },
          () => chooseAppkey(readSettings(), env, undefined),
          () => engine === 'file' && place === 'file' && findBucket(endpoints),
        ]);
        return lacking.length === 0 ? undefined : missing(lacking.join(', '));
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

/** @throws StudioError `credentials/missing` where there is none */
function chooseAppkey(...which: Parameters<typeof findAppkey>): LocatedAppkey {
  const found = findAppkey(...which);
  if (found === undefined) throw missing('ZIMU_ISI_APPKEY');
  return found;
}

/** The Appkey of a job: the named one, the environment's, the usual one, or the first. */
function findAppkey(
  { appkeys = [], usualAppkeyId }: CloudSettings,
  env: CloudAccessOptions['env'],
  appkeyId: string | undefined,
): LocatedAppkey | undefined {
  const given = env['ZIMU_ISI_APPKEY']?.trim();
  if (appkeyId === undefined && given !== undefined && given !== '') {
    const known = appkeys.find(({ appkey }) => appkey === given);
    return known === undefined ? { appkey: given, model: undefined } : describeAppkey(known);
  }
  const chosen =
    appkeyId === undefined
      ? (appkeys.find(({ id }) => id === usualAppkeyId) ?? appkeys[0])
      : appkeys.find(({ id }) => id === appkeyId);
  return chosen === undefined ? undefined : describeAppkey(chosen);
}

function describeAppkey(setting: AppkeySetting): LocatedAppkey {
  const { appkey, region } = setting;
  return { appkey, region, model: findOwnModel(setting) };
}

function findOwnModel({ model, tag, sampleRateHz }: AppkeySetting): SpeechModel | undefined {
  if (model === undefined) return undefined;
  return findModel(model, {
    ...(tag === undefined ? {} : { tag }),
    ...(sampleRateHz === undefined ? {} : { sampleRateHz }),
  });
}

function missing(name: string): StudioError {
  return new StudioError('credentials/missing', `${name} is not set`, { data: { missing: name } });
}
