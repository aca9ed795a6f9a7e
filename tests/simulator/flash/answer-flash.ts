import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { fetchFile } from '../speech/fetch-file';
import type { FaultKind } from '../frame/faults';
import { drain } from '../frame/send-reply';
import { saveBody } from '../frame/save-body';
import { Refusal, type SimulatedReply } from '../simulated-reply';
import { type SimulatedAppkey, type SimulatorWorld, understand } from '../simulator-world';
import { shapeSpeech } from '../speech/shape-speech';
import { isHeard } from '../speech/is-heard';
import { makeDefaultSpeech } from '../speech/default-speech';
import { type AudioContainer, probeAudio } from '../speech/probe-audio';
import { describeFlashCode } from '../vendor-codes';
import { checkAccess } from './check-access';
import { type FlashParameters, readFlashParameters } from './flash-parameters';
import { buildFlashResult } from './build-flash-result';

/** Where flash lives. */
export const flashPath = '/stream/v1/FlashRecognizer';

const mostBytes = 100 * 1024 * 1024;
const mostMs = 2 * 3_600_000;
const containers: Readonly<Record<string, readonly AudioContainer[]>> = {
  wav: ['wav'],
  mp3: ['mp3'],
  mp4: ['mp4'],
  aac: ['aac'],
  opus: ['ogg'],
};

/** Answers a call of flash (protocol §2), refusals included. */
export async function answerFlash(
  request: IncomingMessage,
  world: SimulatorWorld,
  fault: FaultKind | undefined,
): Promise<SimulatedReply> {
  const taskId = randomUUID().replaceAll('-', '');
  const query = new URL(request.url ?? '/', 'http://simulator').searchParams;
  const path = join(world.scratch, taskId);
  try {
    if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.text, fault.httpStatus);
    if (request.method !== 'POST') throw new Refusal(40010001);
    const appkey = checkAccess(query, world);
    const parameters = readFlashParameters(query);
    const { sampleRateHz = appkey.sampleRateHz } = parameters;
    if (sampleRateHz !== appkey.sampleRateHz) throw new Refusal(41010101);
    await receive(request, parameters, path, world);
    // A token that ran out during the upload is as bad as one that did so before.
    checkAccess(query, world);
    const result = await recognise(path, parameters, appkey, world, fault);
    return {
      status: 200,
      body: { task_id: taskId, status: 20000000, message: 'SUCCESS', flash_result: result },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await drain(request);
    const code = Number(error.code);
    const known = describeFlashCode(code);
    return {
      status: error.httpStatus ?? known.httpStatus,
      body: { task_id: taskId, result: '', status: code, message: error.text ?? known.text },
    };
  } finally {
    await rm(path, { force: true });
  }
}

/** The vendor publishes no number for what is too large or too long; this is its general one. */
function tooMuch(what: string): Refusal {
  return new Refusal(40000000, `Gateway:CLIENT_ERROR:${what}`);
}

async function receive(
  request: IncomingMessage,
  { audioAddress }: FlashParameters,
  path: string,
  world: SimulatorWorld,
): Promise<void> {
  if (audioAddress !== undefined) {
    await drain(request);
    const fetched = await fetchFile(audioAddress, path, mostBytes, world.closing);
    if (fetched.kind === 'too-large') throw tooMuch('Too large audio data!');
    if (fetched.kind !== 'fetched') throw new Refusal(40270006);
    return;
  }
  const length = request.headers['content-length'];
  if (length === undefined) {
    throw new Refusal(40000003, 'Gateway:PARAMETER_INVALID:Content-Length not set');
  }
  if (length === '0') throw tooMuch('Empty audio data!');
  if (Number(length) > mostBytes) throw tooMuch('Too large audio data!');
  await saveBody(request, path);
}

async function recognise(
  path: string,
  parameters: FlashParameters,
  appkey: SimulatedAppkey,
  world: SimulatorWorld,
  fault: FaultKind | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const found = await probeAudio(path);
  const probed = { ...found, durationMs: world.behaviour.durationMs ?? found.durationMs };
  const isExpected =
    probed.container !== undefined && containers[parameters.format]?.includes(probed.container);
  if (isExpected !== true) throw new Refusal(40270003);
  if (probed.isBroken) throw new Refusal(probed.container === 'wav' ? 40000009 : 40270003);
  if (probed.durationMs > mostMs) throw tooMuch('Too long audio data!');
  const link = parameters.audioAddress;
  const asked = { service: 'flash', path, appkey: appkey.appkey } as const;
  const all =
    fault?.kind === 'sentences'
      ? makeDefaultSpeech({ ...probed, language: appkey.language ?? 'zh' }, fault.count)
      : await understand(world, probed, link === undefined ? asked : { ...asked, link });
  const sentences = shapeSpeech(
    all.filter(isHeard(parameters.isFirstChannelOnly, appkey)),
    parameters,
  );
  if (sentences.length === 0) throw new Refusal(40270002);
  return buildFlashResult(sentences, probed.durationMs, parameters);
}
