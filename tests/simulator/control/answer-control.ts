import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import type { Simulator } from '../start-simulator';
import { changesSchema } from './changes-schema';

/** No service of the vendor's has a path that begins so. */
export const controlPath = '/_set';

const order = changesSchema.extend({ expireTokens: z.literal(true).exactOptional() });

/**
 * Does what a person who tries the studio asks of the simulator: `POST /_set` with the changes as
 * JSON, from this computer only. It is no service, so faults do not hit it and it is not recorded.
 * @returns whether the request was one of these, and has its answer
 */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  simulator: Pick<Simulator, 'set' | 'expireTokens'>,
): Promise<boolean> {
  if (request.url !== controlPath) return false;
  const refuse = (status: number, problem: string): true => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${problem}\n`);
    return true;
  };
  // A page of the web could post as well; its browser says so in this header.
  const isOurs = isLoopback(request.socket.remoteAddress) && request.headers.origin === undefined;
  if (!isOurs) return refuse(403, 'from this computer only');
  if (request.method !== 'POST') return refuse(405, `POST ${controlPath} with changes as JSON`);
  let value: unknown;
  try {
    value = JSON.parse(await readText(request));
  } catch (error) {
    return refuse(400, `not JSON: ${String(error)}`);
  }
  const parsed = order.safeParse(value);
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
  const { expireTokens, ...changes } = parsed.data;
  simulator.set(changes);
  if (expireTokens === true) simulator.expireTokens();
  response.writeHead(204).end();
  return true;
}

function isLoopback(address = ''): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}
