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
