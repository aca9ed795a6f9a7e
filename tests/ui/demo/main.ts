// Runs before the renderer's own entry and stands where Electron's preload would.
import type { EventName, PreloadBridge, Publish, Reply } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import { createDemoStudio } from './demo-handlers';
import { parseDemoOptions } from './demo-options';

const listeners = new Map<string, Set<(payload: unknown) => void>>();
/** Events come after the reply to the call that caused them, as over a wire. */
const publish: Publish = (name: EventName, payload: unknown) => {
  setTimeout(() => {
    for (const listener of listeners.get(name) ?? []) listener(structuredClone(payload));
  });
};
const studio = createDemoStudio(parseDemoOptions(location.search), publish);

const bridge: PreloadBridge = {
  invoke: async (name, input) =>
    structuredClone(await dispatch(studio.handlers, name, structuredClone(input))),
  subscribe: (event, listener) => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known.add(listener));
    return () => known.delete(listener);
  },
  grantFiles: (files) =>
    Promise.resolve<Reply>({ ok: true, value: studio.grant(files as readonly File[]) }),
};
Object.defineProperty(window, 'studio', { value: bridge });
