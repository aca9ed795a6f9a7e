import { createContext } from 'react';

/** Pixels between two scroll events, a frame apart, from which on no one reads along. */
const rushStepPx = 160;
/** How long after the last of such steps there is something to read again. */
const restMs = 100;

/** Tells whether rows fly past faster than they can be read: then they are drawn without words. */
export interface Rush {
  readonly isOn: () => boolean;
  /** Called at every scroll event. */
  readonly note: (scrollTopPx: number) => void;
  /** @returns a function that ends the subscription */
  readonly onRest: (listener: () => void) => () => void;
  readonly stop: () => void;
}

export function createRush(): Rush {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastPx = 0;
  /** One long step is a jump, not a rush. */
  let longSteps = 0;
  const rest = (): void => {
    timer = undefined;
    longSteps = 0;
    for (const listener of [...listeners]) listener();
  };
  return {
    isOn: () => longSteps > 1,
    note: (scrollTopPx) => {
      const stepPx = Math.abs(scrollTopPx - lastPx);
      lastPx = scrollTopPx;
      if (stepPx < rushStepPx) return;
      longSteps += 1;
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    },
    onRest: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

export const RushContext = createContext<Rush>(createRush());
