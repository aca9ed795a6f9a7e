import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How a server gives a recording out; by default as a good one does, with parts. */
export interface ServedRecording {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** `none`: no HEAD; `no-length`: HEAD without a length; a number: what HEAD says it is. */
  readonly head?: 'none' | 'no-length' | number;
  /** Whether a part can be asked for. */
  readonly takesRanges?: boolean;
  /** Sent in pieces, without a length. */
  readonly isChunked?: boolean;
  readonly status?: number;
  readonly location?: string;
  /** What the length of the whole is said to be. */
  readonly claimedBytes?: number;
}

export interface SeenAsk {
  readonly method: string;
  readonly path: string;
  readonly range: string | undefined;
}

/** A server of recordings by their paths; anything else is not found. */
export function createRecordingServer(
  recordings: Readonly<Record<string, ServedRecording>>,
  asked: SeenAsk[] = [],
): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://server').pathname;
    const { method = 'GET' } = request;
    asked.push({ method, path, range: request.headers.range });
    const recording = recordings[path];
    if (recording === undefined) response.writeHead(404).end();
    else answer(request, response, recording);
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  recording: ServedRecording,
): void {
  const { bytes, contentType = 'audio/wav', head, status = 200, location } = recording;
  const { takesRanges = true, isChunked = false, claimedBytes = bytes.length } = recording;
  const isHead = request.method === 'HEAD';
  if (isHead && head === 'none') {
    response.writeHead(405).end();
    return;
  }
  const type = { 'content-type': contentType };
  if (status !== 200) {
    response.writeHead(status, location === undefined ? type : { ...type, location }).end();
    return;
  }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (!isHead && takesRanges && first !== undefined) {
    const begin = Number(first);
    if (begin >= claimedBytes) {
      response.writeHead(416, { 'content-range': `bytes */${claimedBytes}` }).end();
      return;
    }
    const part = bytes.subarray(begin, Number(last) + 1);
    response
      .writeHead(206, {
        ...type,
        'content-range': `bytes ${first}-${last}/${claimedBytes}`,
        'content-length': part.length,
      })
      .end(part);
    return;
  }
  const says = typeof head === 'number' && isHead ? head : claimedBytes;
  const hasLength = !isChunked && !(isHead && head === 'no-length');
  response.writeHead(200, hasLength ? { ...type, 'content-length': says } : type);
  if (isHead) response.end();
  else if (isChunked) {
    response.write(bytes.subarray(0, 1));
    response.end(bytes.subarray(1));
  } else response.end(bytes);
}
