import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Streams a request's body into a file. Rejects where the client goes before the end. */
export async function saveBody(request: IncomingMessage, path: string): Promise<void> {
  await pipeline(request, createWriteStream(path));
}
