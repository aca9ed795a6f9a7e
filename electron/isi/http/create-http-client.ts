import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Agent, type Dispatcher, errors, request as send } from 'undici';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { FileBody, HttpClient, HttpReply, HttpRequest } from './http-client';

const usualTimeouts = { connectMs: 10_000, replyMs: 60_000, idleMs: 60_000 } as const;
const pieceBytes = 256 * 1024;

/** The network, by undici. Bodies from files are read in pieces, so that memory stays flat. */
export function createHttpClient(): HttpClient {
  const agent = new Agent({ connect: { timeout: usualTimeouts.connectMs } });
  return {
    send: (request) => sendRequest(request, agent),
    close: () => agent.destroy(),
  };
}

async function sendRequest(request: HttpRequest, dispatcher: Dispatcher): Promise<HttpReply> {
  const { method, url, headers, body, signal, timeouts } = request;
  const file = body !== undefined && isFileBody(body) ? await open(body.path) : undefined;
  try {
    const sized = file === undefined ? undefined : await measure(file, body as FileBody);
    const bytes =
      body === undefined || isFileBody(body)
        ? undefined
        : typeof body === 'string'
          ? Buffer.from(body, 'utf8')
          : body;
    const lengthBytes = sized === undefined ? bytes?.byteLength : sized.endByte - sized.beginByte;
    const reply = await send(url, {
      method,
      headers: {
        ...headers,
        ...(lengthBytes === undefined ? {} : { 'content-length': String(lengthBytes) }),
      },
      body:
        sized === undefined || file === undefined
          ? (bytes ?? null)
          : Readable.from(readPieces(file, sized.beginByte, sized.endByte, request.onSent)),
      dispatcher,
      signal,
      headersTimeout: timeouts?.replyMs ?? usualTimeouts.replyMs,
      bodyTimeout: timeouts?.idleMs ?? usualTimeouts.idleMs,
    });
    if (bytes !== undefined) request.onSent?.(bytes.byteLength);
    return {
      status: reply.statusCode,
      headers: flatten(reply.headers),
      body: new Uint8Array(await reply.body.arrayBuffer()),
    };
  } catch (thrown) {
    throw signal.aborted ? cancelled(thrown) : toNetworkError(thrown, url);
  } finally {
    await file?.close();
  }
}

function isFileBody(body: NonNullable<HttpRequest['body']>): body is FileBody {
  return typeof body === 'object' && 'path' in body;
}

async function measure(
  file: FileHandle,
  { beginByte = 0, endByte }: FileBody,
): Promise<{ readonly beginByte: number; readonly endByte: number }> {
  return { beginByte, endByte: endByte ?? (await file.stat()).size };
}

async function* readPieces(
  file: FileHandle,
  beginByte: number,
  endByte: number,
  onSent: HttpRequest['onSent'],
): AsyncGenerator<Uint8Array> {
  let at = beginByte;
  while (at < endByte) {
    const piece = new Uint8Array(Math.min(pieceBytes, endByte - at));
    const { bytesRead } = await file.read(piece, 0, piece.byteLength, at);
    if (bytesRead === 0) throw new Error('the file became shorter while it was sent');
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
    // Asked for the next one: this one is with the connection.
    onSent?.(at - beginByte);
  }
}

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function cancelled(cause: unknown): StudioError {
  return new StudioError('job/cancelled', 'the request was taken back', { cause });
}

/** Only the host is named: the rest of an address may be signed. */
function toNetworkError(thrown: unknown, url: string): StudioError {
  const { host } = new URL(url);
  const phases = [
    [errors.ConnectTimeoutError, 'connect'],
    [errors.HeadersTimeoutError, 'reply'],
    [errors.BodyTimeoutError, 'body'],
  ] as const;
  const phase = phases.find(([kind]) => thrown instanceof kind)?.[1];
  if (phase !== undefined) {
    return new StudioError('network/timed-out', `${host}: no answer (${phase})`, {
      data: { host, phase },
    });
  }
  const reason = (thrown as NodeJS.ErrnoException).code ?? describeThrown(thrown);
  const isTls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(reason);
  return new StudioError(isTls ? 'network/tls' : 'network/unreachable', `${host}: ${reason}`, {
    data: { host, reason },
  });
}
