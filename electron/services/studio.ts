import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type {
  CloudCheckStep,
  EngineCard,
  EnginePlan,
  MethodInput,
  StudioSettings,
} from '@contract/api';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import type { CueLimits } from '@core/cues/cue-limits';
import type { WebAddress } from '@core/isi/web-address';
import type { AudioSource, RecordingPlace, TranscriptionEngine } from '../engines/engine';
import { createEngines } from '../engines/registry';
import type { SpeechToken } from '../isi/token/token-client';
import { checkCloud } from './cloud/check-cloud';
import { createCloudAccess } from './cloud/create-cloud-access';
import type { CredentialStore } from './credentials/create-credential-store';
import { diagnose, type Finding } from './doctor/diagnose';
import { planEngine } from './cloud/plan-engine';
import { type AskedParameters, readJobParameters } from './cloud/read-job-parameters';
import { listEngineCards } from './jobs/list-engine-cards';
import {
  alignRecording,
  type JobContext,
  type JobOutcome,
  type TranscribeRecording,
  transcribeRecording,
} from './jobs/transcribe-recording';
import { createSpeechEncoder } from './media/encode-speech';
import { createAddressSource } from './media/address-source';
import { createAudioSource } from './media/decode-audio';
import { findMediaTools, type MediaTools, type MediaToolSearch } from './media/find-media-tools';
import type { DecodeWarning } from './media/stream-pcm';
import { assertHasAudio, type MediaInfo, probeMedia } from './media/probe-media';
import type { Folders } from './settings/folders';
import { createStudioTasks, type StudioTasks } from './tasks/studio-tasks';
import { createWebRecordings, type WebRecordings } from './web/web-recordings';

export interface StudioSurroundings {
  readonly folders: Folders;
  /** Asked each time, because a person may choose another ffmpeg while the studio runs. */
  readonly readSettings: () => StudioSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that holds `models` and, in a packaged product, `bin`. */
  readonly resourcesDirectory: string;
  /** Path of the built child of the local engine; by default beside the built bundle. */
  readonly engineChildScript?: string | undefined;
  readonly credentials: CredentialStore;
  /** Address of the proxy that the system's settings name, where the host can ask for it. */
  readonly readSystemProxy?: (() => Promise<string | undefined>) | undefined;
  /** Ports of this computer at which the host listens now. */
  readonly readOwnPorts?: (() => readonly number[]) | undefined;
  readonly log: (line: string) => void;
}

/** Something that engines can hear. */
export interface Audible {
  readonly audio: AudioSource;
  /** What went wrong in decoding after it had given some sound; known once it was read. */
  warning(): DecodeWarning | undefined;
}

/** A media file that was found to hold sound. */
export interface Recording extends Audible {
  readonly info: MediaInfo;
}

/** What a job is told and tells while it runs. */
export type JobListener = Omit<JobContext, 'log'>;

/** The services of the product, the same behind the window, the browser host and the command line. */
export interface Studio extends StudioTasks {
  /**
   * Checks before any work that an engine exists and knows a language.
   * @throws StudioError `engine/unavailable` or `engine/unsupported-language`
   */
  requireEngine(engineId: string, language: string | undefined): TranscriptionEngine;
  /** All engines as a person chooses them, those that are still to come included. */
  listEngines(place: RecordingPlace): Promise<readonly EngineCard[]>;
  /** Whether services are given an address instead of a file. */
  findPlace(path: string): RecordingPlace;
  /** Downloads a recording of the web. @throws StudioError as `WebRecordings.fetch` */
  readonly fetchRecording: WebRecordings['fetch'];
  /** What an engine would do with a file. @throws StudioError `media/*`, `tool/*`, `usage/invalid` */
  plan(
    path: string,
    asked: Omit<MethodInput<'engines.plan'>, 'projectId'>,
    options: {
      readonly signal: AbortSignal;
      /** Takes 0 to 1. */
      readonly onListened?: (fraction: number) => void;
    },
  ): Promise<EnginePlan>;
  /** Tries the account; `onStep` is told each step when it is done. */
  checkCloud(
    appkeyId: string | undefined,
    signal: AbortSignal,
    onStep: (step: CloudCheckStep) => void,
  ): Promise<readonly CloudCheckStep[]>;
  /** The parameters of a job, by the usual Appkey's model. @throws StudioError `usage/invalid` */
  readParameters(asked: AskedParameters): Readonly<Record<string, JsonValue>>;
  /** A new token of the account's AccessKey. @throws StudioError as `StudioCloud.createToken` */
  createToken(signal: AbortSignal): Promise<SpeechToken>;
  /** ffmpeg and ffprobe as the settings have it now. @throws StudioError `tool/ffmpeg-missing` */
  findTools(signal?: AbortSignal): Promise<MediaTools>;
  /** @throws StudioError `media/*` or `tool/*` */
  probe(path: string, signal: AbortSignal): Promise<MediaInfo>;
  /** Probes a file and prepares to decode it. @throws StudioError `media/*` or `tool/*` */
  openRecording(path: string, signal: AbortSignal): Promise<Recording>;
  /** A recording of the web, for engines whose service fetches it; nothing is looked at yet. */
  openAddress(address: WebAddress): Audible;
  /** Never rejects for a job's own failure: see {@link JobOutcome}. */
  transcribe(
    recording: Audible,
    options: {
      readonly engine: string;
    } & Pick<
      TranscribeRecording,
      'limits' | 'language' | 'model' | 'appkeyId' | 'parameters' | 'idPrefix'
    >,
    listener: JobListener,
  ): Promise<JobOutcome>;
  /** Gives a known text its times, with the local engine. Ends as {@link Studio.transcribe} does. */
  align(
    recording: Audible,
    options: {
      readonly units: readonly string[];
      readonly limits?: CueLimits;
      readonly model?: string;
    },
    listener: JobListener,
  ): Promise<JobOutcome>;
  /** Removes what a job that will not go on has left behind, by what its engine kept. */
  discard(
    job: { readonly engine: string; readonly language?: string; readonly appkeyId?: string },
    kept: JsonValue,
    onRemark?: (error: StudioError) => void,
  ): Promise<void>;
  /**
   * Deletes files that a program which was killed has left in the cache; before any job begins.
   * @param isWanted whether a job that goes on needs the files of this name
   */
  removeLeftovers(isWanted: (name: string) => boolean): Promise<void>;
  /** What the product needs on this computer, and what of it is there. */
  diagnose(): Promise<readonly Finding[]>;
  /** Ends child processes; the studio is of no use afterwards. */
  dispose(): Promise<void>;
}

/** The engines of the cloud: who understands what the local one does not. */
const alternatives = ['flash', 'file'];

/** The composition root: the one place where services meet. */
export function createStudio(surroundings: StudioSurroundings): Studio {
  const { folders, readSettings, env, resourcesDirectory, engineChildScript, credentials, log } =
    surroundings;
  const modelsDirectory = env['ZIMU_MODELS'] ?? join(resourcesDirectory, 'models');
  const scriptFile = env['ZIMU_SCRIPTED_ENGINE'];
  const describeToolSearch = (): MediaToolSearch => {
    const { ffmpegPath, ffprobePath } = readSettings();
    return {
      environment: env,
      packagedFolder: join(resourcesDirectory, 'bin'),
      settings: {
        ...(ffmpegPath === undefined ? {} : { ffmpeg: ffmpegPath }),
        ...(ffprobePath === undefined ? {} : { ffprobe: ffprobePath }),
      },
    };
  };
  const findTools: Studio['findTools'] = (signal) => findMediaTools(describeToolSearch(), signal);
  const cloud = createCloudAccess({
    credentials,
    readSettings: () => readSettings().cloud ?? {},
    readSystemProxy: surroundings.readSystemProxy,
    env,
  });
  const web = createWebRecordings({
    connect: () => cloud.connect(),
    uploads: join(folders.home, 'uploads'),
    readOwnPorts: () => surroundings.readOwnPorts?.() ?? [],
  });
  const encoder = createSpeechEncoder({
    findTools,
    folder: join(folders.cache, 'uploads'),
    newId: randomUUID,
  });
  const engines = createEngines({
    cloud: { access: cloud, encoder },
    local: {
      modelsDirectory,
      ...(engineChildScript === undefined ? {} : { childScript: engineChildScript }),
    },
    ...(scriptFile === undefined || scriptFile === '' ? {} : { scripted: { scriptFile } }),
    log,
  });
  const requireEngine: Studio['requireEngine'] = (engineId, language) => {
    const engine = engines.get(engineId);
    const primary = language?.toLowerCase().split(/[-_]/)[0];
    const { languages } = engine.describe();
    if (primary !== undefined && primary !== 'auto' && !languages.includes(primary)) {
      throw new StudioError('engine/unsupported-language', 'engine does not know the language', {
        data: { engine: engineId, language: language ?? '', alternatives },
      });
    }
    return engine;
  };

  const transcribe: Studio['transcribe'] = async (recording, { engine, ...options }, listener) => {
    const audio = web.withAddress(recording.audio, engine);
    const request = { audio, engine: requireEngine(engine, options.language), ...options };
    const outcome = await transcribeRecording(request, { ...listener, log });
    if (outcome.error !== undefined) web.note(audio.path, outcome.error);
    return settleOutcome(recording, outcome);
  };
  const discard: Studio['discard'] = async ({ engine, language, appkeyId }, kept, onRemark) =>
    requireEngine(engine, language).discard?.(kept, {
      log,
      ...(appkeyId === undefined ? {} : { appkeyId }),
      ...(onRemark === undefined ? {} : { onRemark }),
    });
  const { readAllKept, ...tasks } = createStudioTasks({
    ...{ cloud, home: folders.home, transcribe, discard, log },
  });

  return {
    ...tasks,
    requireEngine,
    listEngines: (place) => listEngineCards(engines, place),
    findPlace: (path) => (web.has(path) ? 'address' : 'file'),
    fetchRecording: (...given) => web.fetch(...given),
    plan: async (path, { engine, appkeyId, listens = false, ...asked }, { signal, onListened }) => {
      const tools = await findTools(signal);
      const info = await probeMedia(path, tools, signal);
      const audio = createAudioSource(path, info, tools);
      const onProgress = tellShare(info.durationMs, onListened);
      const isCloud = engine === 'flash' || engine === 'file';
      const facts = !isCloud
        ? undefined
        : listens
          ? await engines.channelMeter.measure(audio, { signal, onProgress })
          : await engines.channelMeter.recall(audio);
      const { firstChannelOnly, splitsSpeakers = false } = asked;
      return planEngine(info, engine, {
        model: cloud.findAppkeyModel(appkeyId),
        isOnTheWeb: web.has(path),
        facts,
        wishes: { firstChannelOnly, splitsSpeakers },
        readRegion: () => cloud.readRegion(appkeyId),
      });
    },
    checkCloud: (appkeyId, signal, onStep) =>
      checkCloud(cloud, appkeyId, { signal, onStep, folder: join(folders.cache, 'uploads') }),
    readParameters: (asked) =>
      readJobParameters(asked, readSettings().cloudParameters, cloud.findAppkeyModel(undefined)),
    createToken: (signal) => cloud.createToken(signal),
    findTools,
    probe: async (path, signal) => probeMedia(path, await findTools(signal), signal),
    async openRecording(path, signal) {
      const tools = await findTools(signal);
      const info = await probeMedia(path, tools, signal);
      assertHasAudio(info);
      let warning: DecodeWarning | undefined;
      const onWarning = (given: DecodeWarning): void => {
        warning = given;
      };
      const audio = createAudioSource(path, info, tools, { onWarning });
      return { info, audio, warning: () => warning };
    },
    openAddress: (address) => ({ audio: createAddressSource(address), warning: () => undefined }),
    transcribe,
    align: async (recording, options, listener) =>
      settleOutcome(
        recording,
        await alignRecording(
          { audio: recording.audio, engine: requireEngine('local', undefined), ...options },
          { ...listener, log },
        ),
      ),
    discard,
    async removeLeftovers(isWanted) {
      const kept = await readAllKept();
      await encoder.removeLeftovers((name) => isWanted(name) || kept.includes(name));
    },
    diagnose: () =>
      diagnose({
        folders,
        toolSearch: describeToolSearch(),
        env,
        local: requireEngine('local', undefined),
      }),
    async dispose() {
      await engines.dispose();
      await cloud.close();
    },
  };
}

/**
 * Judges a finished job by how its sound was decoded: a decoder that was killed heard only a part,
 * so the job has failed; of a recording that breaks off, the container's length is not to be had.
 */
function settleOutcome(recording: Audible, outcome: JobOutcome): JobOutcome {
  const warning = recording.warning();
  if (outcome.state !== 'done' || warning === undefined) return outcome;
  const { transcript, heardMs } = outcome;
  const media = { ...transcript.media, durationMs: heardMs };
  const settled = { ...outcome, transcript: { ...transcript, media } };
  if (!warning.hasDecoderDied) return settled;
  const data = { path: recording.audio.path, tool: 'ffmpeg', reason: warning.reason };
  const error = new StudioError('tool/ffmpeg-failed', 'the decoder died', { data });
  return { ...settled, state: 'failed', error };
}

/** Tells how far a recording was listened to, at most a hundred times. */
function tellShare(
  durationMs: number | undefined,
  onListened: ((fraction: number) => void) | undefined,
): (doneMs: number) => void {
  let told = 0;
  return (doneMs) => {
    if (durationMs === undefined) return;
    const percent = Math.min(100, Math.floor((100 * doneMs) / durationMs));
    if (percent > told) onListened?.(percent / 100);
    told = Math.max(told, percent);
  };
}
