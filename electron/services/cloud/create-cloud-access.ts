import { omitUndefined } from '@core/omit-undefined';
import { randomUUID } from 'node:crypto';
import type { AppkeySetting, CloudSettings } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import type { SpeechModel } from '@isi/model-table';
import type { SpeechRegion } from '@isi/speech-regions';
import type { CloudAccess, CloudSession } from '../../engines/cloud/cloud-access';
import { type IsiEndpoints, readEndpoints } from '../../isi/client/endpoints';
import { createHttpClient, type HttpClientOptions } from '../../isi/client/http/create-http-client';
import type { HttpClient } from '../../isi/client/http/http-client';
import type { BucketAddress } from '../../isi/client/oss/bucket-address';
import { createOssClient } from '../../isi/client/oss/create-oss-client';
import type { OssPlace } from '../../isi/client/oss/oss-address';
import { retry } from '../../isi/client/retry';
import { createTokenClient } from '../../isi/client/token/create-token-client';
import {
  createFallbackTokenSource,
  createPastedTokenSource,
  type PastedTokenSource,
} from '../../isi/client/token/pasted-token-source';
import { createTokenCache, type TokenCache } from '../../isi/client/token/token-cache';
import type { SpeechToken, TokenClient, TokenSource } from '../../isi/client/token/token-client';
import type { Wait } from '../../isi/client/wait';
import type { CredentialStore } from '../credentials/create-credential-store';
import type { CredentialUse } from '../credentials/credential-finder';
import { chooseAppkey, findAppkey } from './choose-appkey';
import { listLacking } from './list-lacking';
import { createMissingError } from './missing-error';
import { createNetworkConnection } from './network-connection';

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
  const tokens = new Map<string, TokenCache>();
  /** A pasted token that was refused stays refused. */
  let pasted: { readonly key: string; readonly source: PastedTokenSource } | undefined;
  const { connect, close } = createNetworkConnection({
    ...{ credentials, readSettings, readSystemProxy, env, openHttp },
    onReplaced: () => tokens.clear(),
  });

  const findPasted = async (by?: CredentialUse): Promise<PastedTokenSource | undefined> => {
    const given = await credentials.read('pastedToken', by);
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
    if (name === undefined) throw createMissingError('ZIMU_OSS_BUCKET');
    const origin = endpoints.oss.endpoint ?? bucket?.endpoint;
    return {
      bucket: name,
      region: endpoints.oss.region ?? bucket?.region ?? endpoints.region,
      ...omitUndefined({ origin }),
    };
  };

  const findPlace = ({ origin, ...address }: BucketAddress): OssPlace => {
    const network = readSettings().isInternal === true ? 'internal' : 'public';
    return { ...address, endpoint: origin === undefined ? network : { origin } };
  };

  const read = (ownRegion?: AppkeySetting['region']): IsiEndpoints => {
    const { region: usual, isInternal } = readSettings();
    const region = ownRegion ?? usual;
    return readEndpoints(env, omitUndefined({ region, isInternal }));
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
          ...omitUndefined({ wait, partBytes: endpoints.oss.partBytes }),
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
    close,
    ...omitUndefined({ wait }),
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
    async check({ takesPastedToken, needsBucket }) {
      try {
        const endpoints = read();
        const own = takesPastedToken ? await findPasted('look') : undefined;
        const problem = own?.findProblem();
        const lacking = await listLacking([
          async () => {
            if (own === undefined) await credentials.demand('accessKey', 'look');
            else if (problem !== undefined) {
              const accessKey = await credentials.read('accessKey', 'look');
              if (accessKey === undefined) throw problem;
            }
          },
          () => chooseAppkey(readSettings(), env, undefined),
          () => needsBucket && findBucket(endpoints),
        ]);
        return lacking.length === 0 ? undefined : createMissingError(lacking.join(', '));
      } catch (thrown) {
        if (thrown instanceof StudioError) return thrown;
        throw thrown;
      }
    },
  };
}
