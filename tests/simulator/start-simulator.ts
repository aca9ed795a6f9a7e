import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { FileService } from './file/file-service';
import { answerFlash, flashPath } from './flash/answer-flash';
import { answerControl } from './control/answer-control';
import type { Fault, FaultTarget, RefuseFault } from './frame/faults';
import { breakConnection, drain, sendReply } from './frame/send-reply';
import { describeEnvironment } from './describe-environment';
import { OssRefusal } from './oss/oss-refusal';
import { beginReply, replyRefusal } from './oss/oss-reply';
import { answerPop, nameTarget } from './pop/answer-pop';
import { isPopRequest, readPopRequest } from './pop/pop-request';
import type { SimulatedAccount, SimulatedService } from './simulated-service';
import {
  createWorld,
  defaultBehaviour,
  type ScriptedAnswer,
  type SimulatedAppkey,
  type SimulatorBehaviour,
} from './simulator-world';
import { makeDefaultSpeech } from './speech/default-speech';
import type { Recognise } from './speech/spoken-sentence';

export interface SimulatorOptions extends Partial<SimulatorBehaviour> {
  readonly accounts: readonly SimulatedAccount[];
  readonly appkeys: readonly SimulatedAppkey[];
  /** Further services, OSS say, tried in order for what is not ours. */
  readonly services?: readonly SimulatedService[] | ((place: ServicePlace) => SimulatedService[]);
  readonly answers?: readonly ScriptedAnswer[];
  /** By default a plain text over the real length of the audio. */
  readonly recognise?: Recognise;
  /** By default any free one. */
  readonly port?: number;
}

/** What a further service shares with ours. */
export interface ServicePlace {
  /** The server's clock, ms since 1970; it follows `nowOffsetMs`. */
  readonly nowMs: () => number;
  /** A folder that is deleted when the simulator closes. */
  readonly folder: string;
}

/** A request as it came, for assertions; never its body, but what a form says. */
export interface SeenRequest {
  readonly target: Exclude<FaultTarget, 'task'>;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Query and form as one set. */
  parameters: Readonly<Record<string, string>>;
  /** On the monotonic clock, ms. */
  readonly beganMs: number;
  endedMs: number | undefined;
  /** Undefined as long as nothing was answered. */
  status: number | undefined;
}

/** Behaviour, and faults for the requests that come next; a list given replaces what waited. */
export type SimulatorChanges = Partial<SimulatorBehaviour> & {
  readonly [target in FaultTarget as `next${Capitalize<target>}`]?: Fault | readonly Fault[];
};

export interface Simulator {
  readonly url: string;
  readonly port: number;
  /** The names that the studio reads, for the first account and its Appkey. */
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly SeenRequest[];
  set(changes: SimulatorChanges): void;
  /** Every token issued so far ends now. */
  expireTokens(): void;
  /** Ends all connections, also those that never get an answer. */
  close(): Promise<void>;
}

/** Starts the vendor's services on one port of 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { accounts, appkeys, services = [], answers = [], recognise, port = 0, ...rest } = options;
  const behaviour: SimulatorBehaviour = { ...defaultBehaviour, ...rest };
  const closing = new AbortController();
  const scratch = await mkdtemp(join(tmpdir(), 'zimu-simulator-'));
  const world = createWorld({
    ...{ accounts, appkeys, answers, behaviour, scratch },
    recognise: recognise ?? ((audio) => Promise.resolve(makeDefaultSpeech(audio))),
    closing: closing.signal,
  });
  const files = new FileService(world);
  const furtherServices =
    typeof services === 'function'
      ? services({ nowMs: () => world.nowMs(), folder: scratch })
      : services;
  const requests: SeenRequest[] = [];

  const control: Pick<Simulator, 'set' | 'expireTokens'> = {
    set: (changes) => applyChanges(changes, behaviour, world.faults.set.bind(world.faults)),
    expireTokens: () => {
      for (const token of world.tokens.values()) token.expireMs = world.nowMs();
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await answerControl(request, response, control)) return;
    response.sendDate = false;
    response.setHeader('Date', new Date(world.nowMs()).toUTCString());
    const { method = 'GET', url = '/' } = request;
    const isFlash = new URL(url, 'http://simulator').pathname === flashPath;
    const pop = !isFlash && isPopRequest(request) ? await readPopRequest(request) : undefined;
    const target = pop !== undefined ? nameTarget(pop.action) : isFlash ? 'flash' : 'service';
    const seen = record(request, target);
    if (pop !== undefined) seen.parameters = pop.parameters;
    requests.push(seen);
    response.on('close', () => {
      seen.endedMs = performance.now();
      if (response.headersSent) seen.status = response.statusCode;
    });
    const fault = world.faults.take(target, { method, url });
    if (await breakConnection(request, response, fault)) return;
    if (target === 'service') {
      if (fault?.kind === 'refuse') {
        await refuseStorage(request, response, fault, world.nowMs());
        return;
      }
      for (const service of furtherServices) if (await service(request, response)) return;
      response.writeHead(404).end();
      return;
    }
    const reply =
      pop === undefined
        ? await answerFlash(request, world, fault)
        : answerPop(pop, world, files, fault);
    await sendReply(response, reply, fault, closing.signal);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A client that went away, or the end of the simulator; anything else is a fault of ours.
      if (!request.destroyed && !closing.signal.aborted) console.error('simulator:', error);
      response.destroy();
    });
  });
  // Slow uploads are what some tests are about.
  server.requestTimeout = 0;
  await new Promise<void>((fulfil, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', fulfil);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    port: address.port,
    env: describeEnvironment(address.port, accounts, appkeys),
    requests,
    ...control,
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      await new Promise((fulfil) => server.close(fulfil));
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** A refusal as the storage words it, the only further service that has refusals of its own. */
async function refuseStorage(
  request: IncomingMessage,
  response: ServerResponse,
  { code, text = '', httpStatus = 403 }: RefuseFault,
  nowMs: number,
): Promise<void> {
  await drain(request);
  const refusal = new OssRefusal(httpStatus, String(code), text);
  replyRefusal(request, response, refusal, beginReply(response, nowMs));
}

function record(request: IncomingMessage, target: SeenRequest['target']): SeenRequest {
  const url = request.url ?? '/';
  return {
    target,
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    parameters: Object.fromEntries(new URL(url, 'http://simulator').searchParams),
    beganMs: performance.now(),
    endedMs: undefined,
    status: undefined,
  };
}

function applyChanges(
  changes: SimulatorChanges,
  behaviour: SimulatorBehaviour,
  setFaults: (target: FaultTarget, faults: Fault | readonly Fault[]) => void,
): void {
  const { nextToken, nextFlash, nextSubmit, nextTask, nextResult, nextService, ...rest } = changes;
  Object.assign(behaviour, rest);
  const given = [
    ['token', nextToken],
    ['flash', nextFlash],
    ['submit', nextSubmit],
    ['task', nextTask],
    ['result', nextResult],
    ['service', nextService],
  ] as const;
  for (const [target, faults] of given) if (faults !== undefined) setFaults(target, faults);
}
