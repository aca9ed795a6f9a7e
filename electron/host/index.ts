import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { dispatch } from '@contract/dispatch';
import type { StudioMethods } from '@contract/api';
import { refuseRequest } from './request-guard';

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
    answer(request, response, { token, handlers, rendererDirectory }).catch((thrown: unknown) => {
      if (!response.headersSent) response.writeHead(thrown instanceof RangeError ? 413 : 500);
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
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  const refusal = refuseRequest(
    {
      host: request.headers.host,
      origin: request.headers.origin,
      token: url?.searchParams.get('token') ?? readCookie(request.headers.cookie, 'zimu'),
    },
    { token, port: request.socket.localPort ?? 0 },
  );
  if (refusal !== undefined || url === null) {
    response.writeHead(refusal ?? 400).end();
    return;
  }
  if (request.method === 'POST' && url.pathname === '/invoke') {
    const call = parseCall(await readBody(request));
    const reply = await dispatch(handlers, call.name, call.input);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    return;
  }
  const file = findPage(rendererDirectory, url.pathname);
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || body === undefined) {
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

/** A file of the built renderer, and never one outside of it. */
function findPage(rendererDirectory: string, pathname: string): string | undefined {
  if (pathname === '/') return join(rendererDirectory, 'index.html');
  try {
    const path = resolve(join(rendererDirectory, normalize(decodeURIComponent(pathname))));
    return path.startsWith(resolve(rendererDirectory) + sep) ? path : undefined;
  } catch {
    // Not a valid escape sequence, so no file of ours.
    return undefined;
  }
}

/** A call from JSON; what is none names no method and is refused as unknown. */
function parseCall(text: string): { readonly name: string; readonly input: unknown } {
  try {
    const { name, input } = JSON.parse(text) as { name?: unknown; input?: unknown };
    return { name: typeof name === 'string' ? name : '', input };
  } catch {
    // The dispatcher answers an unknown name with a coded reply.
    return { name: '', input: undefined };
  }
}

function readCookie(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
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
