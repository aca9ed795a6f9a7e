import { decode, encode } from '../codec';
import { filePlaceholder, type FromPage, type ToPage } from '../messages';
import { connectWorlds } from './worlds';

export interface PreloadHalfOptions {
  readonly secret: string;
  /** Names on this world's `window` by which the main process reaches it. */
  readonly sendName: string;
  readonly receiveName: string;
  readonly fileName: string;
}

/** More on one channel are taken for a leak. */
const mostListeners = 10;

type Listener = (event: object, ...input: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: object }) => void;

/** The double's part in the preload's world: the `electron` that a sandboxed preload may require. */
export function start(options: PreloadHalfOptions, preload: Preload): void {
  if (window.top !== window || location.href === 'about:blank') return;
  const world = window as unknown as Record<string, unknown>;
  const sendText = world[options.sendName] as (text: string) => void;
  Reflect.deleteProperty(world, options.sendName);
  const bridge = connectWorlds(options.secret, 'preload');

  const send = (message: FromPage): void => sendText(JSON.stringify(message));
  const waiting = new Map<number, { fulfil(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  const files: File[] = [];
  let callCount = 0;

  world[options.fileName] = (id: number) => files[id];
  world[options.receiveName] = (text: string) => {
    const message = JSON.parse(text) as ToPage;
    if (message.op === 'reply') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error !== undefined) call?.reject(new Error(message.error));
      else call?.fulfil(decode(message.value ?? encode(undefined)));
      return;
    }
    const input = decode(message.input) as unknown[];
    for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...input);
  };

  const remove = (channel: string, listener: Listener): void => {
    const rest = [...(listeners.get(channel) ?? [])];
    const place = rest.lastIndexOf(listener);
    if (place >= 0) rest.splice(place, 1);
    listeners.set(channel, rest);
  };
  const electron = {
    contextBridge: refuseOthers('contextBridge', {
      exposeInMainWorld: (key: string, value: unknown) => bridge.expose(key, value),
    }),
    ipcRenderer: refuseOthers('ipcRenderer', {
      invoke: (channel: string, ...input: unknown[]) =>
        new Promise((fulfil, reject) => {
          const id = callCount++;
          // Before it is kept as waiting: a value that cannot be cloned never leaves.
          const text = encode(structuredClone(input));
          waiting.set(id, { fulfil, reject });
          send({ op: 'invoke', id, channel, input: text });
        }),
      on: (channel: string, listener: Listener) => {
        const before = listeners.get(channel) ?? [];
        // Electron only warns, on a console that nobody reads.
        if (before.length === mostListeners) throw new Error(`too many listeners of ${channel}`);
        listeners.set(channel, [...before, listener]);
      },
      off: remove,
      removeListener: remove,
    }),
    webUtils: refuseOthers('webUtils', {
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('The "file" argument must be a File');
        // Only the main process can ask Chromium for the path; it puts it in this text's place.
        return filePlaceholder(files.push(file) - 1);
      },
    }),
  };
  const modules: Readonly<Record<string, unknown>> = { electron };
  preload(
    (name) => {
      if (Object.hasOwn(modules, name)) return modules[name];
      throw new Error(`module not found: ${name}`);
    },
    { exports: {} },
  );
}

/** What is not written in the double must not look as if Electron did not have it. */
function refuseOthers<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get: (from, key) => {
      if (typeof key === 'symbol' || key in from) return Reflect.get(from, key) as unknown;
      throw new Error(`electron double: ${name}.${key} is not implemented`);
    },
  });
}
