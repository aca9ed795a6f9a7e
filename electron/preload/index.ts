import { channels } from '@contract/channels';
import { eventNames, type PreloadBridge, type Reply } from '@contract/api';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

type Listener = (payload: unknown) => void;

/** Who listens to an event; each subscription is one of its own, whatever its listener. */
const subscribers = new Map<unknown, Set<{ readonly listener: Listener }>>(
  eventNames.map((name) => [name, new Set()]),
);

// One for all: Node takes more than ten on a channel for a leak and warns.
ipcRenderer.on(channels.event, (_event, name: unknown, payload: unknown) => {
  // As the emitter does: who leaves or comes while it is told changes nothing of this round.
  for (const { listener } of [...(subscribers.get(name) ?? [])]) listener(payload);
});

/** The renderer's only door: the contract's functions over IPC, and nothing else. */
const bridge: PreloadBridge = {
  invoke: (name, input) => ipcRenderer.invoke(channels.invoke, name, input) as Promise<Reply>,
  subscribe: (event, listener) => {
    const subscription = { listener };
    subscribers.get(event)?.add(subscription);
    return () => {
      subscribers.get(event)?.delete(subscription);
    };
  },
  grantFiles: (files) =>
    ipcRenderer.invoke(
      channels.grantFiles,
      // Electron itself refuses what is no File; the contract has no DOM types to say so.
      files.map((file) =>
        webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
      ),
    ) as Promise<Reply>,
};

contextBridge.exposeInMainWorld('studio', bridge);
