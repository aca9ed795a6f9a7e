import type { CredentialsDescription, Transport } from '@contract/api';
import { createClient } from '@contract/client';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { createCredentialsStore } from '../../../../renderer/src/state/credentials-store';

const secret = 'a secret that must not stay';

function describeKey(mask: string): CredentialsDescription {
  return {
    keychain: { state: 'ready', name: 'GNOME Keyring' },
    credentials: [{ name: 'accessKeyId', place: 'keychain', mask }],
    isUnsaved: false,
    canImport: false,
  };
}

/** A transport whose answers are given by hand. */
function makeTransport() {
  const listeners = new Map<string, (payload: unknown) => void>();
  const calls: { readonly name: string; readonly answer: (value: unknown) => void }[] = [];
  const transport: Transport = {
    invoke: (name) =>
      new Promise((resolve) => {
        calls.push({
          name,
          answer: (value) =>
            resolve(
              value instanceof StudioError
                ? { ok: false, error: errorToJson(value) }
                : { ok: true, value },
            ),
        });
      }),
    subscribe: (event, listener) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  };
  return {
    calls,
    store: createCredentialsStore(createClient(transport)),
    tell: (description: CredentialsDescription) =>
      listeners.get('credentials.changed')!(description),
  };
}

describe('the credentials store', () => {
  it('asks for nothing by itself, nor again before it was asked', async () => {
    const { calls, store } = makeTransport();
    await store.getState().reload();
    expect(calls).toEqual([]);
  });

  it('keeps of a secret only what the services say of it', async () => {
    const { calls, store } = makeTransport();
    const done = store
      .getState()
      .set({ kind: 'accessKey', accessKeyId: 'LTAI', accessKeySecret: secret });
    expect(JSON.stringify(store.getState())).not.toContain(secret);
    calls[0]!.answer(describeKey('LTAI…3f2a'));
    await done;
    expect(store.getState().description).toEqual(describeKey('LTAI…3f2a'));
    expect(JSON.stringify(store.getState())).not.toContain(secret);
  });

  it('takes no answer for news that is older than an event', async () => {
    const { calls, store, tell } = makeTransport();
    const done = store.getState().load();
    tell(describeKey('new'));
    calls[0]!.answer(describeKey('old'));
    await done;
    expect(store.getState().description).toEqual(describeKey('new'));
  });

  it('rejects with the error of a change, for the form, and keeps that of a question', async () => {
    const { calls, store } = makeTransport();
    const refused = store.getState().importFromEnvironment();
    calls[0]!.answer(new StudioError('credentials/missing', 'nothing there'));
    await expect(refused).rejects.toMatchObject({ code: 'credentials/missing' });
    expect(store.getState().error).toBeUndefined();
    const loading = store.getState().load();
    calls[1]!.answer(new StudioError('host/unreachable', 'away'));
    await loading;
    expect(store.getState().error).toMatchObject({ code: 'host/unreachable' });
  });
});
