import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { dispatch } from '@contract/dispatch';
import type { StudioMethods } from '@contract/api';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const largestCallBytes = 1_000_000;

export interface BrowserHost {
  /** Address with the token that opens it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the built renderer and the contract on this computer only. Every path needs the token
 * made at each start, by query on the first page and by cookie afterwards.
 * @param rendererDirectory folder of the built renderer
 */
export async function startBrowserHost(
  handlers: StudioMethods,
  { rendererDirectory, port = 0 }: { readonly rendererDirectory: string; readonly port?: number },
): Promise<BrowserHost> {
  const token = randomBytes(32).toString('hex');
  const server = createServer((request, response) => {
    answer(request, response, { token, handlers, rendererDirectory }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((fulfil, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', fulfil);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${chosen}/?token=${token}`, close: () => closeServer(server) };
}

interface AnswerContext {
  readonly token: string;
  readonly handlers: StudioMethods;
  readonly rendererDirectory: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, handlers, rendererDirectory }: AnswerContext,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const given = url.searchParams.get('token') ?? readCookie(request.headers.cookie, 'zimu');
  if (!isSame(given, token)) {
    response.writeHead(401).end();
    return;
  }
  if (request.method === 'POST' && url.pathname === '/invoke') {
    const call = JSON.parse(await readBody(request)) as { name?: unknown; input?: unknown };
    const reply = await dispatch(handlers, String(call.name), call.input);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    return;
  }
  const path = resolve(join(rendererDirectory, normalize(decodeURIComponent(url.pathname))));
  if (!path.startsWith(resolve(rendererDirectory))) {
    response.writeHead(403).end();
    return;
  }
  const file = url.pathname === '/' ? join(rendererDirectory, 'index.html') : path;
  const body = await readFile(file).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'set-cookie': `zimu=${token}; HttpOnly; SameSite=Strict; Path=/`,
    })
    .end(body);
}

function readCookie(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
}

/** Compares without telling by its duration how much was right. */
function isSame(given: string | null | undefined, token: string): boolean {
  const bytes = Buffer.from(given ?? '');
  return bytes.length === token.length && timingSafeEqual(bytes, Buffer.from(token));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestCallBytes) throw new RangeError('call too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((fulfil) => server.close(() => fulfil()));
}
