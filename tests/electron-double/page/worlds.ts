/**
 * `contextBridge` between the page's world and the preload's. A `CustomEvent` reaches the listeners
 * of both worlds before `dispatchEvent` returns, and its `detail` is cloned for the other world, so
 * that calls across are synchronous, as in Electron.
 */
export interface WorldBridge {
  /** Puts a value on the other world's `window`. @throws Error as Electron, if it is there already */
  expose(key: string, value: unknown): void;
}

/** What crosses: clones as they are; functions and promises by number; the rest piece by piece. */
type Wire =
  | { readonly kind: 'clone'; readonly value: unknown }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'own function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'list'; readonly parts: readonly Wire[] }
  | { readonly kind: 'object'; readonly parts: readonly (readonly [string, Wire])[] };

type Message =
  | { readonly op: 'expose'; readonly key: string; readonly value: Wire }
  | { readonly op: 'call'; readonly id: number; readonly parts: readonly Wire[] }
  | { readonly op: 'settle'; readonly id: number; readonly outcome: Outcome }
  | { readonly op: 'return'; readonly outcome: Outcome };

type Outcome = { readonly value: Wire } | { readonly message: string };
type AnyFunction = (...input: unknown[]) => unknown;

const deepest = 1_000;

/**
 * Connects this world with the other one.
 * @param secret part of the event names, so that no page script can guess them
 */
export function connectWorlds(secret: string, world: 'page' | 'preload'): WorldBridge {
  // Taken before any script of the page can put its own in their place.
  const dispatch = window.dispatchEvent.bind(window);
  const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')!;
  const CrossEvent = CustomEvent;
  const peer = world === 'page' ? 'preload' : 'page';

  const functions: AnyFunction[] = [];
  const functionIds = new WeakMap<AnyFunction, number>();
  /** Stand-ins for functions of the other world, by its numbers, and back. */
  const standIns = new Map<number, AnyFunction>();
  const standInIds = new WeakMap<AnyFunction, number>();
  const pending = new Map<number, { fulfil(value: unknown): void; reject(error: Error): void }>();
  let promiseCount = 0;
  const answers: Outcome[] = [];

  const post = (message: Message): void => {
    dispatch(new CrossEvent(secret + peer, { detail: message }));
  };
  const ask = (message: Message): unknown => {
    const before = answers.length;
    post(message);
    const outcome = answers.length > before ? answers.pop() : undefined;
    if (outcome === undefined) throw new Error('electron double: the other world is not there');
    if ('message' in outcome) throw new Error(outcome.message);
    return fromWire(outcome.value);
  };

  function toWire(value: unknown, depth = 0): Wire {
    if (depth >= deepest) {
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') return functionToWire(value as AnyFunction);
    if (typeof value !== 'object' || value === null) return { kind: 'clone', value };
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (value instanceof Promise) return promiseToWire(value);
    try {
      structuredClone(value);
      return { kind: 'clone', value };
    } catch {
      if (Array.isArray(value)) {
        return { kind: 'list', parts: value.map((part) => toWire(part, depth + 1)) };
      }
      if (!isPlainEnough(value)) throw new TypeError('An object could not be cloned.');
      const parts = Object.entries(value).map(
        ([key, part]) => [key, toWire(part, depth + 1)] as const,
      );
      return { kind: 'object', parts };
    }
  }

  function functionToWire(value: AnyFunction): Wire {
    const own = standInIds.get(value);
    if (own !== undefined) return { kind: 'own function', id: own };
    let id = functionIds.get(value);
    if (id === undefined) {
      id = functions.push(value) - 1;
      functionIds.set(value, id);
    }
    return { kind: 'function', id };
  }

  function promiseToWire(promise: Promise<unknown>): Wire {
    const id = promiseCount++;
    promise.then(
      (value) => post({ op: 'settle', id, outcome: attempt(() => toWire(value)) }),
      (thrown: unknown) => post({ op: 'settle', id, outcome: { message: describe(thrown) } }),
    );
    return { kind: 'promise', id };
  }

  function fromWire(wire: Wire): unknown {
    switch (wire.kind) {
      case 'clone':
        return wire.value;
      case 'error':
        return new Error(wire.message);
      case 'list':
        return wire.parts.map(fromWire);
      case 'object':
        return Object.fromEntries(wire.parts.map(([key, part]) => [key, fromWire(part)]));
      case 'own function':
        return functions[wire.id];
      case 'promise':
        return new Promise((fulfil, reject) => pending.set(wire.id, { fulfil, reject }));
      case 'function': {
        const known = standIns.get(wire.id);
        if (known !== undefined) return known;
        const standIn: AnyFunction = (...input) =>
          ask({ op: 'call', id: wire.id, parts: input.map((part) => toWire(part)) });
        standIns.set(wire.id, standIn);
        standInIds.set(standIn, wire.id);
        return standIn;
      }
    }
  }

  function hear(message: Message): void {
    switch (message.op) {
      case 'return':
        answers.push(message.outcome);
        return;
      case 'settle': {
        const waiting = pending.get(message.id);
        pending.delete(message.id);
        if ('message' in message.outcome) waiting?.reject(new Error(message.outcome.message));
        else waiting?.fulfil(fromWire(message.outcome.value));
        return;
      }
      case 'expose': {
        const { key, value } = message;
        post({ op: 'return', outcome: attempt(() => bind(key, fromWire(value))) });
        return;
      }
      case 'call': {
        const { id, parts } = message;
        post({
          op: 'return',
          outcome: attempt(() => toWire(functions[id]!(...parts.map(fromWire)))),
        });
      }
    }
  }

  function bind(key: string, value: unknown): Wire {
    if (key in window) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    freeze(value);
    Object.defineProperty(window, key, { value, enumerable: true });
    return { kind: 'clone', value: undefined };
  }

  window.addEventListener(
    secret + world,
    (event) => {
      event.stopImmediatePropagation();
      hear(detail.get!.call(event) as Message);
    },
    true,
  );
  return {
    expose: (key, value) => {
      ask({ op: 'expose', key, value: toWire(value) });
    },
  };
}

/** A Proxy (a draft of a state library) fails to clone by itself, and Electron refuses it. */
function isPlainEnough(value: object): boolean {
  try {
    structuredClone(value);
    return true;
  } catch (thrown) {
    const reason = (thrown as Error).message;
    return !/#<\w+> could not be cloned|\[object \w+\] could not be cloned/.test(reason);
  }
}

function attempt(work: () => Wire): Outcome {
  try {
    return { value: work() };
  } catch (thrown) {
    return { message: describe(thrown) };
  }
}

function describe(thrown: unknown): string {
  return thrown instanceof Error
    ? thrown.message
    : 'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
