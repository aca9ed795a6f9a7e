import { omitUndefined } from '@core/omit-undefined';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { findUploadsFolder } from './files/uploads-folder';
import { createEngines, type Engines } from '../engines/registry';
import { checkCloud } from './cloud/check-cloud';
import { createCloudAccess } from './cloud/create-cloud-access';
import { diagnose } from './diagnose';
import { planEngine } from './cloud/plan-engine';
import { readJobParameters } from './cloud/read-job-parameters';
import { findAligner } from './jobs/find-aligner';
import { listEngineCards, listEngineFacts } from './jobs/list-engine-cards';
import { compareChannels, findSameChannels, proposeChannels } from './jobs/propose-channels';
import { nameOtherTracks } from './jobs/name-other-tracks';
import { alignRecording, type JobOutcome, transcribeRecording } from './jobs/transcribe-recording';
import { createSpeechEncoder } from './media/encode-speech';
import { listAudioTracks, withTrack } from './media/audio-tracks';
import { createAddressSource } from './media/address-source';
import { createAudioSource } from './media/decode-audio';
import { findMediaTools, type MediaToolSearch } from './media/find-media-tools';
import type { DecodeWarning } from './media/decode-warning';
import { createProbeCache } from './media/probe-cache';
import { assertHasAudio } from './media/probe-media';
import { createRuleProfiles } from './rules/rule-profiles';
import { createStudioTasks } from './tasks/studio-tasks';
import { createWebRecordings } from './web/web-recordings';
import type { Audible, Studio, StudioSurroundings } from './studio';

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
      versionsFile: join(folders.cache, 'tools.json'),
      settings: {
        ...omitUndefined({ ffmpeg: ffmpegPath, ffprobe: ffprobePath }),
      },
    };
  };
  const probe = createProbeCache();
  const findTools: Studio['findTools'] = (signal) => findMediaTools(describeToolSearch(), signal);
  const cloud = createCloudAccess({
    credentials,
    readSettings: () => readSettings().cloud ?? {},
    readSystemProxy: surroundings.readSystemProxy,
    env,
  });
  const web = createWebRecordings({
    connect: () => cloud.connect(),
    uploads: findUploadsFolder(folders.home),
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
      ...omitUndefined({ childScript: engineChildScript }),
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
        data: {
          engine: engineId,
          language: language ?? '',
          alternatives: listAlternatives(engines, primary),
        },
      });
    }
    return engine;
  };

  const transcribe: Studio['transcribe'] = async (recording, { engine, ...options }, listener) => {
    const chosen = requireEngine(engine, options.language);
    const audio = web.withAddress(recording.audio, chosen.describe().service);
    const request = { audio, engine: chosen, ...options };
    const channels = compareChannels(request, engines.channelMeter, listener.signal);
    const sameChannels = await findSameChannels(request, engines.channelMeter, listener.signal);
    const heard = await transcribeRecording({ ...request, sameChannels }, { ...listener, log });
    if (heard.error !== undefined) web.note(audio.path, heard.error);
    const outcome = await proposeChannels(channels, heard, listener);
    return settleOutcome(recording, nameOtherTracks(recording, outcome, listener));
  };
  const discard: Studio['discard'] = async ({ engine, language, appkeyId }, kept, report) =>
    requireEngine(engine, language).discard?.(kept, {
      log,
      ...omitUndefined({ appkeyId, report }),
    });
  const { readAllKept, ...tasks } = createStudioTasks({
    ...{ cloud, home: folders.home, transcribe, discard, log },
  });

  return {
    ...tasks,
    ruleProfiles: createRuleProfiles({ resourcesDirectory, home: folders.home }, log),
    requireEngine,
    requireAligner: (engineId) => findAligner(engines, engineId),
    describeEngines: () => listEngineFacts(engines),
    listEngines: (place) => listEngineCards(engines, place),
    findPlace: (path) => (web.has(path) ? 'address' : 'file'),
    fetchRecording: (...given) => web.fetch(...given),
    plan: async (path, { engine, appkeyId, listens = false, ...asked }, { signal, onListened }) => {
      const tools = await findTools(signal);
      const info = withTrack(await probe(path, tools, signal), asked.audioTrack);
      const audio = createAudioSource(path, info, tools);
      const onProgress = tellShare(info.durationMs, onListened);
      const chosen = engines.get(engine);
      const { service, hearsEachChannel = false } = chosen.describe();
      const { channelMeter } = engines;
      const facts =
        service === undefined
          ? undefined
          : await (listens
              ? channelMeter.measure(audio, { signal, onProgress })
              : channelMeter.recall(audio));
      const findings = hearsEachChannel
        ? await (listens
            ? channelMeter.compare(audio, { signal, onProgress })
            : channelMeter.recallFindings(audio))
        : undefined;
      const { firstChannelOnly, splitsSpeakers = false } = asked;
      return planEngine(info, chosen, {
        model: cloud.findAppkeyModel(appkeyId),
        isOnTheWeb: web.has(path),
        ...{ facts, findings },
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
    probe: async (path, signal) => probe(path, await findTools(signal), signal),
    async openRecording(path, signal, chooseTrack = () => undefined) {
      const tools = await findTools(signal);
      const found = await probe(path, tools, signal);
      assertHasAudio(found);
      const info = withTrack(found, chooseTrack(listAudioTracks(found)));
      let warning: DecodeWarning | undefined;
      const onWarning = (given: DecodeWarning): void => {
        warning = given;
      };
      const audio = createAudioSource(path, info, tools, { onWarning });
      return { info, audio, warning: () => warning };
    },
    openAddress: (address) => ({
      audio: createAddressSource(address, engines.offline().describe().id),
      warning: () => undefined,
    }),
    transcribe,
    align: async (recording, options, listener) =>
      settleOutcome(
        recording,
        await alignRecording(
          { audio: recording.audio, engine: engines.aligner(), ...options },
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
        offline: engines.offline(),
      }),
    async dispose() {
      await engines.dispose();
      await cloud.close();
    },
  };
}

/** Who understands what an engine does not: those that know the language, else those that know most. */
function listAlternatives(engines: Engines, language: string): readonly string[] {
  const all = engines.ids.map((id) => engines.get(id).describe());
  const knowing = all.filter(({ languages }) => languages.includes(language));
  const most = Math.max(...all.map(({ languages }) => languages.length));
  const chosen =
    knowing.length > 0 ? knowing : all.filter(({ languages }) => languages.length === most);
  return chosen.map(({ id }) => id);
}

/** Containers and services round lengths. */
const roundedMs = 1_000;

/**
 * Judges a finished job by how its sound was decoded: a decoder that was killed heard only a part,
 * so the job has failed; of a recording that breaks off, or goes on behind its stated end, the
 * container's length is not to be had.
 */
function settleOutcome(recording: Audible, outcome: JobOutcome): JobOutcome {
  const warning = recording.warning();
  if (outcome.state !== 'done') return outcome;
  const { transcript, heardMs } = outcome;
  const goesOn = heardMs > transcript.media.durationMs + roundedMs;
  if (warning === undefined && !goesOn) return outcome;
  const media = { ...transcript.media, durationMs: heardMs };
  const settled = { ...outcome, transcript: { ...transcript, media } };
  if (warning?.hasDecoderDied !== true) return settled;
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
