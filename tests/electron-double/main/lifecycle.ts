/** What the parts of the double share of the program's state. */
export const lifecycle = {
  isReady: false,
  isQuitting: false,
  /** Leaves the browser; set by who attached to it. */
  closeBrowser: (): void => undefined,
};

/** @throws Error as Electron does for what exists only once it is ready */
export function requireReady(name: string): void {
  if (!lifecycle.isReady) throw new Error(`${name} can only be used after app is ready`);
}
