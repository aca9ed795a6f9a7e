import type { Readable } from 'node:stream';
import { StudioError } from '@core/errors/studio-error';
import type { Dispatcher } from 'undici';
import { acceptedEncodings, decodeBody } from './decode-body';
import type { HttpClient, HttpRequest, OpenReply } from './http-client';
import { createTimeoutError, toNetworkError, toProxyProblem } from './network-error';
import { chooseProxy, createProxyError, type ProxyEnvironment, type ProxySetting } from './proxy';
import { type OpenBody, openBody } from './request-body';
import { checkReachByProxy, resolveBySystem } from './reach';
import { createRoutes, type RouteOptions, type Routes } from './routes';
import { type SendWatch, startSendWatch } from './send-watch';

const usualTimeouts = { connectMs: 10_000, replyMs: 60_000, idleMs: 60_000 } as const;
const usualReplyBytes = 64 * 1024 * 1024;

export interface HttpClientOptions extends Partial<RouteOptions> {
  /** By default what HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say; `none` passes them over. */
  readonly proxy?: ProxySetting | 'none';
  /** Where those variables are looked up, and those that name trusted authorities. */
  readonly environment?: ProxyEnvironment;
}

/** The network, by undici. Bodies from files are read in pieces, so that memory stays flat. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const { maximumReplyBytes = usualReplyBytes, environment = process.env, proxy } = options;
  const { resolveName = resolveBySystem } = options;
  const routes = createRoutes({ ...options, environment, maximumReplyBytes, resolveName });
  const surroundings = { routes, setting: proxy, environment, resolveName };
  return {
    send: async (request) => {
      const packed = { 'accept-encoding': acceptedEncodings, ...request.headers };
      const reply = await openReply({ ...request, headers: packed }, surroundings, false);
      try {
        const parts: Uint8Array[] = [];
        for await (const piece of reply.pieces) parts.push(piece);
        const { status, headers } = reply;
        const body = new Uint8Array(Buffer.concat(parts));
        const bounds = { host: new URL(request.url).host, mostBytes: maximumReplyBytes };
        return {
          status,
          headers,
          body: await decodeBody(body, headers['content-encoding'], bounds),
        };
      } finally {
        await reply.close();
      }
    },
    open: (request) => openReply(request, surroundings, true),
    close: () => routes.close(),
  };
}

interface Surroundings extends Pick<RouteOptions, 'resolveName'> {
  readonly routes: Routes;
  readonly setting: ProxySetting | 'none' | undefined;
  readonly environment: ProxyEnvironment;
}

async function openReply(
  request: HttpRequest,
  { routes, setting, environment, resolveName }: Surroundings,
  isOpenEnded: boolean,
): Promise<OpenReply> {
  const { signal, connectTo, reach } = request;
  if (signal.aborted) throw createCancelled();
  const times = { ...usualTimeouts, ...request.timeouts };
  const target = new URL(request.url);
  // A person who names the address to connect to wants no detour.
  const proxy = connectTo === undefined ? chooseProxy(target, setting, environment) : undefined;
  const body = request.body === undefined ? undefined : await openBody(request.body);
  const watch = startSendWatch(signal, times);
  const explain = (thrown: unknown): unknown => {
    if (signal.aborted) return createCancelled();
    if (watch.late !== undefined) return createTimeoutError(target.host, watch.late);
    return toNetworkError(thrown, target.host, proxy);
  };
  const end = async (): Promise<void> => {
    watch.close();
    await body?.close();
  };
  try {
    // Plain http goes to the proxy as a whole address: many allow no tunnel except to port 443.
    const isWhole = proxy !== undefined && target.protocol === 'http:';
    const way = { connectMs: times.connectMs, connectTo, isOpenEnded };
    if (proxy !== undefined && reach !== undefined) {
      await watch.race(checkReachByProxy(target, reach, resolveName));
    }
    const toProxy = isWhole ? { isToProxy: true } : { proxy };
    const dispatcher = await routes.get({ ...way, ...(proxy === undefined ? { reach } : toProxy) });
    const reply = await watch.race(
      dispatcher.request({
        origin: isWhole ? proxy.origin : target.origin,
        path: isWhole ? `${target.origin}${findPath(request.url)}` : findPath(request.url),
        method: request.method,
        headers: {
          ...(isWhole ? { host: target.host } : {}),
          ...(isWhole && proxy.authorization !== undefined
            ? { 'proxy-authorization': proxy.authorization }
            : {}),
          ...request.headers,
          ...(body === undefined ? {} : { 'content-length': String(body.lengthBytes) }),
        },
        body: body === undefined ? null : toUndiciBody(body, request, watch),
        signal: watch.signal,
        // Zero: the watch keeps the time of what is sent in pieces.
        headersTimeout: body?.pieces === undefined ? times.replyMs : 0,
        bodyTimeout: times.idleMs,
      }),
    );
    watch.noteReply();
    // Of a body that nobody reads the failure is nobody's concern.
    reply.body.on('error', () => undefined);
    if (proxy !== undefined && reply.statusCode === 407) {
      await reply.body.dump();
      throw createProxyError(proxy.host, toProxyProblem(407));
    }
    if (body === undefined || body.bytes !== undefined) request.onConnected?.();
    if (body?.bytes !== undefined) request.onSent?.(body.lengthBytes);
    return {
      status: reply.statusCode,
      headers: flatten(reply.headers),
      pieces: readPieces(reply.body, explain),
      close: async () => {
        reply.body.destroy();
        await end();
      },
    };
  } catch (thrown) {
    await end();
    throw explain(thrown);
  }
}

async function* readPieces(
  body: Dispatcher.ResponseData['body'],
  explain: (thrown: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) yield piece;
  } catch (thrown) {
    throw explain(thrown);
  }
}

/** undici takes anything that can be iterated, and says so; its types do not. */
function toUndiciBody(
  body: OpenBody,
  request: HttpRequest,
  watch: SendWatch,
): Uint8Array | Readable {
  if (body.pieces === undefined) return body.bytes ?? new Uint8Array();
  const pieces = body.pieces((sentBytes) => {
    if (sentBytes === body.lengthBytes) watch.noteAllSent(sentBytes);
    else watch.noteSent();
    // undici asks for the first piece as soon as the connection stands.
    if (sentBytes === 0) request.onConnected?.();
    else request.onSent?.(sentBytes);
  });
  return pieces as unknown as Readable;
}

/** Path and query as they were written: parsing an address may change what was signed. */
function findPath(url: string): string {
  const rest = url.slice(url.indexOf('://') + 3);
  const at = rest.search(/[/?#]/);
  const path = at < 0 ? '' : rest.slice(at).replace(/#.*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

function flatten(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function createCancelled(): StudioError {
  return new StudioError('job/cancelled', 'the request was taken back');
}
