import type { DoubleWindow } from './browser-window';

/** The windows there are; a module of its own because the application and they need each other. */
const open = new Set<DoubleWindow>();

export const windows = {
  add: (window: DoubleWindow): void => void open.add(window),
  remove: (window: DoubleWindow): void => void open.delete(window),
  listAll: (): DoubleWindow[] => [...open],
};
