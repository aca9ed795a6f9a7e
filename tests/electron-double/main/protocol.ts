import type { CustomScheme, Privileges, Protocol } from 'electron';
import { lifecycle } from './lifecycle';
import { record } from './records';
import { type Part, strict } from './strict';

type Handler = (request: Request) => Response | Promise<Response>;

const privileges = new Map<string, Privileges>();
const handlers = new Map<string, Handler>();

/** `session.defaultSession.protocol`, and the module of the same name. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    if (lifecycle.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges: given } of schemes) privileges.set(scheme, given ?? {});
  },
  handle: (scheme: string, handler: Handler) => {
    if (!lifecycle.isReady) throw new Error('protocol.handle needs a session: app is not ready');
    record('session.protocol.handle', scheme);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
} satisfies Part<Protocol>);

export function getPrivileges(scheme: string): Privileges | undefined {
  return privileges.get(scheme);
}

/** Schemes that a page may fetch from another of our schemes. */
export function listFetchableSchemes(): string[] {
  return [...privileges]
    .filter(([, given]) => given.supportFetchAPI === true && given.corsEnabled === true)
    .map(([scheme]) => scheme);
}

export function listHandledSchemes(): string[] {
  return [...handlers.keys()];
}

/** Asks the program's handler for one of its schemes; undefined where it has none. */
export async function answerScheme(request: Request): Promise<Response | undefined> {
  const scheme = new URL(request.url).protocol.slice(0, -1);
  return await handlers.get(scheme)?.(request);
}
