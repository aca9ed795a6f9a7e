import { createRequire } from 'node:module';
import RpcClient from '@alicloud/pop-core';
import type { SimulatedAccount } from '../../../simulator/simulated-service';

/** The vendor's client of file transcription, which has no types of its own. */
export interface FiletransClient {
  submitTask(parameters: object): Promise<Readonly<Record<string, unknown>>>;
  getTaskResult(parameters: object): Promise<Readonly<Record<string, unknown>>>;
}

type Key = Pick<SimulatedAccount, 'accessKeyId' | 'accessKeySecret' | 'securityToken'>;

interface ClientConfig extends Key {
  readonly endpoint: string;
  readonly apiVersion: string;
}

/** A vendor's error as the tests look at it. */
export interface VendorError {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
  readonly status: number;
}

const load = createRequire(import.meta.url);
const FiletransConstructor = load('@alicloud/nls-filetrans-2018-08-17') as new (
  config: ClientConfig,
) => FiletransClient;

export function makeFiletransClient(endpoint: string, key: Key): FiletransClient {
  return new FiletransConstructor({ ...pick(key), endpoint, apiVersion: '2018-08-17' });
}

interface OpenApiModule {
  readonly default: new (config: object) => {
    callApi(call: object, request: object, runtime: object): Promise<{ readonly body: unknown }>;
  };
  readonly $OpenApiUtil: Readonly<
    Record<'Config' | 'Params' | 'OpenApiRequest', new (fields: object) => object>
  >;
}

const openApi = load('@alicloud/openapi-core') as OpenApiModule;

/**
 * Calls with the vendor's newest client, which signs with version 3 (protocol §1.3).
 * @param form sent as the body
 */
export async function callOpenApi(
  origin: string,
  { accessKeyId, accessKeySecret, securityToken }: Key,
  action: string,
  version: string,
  form: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const { Config, Params, OpenApiRequest } = openApi.$OpenApiUtil;
  const endpoint = new URL(origin).host;
  const client = new openApi.default(
    new Config({ accessKeyId, accessKeySecret, securityToken, endpoint, protocol: 'http' }),
  );
  const call = new Params({
    ...{ action, version, protocol: 'HTTP', method: 'POST', authType: 'AK', style: 'RPC' },
    ...{ pathname: '/', reqBodyType: 'formData', bodyType: 'json' },
  });
  const { body } = await client.callApi(call, new OpenApiRequest({ body: form }), {});
  return body;
}

/** The vendor's generic client, for CreateToken by default. */
export function makePopClient(
  endpoint: string,
  key: Key,
  apiVersion = '2019-02-28',
): InstanceType<typeof RpcClient> {
  return new RpcClient({ ...pick(key), endpoint, apiVersion });
}

/** What a call was refused with. */
export async function catchVendorError(call: Promise<unknown>): Promise<VendorError> {
  try {
    await call;
  } catch (error) {
    const { code, data, entry } = error as {
      code: string;
      data: Record<string, string>;
      entry: { response: { statusCode: number } };
    };
    return { code, data, status: entry.response.statusCode };
  }
  throw new Error('the call was not refused');
}

function pick({ accessKeyId, accessKeySecret, securityToken }: Key) {
  return {
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { securityToken }),
  };
}
