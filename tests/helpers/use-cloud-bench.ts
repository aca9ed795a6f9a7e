import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { CloudSettings } from '../../electron/contract/api';
import { StudioError } from '../../electron/core/errors/studio-error';
import type { SpeechEncoder } from '../../electron/engines/cloud/speech-encoder';
import type { AudioSource, TranscriptionEngine } from '../../electron/engines/engine';
import { createFileEngine } from '../../electron/engines/file/file-engine';
import { createFlashEngine } from '../../electron/engines/flash/flash-engine';
import { createHttpClient } from '../../electron/isi/client/http/create-http-client';
import type {
  HttpClient,
  HttpRequest,
  HttpTimeouts,
} from '../../electron/isi/client/http/http-client';
import {
  createCloudAccess,
  type StudioCloud,
} from '../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../electron/services/credentials/memory-secret-store';
import { createAudioSource } from '../../electron/services/media/decode-audio';
import { createSpeechEncoder } from '../../electron/services/media/encode-speech';
import { findMediaTools } from '../../electron/services/media/find-media-tools';
import { probeMedia } from '../../electron/services/media/probe-media';
import { type ChannelMeter, createChannelMeter } from '../../electron/engines/cloud/channel-meter';
import { createOssService, type OssService } from '../simulator/oss/create-oss-service';
import type { ChooseOssFault } from '../simulator/oss/oss-faults';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../simulator/start-simulator';
import { useKeptDetectors } from './use-kept-detectors';
import { testAccounts, testAppkeys } from './use-simulator';
import { useStandaloneTools } from './use-standalone-tools';

const bucket = { name: 'recordings', region: 'cn-shanghai' };
/** Another bucket of the same person. */
export const otherBucket = { name: 'archive', region: 'cn-beijing' };
/** Buckets that a job cannot use: of another region, and of somebody else. */
const unusableBuckets = [
  { name: 'far', region: 'cn-beijing' },
  { name: 'foreign', region: 'cn-shanghai', userId: '1002' },
];

/** The engines of one account; each call gives a new one, as after a restart of the program. */
export interface BenchEngines {
  readonly flash: () => TranscriptionEngine;
  readonly file: () => TranscriptionEngine;
}

/** The engines of the cloud on a simulated vendor with storage; no wait of theirs takes time. */
export interface CloudBench extends BenchEngines {
  readonly simulator: () => Simulator;
  readonly oss: () => OssService;
  /** What goes wrong with the storage; reset before each test. */
  readonly faults: { choose: ChooseOssFault };
  /** How long a request waits where that is not as usual; reset before each test. */
  readonly patience: { choose: (request: HttpRequest) => HttpTimeouts | undefined };
  /** Settings of the account; reset before each test. */
  readonly settings: { current: CloudSettings };
  readonly access: () => StudioCloud;
  /** Another one, with variables of the test on top. */
  readonly accessWith: (changes: Readonly<Record<string, string | undefined>>) => StudioCloud;
  readonly encoder: () => SpeechEncoder;
  readonly channelMeter: ChannelMeter;
  /** The same program with other variables; undefined takes one away. */
  readonly withEnv: (changes: Readonly<Record<string, string | undefined>>) => BenchEngines;
  readonly inFolder: (name: string) => string;
  /** Names of the files that the encoder made and nobody deleted. */
  readonly encodedFiles: () => string[];
  /** A recording as the studio opens it. */
  readonly open: (path: string) => Promise<AudioSource>;
  /** The environment of a program that works with this vendor. */
  readonly env: () => Readonly<Record<string, string>>;
}

/**
 * Starts the vendor before the tests of a file; what is stored lives as long as the file.
 * @param variables further ones of the environment
 */
export function useCloudBench(
  options: Partial<SimulatorOptions> = {},
  variables: Readonly<Record<string, string>> = {},
): CloudBench {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-cloud-'));
  const faults: CloudBench['faults'] = { choose: () => undefined };
  const patience: CloudBench['patience'] = { choose: () => undefined };
  const settings: CloudBench['settings'] = { current: {} };
  useStandaloneTools();
  let simulator: Simulator;
  let oss: OssService;
  let access: StudioCloud;
  const others: StudioCloud[] = [];
  const accounts = options.accounts ?? Object.values(testAccounts);
  beforeAll(async () => {
    simulator = await startSimulator({
      accounts,
      appkeys: Object.values(testAppkeys),
      // Who never waits asks more often than an account may.
      ...{ queryGapMs: 0, queriesPerSecond: Infinity, submitsPerSecond: Infinity },
      ...options,
      services: ({ nowMs, folder: inner }) => {
        oss = createOssService({
          accounts,
          buckets: [bucket, otherBucket, ...unusableBuckets],
          now: nowMs,
          folder: join(inner, 'oss'),
          faults: (event) => faults.choose(event),
        });
        return [oss];
      },
    });
    access = createAccess(env());
  });
  const createAccess = (env: Readonly<Record<string, string | undefined>>): StudioCloud =>
    createCloudAccess({
      credentials: createCredentialStore({
        secrets: createMemorySecretStore(),
        env,
        first: 'environment',
        publish: () => undefined,
        log: () => undefined,
      }),
      readSettings: () => settings.current,
      env,
      openHttp: (options) => {
        const http = createHttpClient(options);
        const send: HttpClient['send'] = (request) =>
          http.send({ ...request, timeouts: { ...request.timeouts, ...patience.choose(request) } });
        return { ...http, send };
      },
      // A turn of the event loop, so that whoever cancels is heard.
      wait: (_delayMs, signal) =>
        new Promise((fulfil, reject) => {
          setImmediate(() => {
            if (signal.aborted) reject(new StudioError('job/cancelled', 'the wait was ended'));
            else fulfil();
          });
        }),
    });
  afterEach(() => {
    faults.choose = () => undefined;
    patience.choose = () => undefined;
    settings.current = {};
  });
  afterAll(async () => {
    for (const each of [access, ...others]) await each.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = (): Readonly<Record<string, string>> => ({
    ...simulator.env,
    ZIMU_OSS_BUCKET: bucket.name,
    ZIMU_OSS_REGION: bucket.region,
    ...variables,
  });
  const findTools = (signal?: AbortSignal) => findMediaTools({ environment: process.env }, signal);
  // As the studio has it, with the real voice detector.
  const channelMeter = createChannelMeter(useKeptDetectors(), () => undefined);
  const uploads = join(folder, 'uploads');
  const encoder = () =>
    createSpeechEncoder({ findTools, folder: uploads, newId: () => randomUUID() });
  const accessWith: CloudBench['accessWith'] = (changes) => {
    const other = createAccess({ ...env(), ...changes });
    others.push(other);
    return other;
  };
  const enginesOf = (find: () => StudioCloud): BenchEngines => ({
    flash: () => createFlashEngine({ access: find(), encoder: encoder(), channelMeter }),
    file: () => createFileEngine({ access: find(), encoder: encoder(), channelMeter }),
  });
  return {
    simulator: () => simulator,
    oss: () => oss,
    faults,
    patience,
    settings,
    access: () => access,
    encoder,
    channelMeter,
    ...enginesOf(() => access),
    accessWith,
    withEnv: (changes) => {
      const other = accessWith(changes);
      return enginesOf(() => other);
    },
    inFolder: (name) => join(folder, name),
    encodedFiles: () => {
      try {
        return readdirSync(uploads);
      } catch {
        return [];
      }
    },
    open: async (path) => {
      const signal = new AbortController().signal;
      const tools = await findTools(signal);
      return createAudioSource(path, await probeMedia(path, tools, signal), tools);
    },
    env,
  };
}
