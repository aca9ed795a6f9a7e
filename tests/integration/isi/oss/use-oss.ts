import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { HttpClient } from '../../../../electron/isi/client/http/http-client';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import {
  createOssClient,
  type OssClient,
  type OssClientOptions,
} from '../../../../electron/isi/client/oss/create-oss-client';
import { createOssService, type OssService } from '../../../simulator/oss/create-oss-service';
import type { ChooseOssFault } from '../../../simulator/oss/oss-faults';
import type { SimulatedAccount } from '../../../simulator/simulated-service';

export const owner: SimulatedAccount = {
  userId: '1000',
  accessKeyId: 'LTAIowner',
  accessKeySecret: 'secretOfTheOwner',
};
export const temporary: SimulatedAccount = {
  userId: '1000',
  accessKeyId: 'STS.temporary',
  accessKeySecret: 'secretOfTheGuest',
  securityToken: 'CAIStoken+/=',
};
export const stranger: SimulatedAccount = {
  userId: '2000',
  accessKeyId: 'LTAIstranger',
  accessKeySecret: 'secretOfTheStranger',
};
/** Accounts that lack one permission each. */
export const denied = ['PutObject', 'GetObject', 'DeleteObject'].map((permission) => ({
  userId: '1000',
  accessKeyId: `LTAIno${permission}`,
  accessKeySecret: 'secretOfTheDenied',
  denied: [permission],
}));
export const inactive: SimulatedAccount = {
  userId: '1000',
  accessKeyId: 'LTAIinactive',
  accessKeySecret: 'secretOfTheInactive',
  isInactive: true,
};

/** A storage of its own for each test, with the buckets `sounds` (Shanghai) and `far` (Beijing). */
export interface OssBench {
  readonly origin: () => string;
  readonly service: () => OssService;
  /** The server's clock, ms; the test may set it. */
  readonly clock: { serverMs: number };
  /** What goes wrong; the test may set it at any time. */
  readonly faults: { choose: ChooseOssFault };
  /** Waits of the clients before they tried again, ms: none of them is really waited for. */
  readonly waitsMs: number[];
  readonly client: (changes?: ClientChanges) => OssClient;
  /** A file of pseudo-random bytes. */
  readonly file: (name: string, sizeBytes: number) => string;
  /** What the server holds under a key. */
  readonly content: (key: string) => Buffer | undefined;
}

export interface ClientChanges extends Partial<Pick<OssClientOptions, 'now' | 'onRetry' | 'http'>> {
  readonly account?: SimulatedAccount;
  readonly bucket?: string;
  readonly region?: string;
}

export function useOss(): OssBench {
  const clock = { serverMs: 0 };
  const faults: { choose: ChooseOssFault } = { choose: () => undefined };
  const waitsMs: number[] = [];
  let folder = '';
  let server: Server;
  let service: OssService;
  let http: HttpClient;
  const origin = (): string => `http://localhost:${(server.address() as AddressInfo).port}`;

  beforeEach(async () => {
    clock.serverMs = Date.parse('2026-01-15T08:30:00Z');
    faults.choose = () => undefined;
    waitsMs.length = 0;
    folder = mkdtempSync(join(tmpdir(), 'zimu-oss-'));
    service = createOssService({
      accounts: [owner, temporary, stranger, ...denied, inactive],
      buckets: [
        { name: 'sounds', region: 'cn-shanghai', userId: '1000' },
        { name: 'far', region: 'cn-beijing', userId: '1000' },
      ],
      now: () => clock.serverMs,
      folder: join(folder, 'stored'),
      faults: (event) => faults.choose(event),
      largestPutBytes: 8 * 1024 * 1024,
    });
    server = createServer((request, response) => {
      service(request, response).then(
        (isAnswered) => {
          if (!isAnswered) response.writeHead(404).end();
        },
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    http = createHttpClient();
  });

  afterEach(async () => {
    await http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    origin,
    service: () => service,
    clock,
    faults,
    waitsMs,
    client: ({ account = owner, bucket = 'sounds', region = 'cn-shanghai', ...rest } = {}) =>
      createOssClient({
        http,
        place: { bucket, region, endpoint: { origin: origin() } },
        readKey: () => Promise.resolve(account),
        now: () => clock.serverMs,
        random: () => 0,
        wait: (durationMs) => {
          waitsMs.push(durationMs);
          return Promise.resolve();
        },
        ...rest,
      }),
    file: (name, sizeBytes) => {
      const path = join(folder, name);
      writeFileSync(path, makeBytes(name, sizeBytes));
      return path;
    },
    content: (key) => {
      const found = service.objects().find((object) => object.key === key);
      return found === undefined ? undefined : readFileSync(found.path);
    },
  };
}

/** A short name of some bytes: to compare megabytes one by one takes the runner seconds. */
export function digest(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? 'nothing' : createHash('sha256').update(bytes).digest('hex');
}

/** Bytes that no part has twice: the seed's key stream. */
export function makeBytes(seed: string, sizeBytes: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(sizeBytes));
}
