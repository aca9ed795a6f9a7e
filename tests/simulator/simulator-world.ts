import { performance } from 'node:perf_hooks';
import { FaultQueue } from './frame/faults';
import type { SimulatedAccount } from './simulated-service';
import { isSilent, type ProbedAudio } from './speech/probe-audio';
import type {
  ReceivedAudio,
  Recognise,
  SpokenLanguage,
  SpokenSentence,
} from './speech/spoken-sentence';

/** A project of the vendor's console; its model is what decides about language and sample rate. */
export interface SimulatedAppkey {
  readonly appkey: string;
  readonly userId: string;
  readonly sampleRateHz: 8000 | 16000;
  /** By default Chinese. */
  readonly language?: SpokenLanguage;
  /**
   * The trial has ended. Billing is a state of the account, so its other Appkeys are refused too,
   * and made-up ones likewise (protocol §2.3).
   */
  readonly isTrialExpired?: boolean;
  /** The account is on trial: no flash (§2.1), two hours of file transcription in 24 (§3.2). */
  readonly isUnpaid?: boolean;
}

/** An answer for some audio instead of the recogniser's; the first that matches counts. */
export interface ScriptedAnswer {
  readonly when: (audio: ReceivedAudio) => boolean;
  /** An empty list is silence. */
  readonly sentences: readonly SpokenSentence[];
}

/** What can change while the simulator runs. */
export interface SimulatorBehaviour {
  /** How far the server's clock is ahead of ours, ms: Date header, timestamps, expiry. */
  nowOffsetMs: number;
  /** Life of tokens issued from now on; about 36 h were observed (§1.4). */
  tokenLifeMs: number;
  /** Queries that are answered QUEUEING, then RUNNING, before a task may end. */
  queueingQueries: number;
  runningQueries: number;
  /** The least time from submit to end, ms. */
  taskMs: number;
  /** Least time between two queries for one task (§3.2: one per second). */
  queryGapMs: number;
  submitsPerSecond: number;
  queriesPerSecond: number;
  /** How a task without speech ends (§0.8). */
  emptyResult: 'no-valid-fragment' | 'no-words' | 'no-words-41050029';
  /** HTTP status of a refused token (§6.25). */
  tokenRefusal: 400 | 403;
  /** Put `SpeakerId` in every sentence, as was observed where auto_split is not known (§6.17). */
  isSpeakerAlwaysGiven: boolean;
  /** Instead of the number that the audio has. */
  durationMs: number | undefined;
}

export const defaultBehaviour: SimulatorBehaviour = {
  nowOffsetMs: 0,
  tokenLifeMs: 36 * 3_600_000,
  queueingQueries: 1,
  runningQueries: 1,
  taskMs: 0,
  queryGapMs: 1_000,
  submitsPerSecond: 200,
  queriesPerSecond: 500,
  emptyResult: 'no-valid-fragment',
  tokenRefusal: 400,
  isSpeakerAlwaysGiven: false,
  durationMs: undefined,
};

export interface IssuedToken {
  readonly userId: string;
  /** On the server's clock. */
  expireMs: number;
}

/** What all services share. */
export interface SimulatorWorld {
  readonly accounts: readonly SimulatedAccount[];
  readonly appkeys: readonly SimulatedAppkey[];
  readonly answers: readonly ScriptedAnswer[];
  readonly recognise: Recognise;
  readonly behaviour: SimulatorBehaviour;
  readonly faults: FaultQueue;
  readonly tokens: Map<string, IssuedToken>;
  /** Nonces with the time of their use on the server's clock, ms. */
  readonly nonces: Map<string, number>;
  /** Folder for what is uploaded or fetched, as long as it is recognised. */
  readonly scratch: string;
  /** Aborts when the simulator closes. */
  readonly closing: AbortSignal;
  /** The server's clock. */
  nowMs(): number;
}

export function createWorld(
  parts: Pick<
    SimulatorWorld,
    'accounts' | 'appkeys' | 'answers' | 'recognise' | 'behaviour' | 'scratch' | 'closing'
  >,
): SimulatorWorld {
  return {
    ...parts,
    faults: new FaultQueue(),
    tokens: new Map(),
    nonces: new Map(),
    nowMs: () => Date.now() + parts.behaviour.nowOffsetMs,
  };
}

/** What is said in received audio: by the script, else nothing in silence, else what is recognised. */
export async function understand(
  world: SimulatorWorld,
  probed: ProbedAudio,
  parts: Pick<ReceivedAudio, 'service' | 'path' | 'appkey'> & { readonly link?: string },
): Promise<readonly SpokenSentence[]> {
  const model = world.appkeys.find(({ appkey }) => appkey === parts.appkey);
  const audio: ReceivedAudio = {
    ...parts,
    sizeBytes: probed.sizeBytes,
    durationMs: probed.durationMs,
    channels: probed.channels,
    sampleRateHz: probed.sampleRateHz,
    language: model?.language ?? 'zh',
  };
  const scripted = world.answers.find(({ when }) => when(audio));
  if (scripted !== undefined) return scripted.sentences;
  return (await isSilent(audio.path)) ? [] : world.recognise(audio);
}

/** Allows so many calls in any second. */
export class RateLimit {
  private times: number[] = [];

  allows(perSecond: number): boolean {
    const now = performance.now();
    this.times = this.times.filter((time) => now - time < 1_000);
    if (this.times.length >= perSecond) return false;
    this.times.push(now);
    return true;
  }
}
