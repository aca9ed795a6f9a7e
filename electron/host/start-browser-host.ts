import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FileGrant, Reply, StudioMethods } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import type { EventHub } from '@contract/event-hub';
import { errorToJson, StudioError, toStudioError } from '@core/errors/studio-error';
import { translate } from '@core/messages/catalogue';
import { handoverHeader } from '../services/instance/handover';
import { formatOrigin, handoverPath, isOpening, type Keys, refuse } from './access';
import { answerBytes, bytesPrefix } from './answer-bytes';
import { answerOpening } from './answer-opening';
import { answerPage } from './answer-page';
import { answerRefused } from './answer-refused';
import { createEventStreams, type EventStreams } from './event-stream';
import { listenOnLoopback } from './listen-on-loopback';
import { readBody, RefusedRequest } from './read-body';
import { clearIncoming } from '../services/files/take-in';
import { receiveUpload } from './receive-upload';
import { securityHeaders } from './security-headers';
import { createTickets, type StartTimer, type TicketEnd } from './tickets';

/** An edit may carry the whole of a long recording's text, before and after. */
const mostCallBytes = 64_000_000;
const mostHandoverBytes = 100_000;

export interface BrowserHostOptions {
  readonly handlers: StudioMethods;
  readonly events: EventHub;
  /** Answers for what stands behind `/bytes/`. */
  readonly answerBytes: (request: Request) => Promise<Response>;
  /** Folder of the built renderer. */
  readonly rendererDirectory: string;
  /** Folder for files that pages send. */
  readonly uploads: string;
  /** Lets the services read a file. @throws StudioError `media/*` */
  readonly grant: (path: string) => Promise<FileGrant>;
  /** Opens files that another start of the program handed over. */
  readonly open: (paths: readonly string[]) => Promise<void>;
  /** 0 or absent: one that is free. */
  readonly port?: number;
  /** How long a call's body may take, and an upload may be silent. */
  readonly bodyLimitMs?: number;
  /** Counts the life of an address for once; the system's timers where absent. */
  readonly startTimer?: StartTimer;
}

export interface BrowserHost {
  /** Address with the token that opens it, as long as the host runs. */
  readonly url: string;
  readonly handoverToken: string;
  /**
   * An address that opens the page once, and soon.
   * @param onEnded called when it is good no more
   */
  makeAddressForOnce(onEnded: (end: TicketEnd) => void): string;
  /** Pages that listen now. */
  readonly pages: Omit<EventStreams, 'attach'>;
  /** Answers no more and closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves the built renderer and the contract on this computer only, under a name made at each
 * start. Every path needs the token made with it, by query on the first page and by cookie
 * afterwards.
 * @throws Error the system's, when the port cannot be had
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  await clearIncoming(options.uploads);
  const tickets = createTickets(options.startTimer);
  // 128 bits, as many as a name has room for.
  const name = `zimu-${randomBytes(16).toString('hex')}.localhost`;
  const keys: Keys = { name, token: newSecret(), tickets, handoverToken: newSecret() };
  const streams = createEventStreams(options.events);
  const server = createServer((request, response) => {
    answer(request, response, { ...options, keys, streams }).catch((thrown: unknown) =>
      answerFailed(request, response, thrown),
    );
  });
  // An upload takes as long as it takes; each route bounds its own body.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  // A call on a connection that is just being given up fails; on this computer they cost nothing.
  server.keepAliveTimeout = 600_000;
  const { port, closeSecond } = await listenOnLoopback(server, options.port ?? 0);
  const origin = formatOrigin(name, port);
  return {
    url: `${origin}/?token=${keys.token}`,
    handoverToken: keys.handoverToken,
    makeAddressForOnce: (onEnded) => `${origin}/?ticket=${tickets.issue(onEnded)}`,
    pages: streams,
    close: () => {
      tickets.close();
      closeSecond();
      return closeServer(server);
    },
  };
}

interface AnswerContext extends BrowserHostOptions {
  readonly keys: Keys;
  readonly streams: EventStreams;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: AnswerContext,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const url = parseAddress(request);
  if (url === undefined) throw new RefusedRequest(400);
  const refusal = refuse(request, url, context.keys, handoverHeader);
  if (refusal !== undefined) throw new RefusedRequest(refusal);
  const { pathname } = url;
  const isPost = request.method === 'POST';
  if (pathname === handoverPath || pathname === '/invoke' || pathname === '/upload') {
    if (!isPost) throw new RefusedRequest(405);
    response.setHeader('cache-control', 'no-store');
    if (pathname === '/upload') return answerUpload(request, response, url, context);
    if (pathname === '/invoke') return answerCall(request, response, context);
    return answerHandover(request, response, context);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new RefusedRequest(405);
  if (pathname === '/events' && request.method === 'GET') {
    context.streams.attach(response);
    return;
  }
  if (pathname.startsWith(bytesPrefix)) {
    return answerBytes(request, response, url, context.answerBytes);
  }
  if (isOpening(url)) {
    answerOpening(request, response, url, context.keys.token);
    return;
  }
  return answerPage(response, context.rendererDirectory, pathname, request.method);
}

/** The address of a request; undefined for one that names no path of a server. */
function parseAddress(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '';
  // "//elsewhere/x" would be read as an address of its own.
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://127.0.0.1') ?? undefined;
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, bodyLimitMs = 60_000 }: AnswerContext,
): Promise<void> {
  const limits = { mostBytes: mostCallBytes, limitMs: bodyLimitMs };
  const { name, input } = parseObject(await readBody(request, limits));
  const reply = await dispatch(handlers, typeof name === 'string' ? name : '', input);
  sendReply(response, reply);
}

async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { uploads, grant, bodyLimitMs = 60_000 }: AnswerContext,
): Promise<void> {
  const name = url.searchParams.get('name') ?? '';
  try {
    const value = await receiveUpload(request, name, { uploads, grant, idleMs: bodyLimitMs });
    sendReply(response, { ok: true, value });
  } catch (thrown) {
    if (thrown instanceof RefusedRequest || request.socket.destroyed) throw thrown;
    const reply: Reply = { ok: false, error: errorToJson(toStudioError(thrown)) };
    if (request.complete) sendReply(response, reply);
    else answerRefused(request, response, 200, JSON.stringify(reply));
  }
}

async function answerHandover(
  request: IncomingMessage,
  response: ServerResponse,
  { open, bodyLimitMs = 60_000 }: AnswerContext,
): Promise<void> {
  const limits = { mostBytes: mostHandoverBytes, limitMs: bodyLimitMs };
  const { paths } = parseObject(await readBody(request, limits));
  const given = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
  try {
    // Without any it was only asked whether a studio is there.
    if (given.length > 0) await open(given);
    sendReply(response, { ok: true, value: null });
  } catch (thrown) {
    sendReply(response, { ok: false, error: errorToJson(toStudioError(thrown)) });
  }
}

function sendReply(response: ServerResponse, reply: Reply): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
}

/** An object from JSON; an empty one for anything else, which no route takes for a call. */
function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // What follows is refused as a call without a name.
    return {};
  }
}

/** Every failure of an answer ends here, so that none can take the process down. */
function answerFailed(request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
  if (response.headersSent || request.socket.destroyed) {
    response.destroy();
    return;
  }
  const status = thrown instanceof RefusedRequest ? thrown.status : 500;
  if (status === 413) {
    const error = new StudioError('usage/invalid', 'call too large', {
      data: { problem: `> ${mostCallBytes / 1_000_000} MB` },
    });
    response.setHeader('content-type', 'application/json');
    answerRefused(
      request,
      response,
      status,
      JSON.stringify({ ok: false, error: errorToJson(error) }),
    );
    return;
  }
  if (status === 401 || status === 403) {
    // Seen by a person whose page is of an earlier start, or who asks for the bare port.
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    const text = ['en', 'zh-CN'] as const;
    const body = text.map((locale) => translate(locale, 'cli.serve.locked')).join('\n\n');
    answerRefused(request, response, status, `${body}\n`);
    return;
  }
  answerRefused(request, response, status, '');
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}

function closeServer(server: Server): Promise<void> {
  return new Promise((fulfil) => {
    server.close(() => fulfil());
    server.closeAllConnections();
  });
}
