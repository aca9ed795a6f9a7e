import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../simulated-reply';
import { type SimulatedAppkey, type SimulatorWorld, understand } from '../simulator-world';
import { makeDefaultSpeech } from '../speech/default-speech';
import { fetchFile } from '../speech/fetch-file';
import { isHeard } from '../speech/is-heard';
import { shapeSpeech } from '../speech/shape-speech';
import { type ProbedAudio, probeAudio } from '../speech/probe-audio';
import type { FaultKind } from '../frame/faults';
import { describeFileCode } from '../vendor-codes';
import { buildFileResult } from './build-file-result';
import { type FileTask, isVersion4 } from './file-task';

/** How a task ended. */
export interface TaskOutcome {
  readonly code: number;
  readonly text: string;
  readonly durationMs: number;
  readonly result?: Readonly<Record<string, unknown>>;
}

const mostAudioBytes = 512 * 1024 * 1024;
const mostVideoBytes = 2 * 1024 * 1024 * 1024;
const mostMs = 12 * 3_600_000;
/** Of an account on trial, in 24 hours (protocol §3.2). */
const mostTrialMs = 2 * 3_600_000;

/** Fetches a task's file, for real, and recognises it; every failure is an outcome too. */
export async function processTask(
  task: FileTask,
  taskId: string,
  appkey: SimulatedAppkey,
  world: SimulatorWorld,
  fault: FaultKind | undefined,
): Promise<TaskOutcome> {
  const path = join(world.scratch, taskId);
  try {
    if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.text);
    await fetchTask(task.file_link, path, world);
    const found = await probeAudio(path);
    const probed = { ...found, durationMs: world.behaviour.durationMs ?? found.durationMs };
    checkAudio(probed, task, appkey);
    const { file_link: link } = task;
    const language = appkey.language ?? 'zh';
    const all =
      fault?.kind === 'sentences'
        ? makeDefaultSpeech({ ...probed, language }, fault.count)
        : await understand(world, probed, { service: 'file', path, appkey: appkey.appkey, link });
    const sentences = shapeSpeech(all.filter(isHeard(task.first_channel_only, appkey)), {
      validTimes: task.valid_times,
      maximumLength: task.sentence_max_length,
      marks: task.punctuation_mark,
      isInDigits: task.enable_inverse_text_normalization === true,
    });
    if (sentences.length === 0) return describeEmpty(world, probed.durationMs);
    return {
      code: 21050000,
      text: 'SUCCESS',
      durationMs: probed.durationMs,
      result: buildFileResult(sentences, task, world.behaviour.isSpeakerAlwaysGiven),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = Number(error.code);
    return { code, text: error.text ?? describeFileCode(code), durationMs: 0 };
  } finally {
    await rm(path, { force: true });
  }
}

async function fetchTask(link: string, path: string, world: SimulatorWorld): Promise<void> {
  const fetched = await fetchFile(link, path, mostVideoBytes, world.closing);
  switch (fetched.kind) {
    case 'fetched':
      return;
    case 'wrong-length':
      throw new Refusal(41050023);
    case 'too-large':
      throw new Refusal(41050004);
    case 'unreachable':
      throw new Refusal(41050002);
    case 'status': {
      const { status } = fetched;
      if (status === 404) throw new Refusal(41050024);
      if (status === 403) throw new Refusal(41050025);
      throw new Refusal(status >= 500 ? 41050026 : 41050002);
    }
  }
}

function checkAudio(probed: ProbedAudio, task: FileTask, appkey: SimulatedAppkey): void {
  const { container, sizeBytes, durationMs, sampleRateHz, isBroken, hasVideo } = probed;
  // Matroska is none of the nine formats (protocol §3.2), though a number exists for a bad one.
  if (container === undefined || container === 'matroska') throw new Refusal(41050003);
  if (isBroken) throw new Refusal(40270003);
  if (sizeBytes > (hasVideo ? mostVideoBytes : mostAudioBytes)) throw new Refusal(41050004);
  // Mono and stereo only (protocol §3.2); no number is published for more.
  if (probed.channels > 2) throw new Refusal(41050003);
  if (durationMs > mostMs) throw new Refusal(41050103);
  if (appkey.isUnpaid === true && durationMs > mostTrialMs) throw new Refusal(41050001);
  // Adaption only goes down to 16 kHz (§3.2); a model for telephones takes telephones only.
  const isAdapted =
    task.enable_sample_rate_adaptive === true &&
    isVersion4(task) &&
    appkey.sampleRateHz === 16_000 &&
    sampleRateHz > 16_000;
  if (sampleRateHz !== appkey.sampleRateHz && !isAdapted) throw new Refusal(41050008);
}

/** The three forms in which a task without speech was described (protocol §0.8, §3.4). */
function describeEmpty({ behaviour }: SimulatorWorld, durationMs: number): TaskOutcome {
  switch (behaviour.emptyResult) {
    case 'no-valid-fragment':
      return { code: 21050003, text: 'SUCCESS_WITH_NO_VALID_FRAGMENT', durationMs };
    case 'no-words':
      return { code: 21050003, text: 'ASR_RESPONSE_HAVE_NO_WORDS', durationMs };
    case 'no-words-41050029':
      return { code: 41050029, text: 'ASR_RESPONSE_HAVE_HO_WORDS', durationMs };
  }
}
