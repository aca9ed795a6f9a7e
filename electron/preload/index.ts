import { channels } from '@contract/channels';
import { eventNames, type PreloadBridge, type Reply } from '@contract/api';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** The renderer's only door: the contract's functions over IPC, and nothing else. */
const bridge: PreloadBridge = {
  invoke: (name, input) => ipcRenderer.invoke(channels.invoke, name, input) as Promise<Reply>,
  subscribe: (event, listener) => {
    if (!eventNames.some((name) => name === event)) return () => undefined;
    const forward = (_event: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(channels.event, forward);
    return () => {
      ipcRenderer.off(channels.event, forward);
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
