import { type ChildProcess, fork } from 'node:child_process';
import { asNode, createChildEnvironment } from '@core/environment/child-environment';
import type { KeychainReply, KeychainRequest, Keytar } from './keychain-child';

/** Calls of keytar in another process. */
export interface KeychainCalls extends Keytar {
  /** Asks nothing of the keychain. @throws LibraryMissing */
  load(): Promise<void>;
}

/** keytar, an optional dependency, cannot be loaded. */
export class LibraryMissing extends Error {}

interface Pending {
  readonly resolve: (value: string | boolean | null) => void;
  readonly reject: (error: Error) => void;
}

type WithoutId<Request> = Request extends KeychainRequest ? Omit<Request, 'id'> : never;

/** A child that nobody asks holds some 40 MB for nothing. */
const keptIdleMs = 30_000;

/**
 * keytar in a process of its own, started by the first call. A call that hangs in native code can
 * be ended in no other way, and would hold the end of the process that made it for as long as the
 * session bus waits. It keeps no process alive and ends with this one.
 * @param script path of the built `keychain-child.ts`
 * @returns calls that reject with {@link LibraryMissing} where keytar cannot be loaded
 */
export function createKeychainProcess(script: string): KeychainCalls {
  let child: ChildProcess | undefined;
  let nextId = 1;
  let idle: NodeJS.Timeout | undefined;
  const pending = new Map<number, Pending>();

  const end = (): void => {
    child?.disconnect();
    child = undefined;
  };

  const settle = ({ id, ...reply }: KeychainReply): void => {
    const asked = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) idle = setTimeout(end, keptIdleMs).unref();
    if (!('failed' in reply)) asked?.resolve(reply.value);
    else if (reply.failed === 'library') asked?.reject(new LibraryMissing(reply.reason));
    else asked?.reject(new Error(reply.reason));
  };

  const start = (): ChildProcess => {
    // The parent's own flags (a debugger port, a test loader) are not meant for the child.
    const started = fork(script, [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: createChildEnvironment('keychain', process.env, asNode),
    });
    const forget = (): void => {
      if (child !== started) return;
      child = undefined;
      for (const { reject } of pending.values()) reject(new Error('the keychain process ended'));
      pending.clear();
    };
    started.on('message', (reply) => settle(reply as KeychainReply));
    started.once('error', forget);
    started.once('disconnect', forget);
    started.once('exit', forget);
    started.unref();
    started.channel?.unref();
    return started;
  };

  const call = (request: WithoutId<KeychainRequest>): Promise<string | boolean | null> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      child ??= start();
      const id = nextId++;
      pending.set(id, { resolve, reject });
      // What could not be sent is settled by the end of the child.
      child.send({ ...request, id }, () => undefined);
    });

  return {
    async load() {
      await call({ call: 'load' });
    },
    async getPassword(service, account) {
      const value = await call({ call: 'get', service, account });
      return typeof value === 'string' ? value : null;
    },
    async setPassword(service, account, secret) {
      await call({ call: 'set', service, account, secret });
    },
    deletePassword: async (service, account) =>
      (await call({ call: 'delete', service, account })) === true,
  };
}
