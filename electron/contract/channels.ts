/** Names of the IPC channels between Electron's preload and its main process. */
export const channels = {
  /** Call of the contract: name and input; answered with a `Reply`. */
  invoke: 'studio:invoke',
  /** Event of the contract: name and payload, from main to every window. */
  event: 'studio:event',
  /** Paths of files that were dropped or picked in the page; answered with a `Reply`. */
  grantFiles: 'studio:grantFiles',
} as const;
