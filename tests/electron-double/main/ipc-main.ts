import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { record } from './records';
import { clone, type DoubleContents, type SenderFrame } from './web-contents';
import { type Part, strict } from './strict';

type Handler = (event: never, ...input: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = strict(
  'ipcMain',
  Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: Handler) => {
      if (handlers.has(channel)) {
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      }
      handlers.set(channel, handler);
    },
  } satisfies Part<IpcMain>),
);

export type InvokeOutcome = { readonly value: unknown } | { readonly error: string };

/** A call as it comes from a frame; a failure keeps its text and nothing else, as in Electron. */
export async function receiveInvoke(
  sender: DoubleContents | undefined,
  senderFrame: SenderFrame | null,
  channel: string,
  input: readonly unknown[],
): Promise<InvokeOutcome> {
  record('ipc', { channel, name: input[0] });
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = strict('IpcMainInvokeEvent', { sender, senderFrame }) as never;
    return { value: clone(await handler(event, ...input)) };
  } catch (thrown) {
    return { error: `Error invoking remote method '${channel}': ${String(thrown)}` };
  }
}
