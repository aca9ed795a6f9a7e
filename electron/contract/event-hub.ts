import type { EventName, Publish, StudioEvents } from './api';

/** Hears every event, by name; a transport passes them on to its window. */
export type EventListener = <Name extends EventName>(
  name: Name,
  payload: StudioEvents[Name],
) => void;

/** Where services publish and each window's transport listens. */
export interface EventHub {
  readonly publish: Publish;
  /** @returns a function that ends the subscription */
  subscribe(listener: EventListener): () => void;
}

/** A hub without listeners. What is published while nobody listens is gone. */
export function createEventHub(): EventHub {
  const listeners = new Set<EventListener>();
  return {
    publish: (name, payload) => {
      // A copy: a listener may end its subscription while it is being called.
      for (const listener of [...listeners]) listener(name, payload);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
