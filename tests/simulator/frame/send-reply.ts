import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedReply } from '../simulated-reply';
import type { FaultKind } from './faults';

const pieceMs = 50;

/** Sends a service's answer the way the fault says; without one, as it is. */
export async function sendReply(
  response: ServerResponse,
  reply: SimulatedReply,
  fault: FaultKind | undefined,
  closing: AbortSignal,
): Promise<void> {
  const isExtra = fault?.kind === 'extra-fields';
  const json = JSON.stringify(isExtra ? addFields(reply.body) : reply.body);
  const body = Buffer.from(fault?.kind === 'not-json' ? '<html>It works!</html>' : json);
  const extraBytes = fault?.kind === 'wrong-length' ? fault.byBytes : 0;
  const status = fault?.kind === 'not-json' ? 200 : reply.status;
  if (fault?.kind === 'slow') await delay(fault.delayMs, undefined, { signal: closing });
  // Without this, Node itself refuses to send a length that is wrong.
  response.strictContentLength = false;
  response.writeHead(status, {
    'Content-Type': fault?.kind === 'not-json' ? 'text/html' : 'application/json;charset=utf-8',
    'Content-Length': body.length + extraBytes,
  });
  if (fault?.kind === 'half-reply') {
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.resetAndDestroy());
    return;
  }
  if (fault?.kind === 'wrong-length') {
    response.write(body.subarray(0, Math.max(0, body.length + Math.min(0, extraBytes))), () =>
      response.socket?.end(),
    );
    return;
  }
  const speed = fault?.kind === 'slow' ? fault.bytesPerSecond : undefined;
  if (speed !== undefined) {
    const step = Math.max(1, Math.round((speed * pieceMs) / 1000));
    for (let begin = 0; begin < body.length && !response.destroyed; begin += step) {
      response.write(body.subarray(begin, begin + step));
      await delay(pieceMs, undefined, { signal: closing });
    }
    response.end();
    return;
  }
  response.end(body);
}

/**
 * Does what a fault of the connection itself does, instead of any service.
 * @returns whether it was one, and nothing is left to do
 */
export async function breakConnection(
  request: IncomingMessage,
  response: ServerResponse,
  fault: FaultKind | undefined,
): Promise<boolean> {
  if (fault?.kind === 'reset' || fault?.kind === 'stall') {
    await readBytes(request, fault.afterBytes);
    if (fault.kind === 'reset') request.socket.resetAndDestroy();
    return true;
  }
  if (fault?.kind === 'never') {
    request.resume();
    return true;
  }
  if (fault?.kind !== 'status') return false;
  await drain(request);
  response.writeHead(fault.httpStatus, { 'Content-Type': 'text/html' });
  response.end(fault.body ?? `<html><h1>${fault.httpStatus}</h1></html>`);
  return true;
}

/** Reads the rest of a request's body and forgets it. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((fulfil) => {
    request.once('end', fulfil).once('close', fulfil).resume();
  });
}

/** Reads so many bytes, or to the end, and pauses. */
async function readBytes(request: IncomingMessage, count: number): Promise<void> {
  if (request.readableEnded) return;
  let left = count;
  await new Promise<void>((fulfil) => {
    request.on('data', (piece: Buffer) => {
      left -= piece.length;
      if (left > 0) return;
      request.pause();
      fulfil();
    });
    request.once('end', fulfil).once('close', fulfil);
    if (count <= 0) {
      request.pause();
      fulfil();
    }
  });
}

function addFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addFields);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, held]) => [name, addFields(held)] as const);
  return { NewField: { deep: [1, null] }, ...Object.fromEntries(entries), another_new: 'x' };
}
