import type { HostDescription, StudioMethods } from '@contract/api';

/** The services' answers to the calls of the contract, shared by Electron and the browser host. */
export function createHandlers(host: HostDescription): StudioMethods {
  return { 'host.describe': () => Promise.resolve(host) };
}
