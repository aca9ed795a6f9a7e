import type { HostDescription, StudioMethods, Transport } from '@contract/api';
import { createClient } from '@contract/client';
import { dispatch } from '@contract/dispatch';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { makeHandlers } from '../../helpers/make-handlers';

const description: HostDescription = {
  version: '1.2.3',
  kind: 'browser',
  systemLanguage: 'zh-CN',
  platform: 'linux',
  hasNativeDialogs: false,
  engines: [],
};
const handlers = makeHandlers({ 'host.describe': () => Promise.resolve(description) });

function memoryTransport(methods: StudioMethods): Transport {
  return {
    invoke: async (name, input) =>
      // What crosses a process boundary is JSON, so it is here as well.
      JSON.parse(JSON.stringify(await dispatch(methods, name, input))) as Awaited<
        ReturnType<Transport['invoke']>
      >,
    subscribe: () => () => undefined,
  };
}

describe('a call', () => {
  it('reaches its handler and comes back typed', async () => {
    const client = createClient(memoryTransport(handlers));
    expect(await client.call('host.describe', {})).toEqual(description);
  });

  it.each([
    ['an unknown name', 'host.destroy', {}],
    ['a name of the prototype', 'toString', {}],
    ['an argument that is no object', 'host.describe', 7],
    ['an argument nobody asked for', 'host.describe', { extra: true }],
    ['an argument of another kind', 'projects.open', { projectId: 7 }],
    ['a diff that is none', 'projects.edit', { projectId: 'a', origin: 'b', label: 'c', diff: 1 }],
  ])('[HG7] is refused with a code for %s', async (_name, method, input) => {
    expect(await dispatch(handlers, method, input)).toMatchObject({
      ok: false,
      error: { code: 'usage/invalid' },
    });
  });

  it('gives a coded error with its data, never a rejection', async () => {
    const failing = makeHandlers({
      'host.describe': () =>
        Promise.reject(new StudioError('media/empty', 'empty', { data: { path: '/x' } })),
    });
    const client = createClient(memoryTransport(failing));
    await expect(client.call('host.describe', {})).rejects.toMatchObject({
      name: 'StudioError',
      code: 'media/empty',
      data: { path: '/x' },
    });
  });

  it('reports a bug as internal', async () => {
    const broken = makeHandlers({
      'host.describe': () => {
        throw new TypeError('x is undefined');
      },
    });
    expect(await dispatch(broken, 'host.describe', {})).toMatchObject({
      ok: false,
      error: { code: 'internal', message: 'x is undefined' },
    });
  });
});
