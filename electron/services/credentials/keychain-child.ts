import { createRequire } from 'node:module';
import { describeThrown } from '@core/errors/studio-error';

/**
 * The process that asks the OS keychain, through keytar; see `keychain-process.ts`. This is keytar's
 * only importer, and it asks for known accounts only: keytar's `findCredentials` ends the process
 * with a segmentation fault on a locked keyring.
 */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** What the parent sends: a call by its name. A secret crosses here only, never as an argument. */
export type KeychainRequest = { readonly id: number } & (
  | { readonly call: 'load' }
  | { readonly call: 'get' | 'delete'; readonly service: string; readonly account: string }
  | {
      readonly call: 'set';
      readonly service: string;
      readonly account: string;
      readonly secret: string;
    }
);

/** What the child answers; `library`: keytar cannot be loaded, `keychain`: the call failed. */
export type KeychainReply = { readonly id: number } & (
  | { readonly value: string | boolean | null }
  | { readonly failed: 'library' | 'keychain'; readonly reason: string }
);

async function answer(request: KeychainRequest): Promise<KeychainReply> {
  const { id } = request;
  let keytar: Keytar;
  try {
    keytar = createRequire(import.meta.url)('keytar') as Keytar;
  } catch (thrown) {
    return { id, failed: 'library', reason: firstLine(thrown) };
  }
  try {
    switch (request.call) {
      case 'load':
        return { id, value: true };
      case 'get':
        return { id, value: await keytar.getPassword(request.service, request.account) };
      case 'delete':
        return { id, value: await keytar.deletePassword(request.service, request.account) };
      case 'set':
        await keytar.setPassword(request.service, request.account, request.secret);
        return { id, value: true };
    }
  } catch (thrown) {
    return { id, failed: 'keychain', reason: firstLine(thrown) };
  }
}

/** keytar's errors name what failed, never what was to be kept. */
function firstLine(thrown: unknown): string {
  return describeThrown(thrown).split('\n')[0] ?? '';
}

// A terminal's signals go to every process in front; when to end is the parent's decision.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('message', (request: KeychainRequest) => {
  void answer(request).then((reply) => {
    if (process.connected) process.send?.(reply);
  });
});
// An orderly end would wait for the call that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
