import type { Reply, Transport } from '@contract/api';
import { contextBridge, ipcRenderer } from 'electron';

/** The renderer's only door: the contract's two functions over IPC, and nothing else. */
const transport: Transport = {
  invoke: (name, input) => ipcRenderer.invoke('studio:invoke', name, input) as Promise<Reply>,
  subscribe: (event, listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('studio:event', forward);
    return () => ipcRenderer.off('studio:event', forward);
  },
};

contextBridge.exposeInMainWorld('studio', transport);
