import type { EventEmitter } from 'node:events';

/** A part of one of Electron's own types: what is there must be as Electron has it. */
export type Part<Type> = Partial<Omit<Type, keyof EventEmitter>>;

/** Asked for by the language or by promises of every object, and never Electron's. */
const harmlessNames = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', '$$typeof']);

/**
 * Makes whatever the double does not have throw instead of being `undefined`, so that a new use of
 * Electron is noticed at once. Give this object away, never the one inside.
 */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(from, key, receiver) {
      if (typeof key === 'symbol' || key in from || harmlessNames.has(key)) {
        return Reflect.get(from, key, receiver) as unknown;
      }
      throw new Error(`electron double: ${name}.${key} is not implemented`);
    },
  });
}

export interface CancelableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event object as listeners of Electron's main process get it. */
export function createEvent<Details extends object>(details: Details): CancelableEvent & Details {
  let isPrevented = false;
  return {
    ...details,
    get defaultPrevented() {
      return isPrevented;
    },
    preventDefault: () => {
      isPrevented = true;
    },
  };
}
