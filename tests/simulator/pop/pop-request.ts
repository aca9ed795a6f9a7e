import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A call of the POP gateway with everything that can be signed. */
export interface PopRequest {
  readonly method: string;
  /** Of the query alone, as V3 signs it. */
  readonly query: Readonly<Record<string, string>>;
  /** Query and form as one set, as V1 signs it (protocol §1.1). */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodySha256: string;
  readonly action: string;
  readonly version: string;
}

const mostBytes = 1 << 20;

/** Whether a request may be for the POP gateway: it alone lives at `/` with an action. */
export function isPopRequest(request: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
  if (pathname !== '/') return false;
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return (
    searchParams.has('Action') || request.headers['x-acs-action'] !== undefined || isForm === true
  );
}

/** Reads a call to its end. */
export async function readPopRequest(request: IncomingMessage): Promise<PopRequest> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size <= mostBytes) pieces.push(piece);
  }
  const body = Buffer.concat(pieces);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const query = parseForm((request.url ?? '').split('?')[1] ?? '');
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const parameters = isForm === true ? { ...query, ...parseForm(body.toString()) } : query;
  return {
    method: request.method ?? 'GET',
    query,
    parameters,
    headers,
    bodySha256: createHash('sha256').update(body).digest('hex'),
    action: parameters['Action'] ?? headers['x-acs-action'] ?? '',
    version: parameters['Version'] ?? headers['x-acs-version'] ?? '',
  };
}

function parseForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
