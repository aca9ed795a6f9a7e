import type { EventName, MethodName, StudioEvents } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { emptyDiff } from '@core/edits/make-diff';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { askAhead } from '../../../../renderer/src/client/ask-ahead';

interface Services {
  readonly client: StudioClient;
  /** Calls that reached them, in order. */
  readonly calls: string[];
  readonly publish: <Name extends EventName>(name: Name, payload: StudioEvents[Name]) => void;
}

/** Services that were started with a project, and answer each call with its number. */
function makeServices(projectId?: string): Services {
  const calls: string[] = [];
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  return {
    calls,
    client: {
      call: (name: MethodName, input: unknown) => {
        calls.push(`${name} ${JSON.stringify(input)}`);
        if (name === 'settings.read') {
          return Promise.reject(new StudioError('host/unreachable', 'gone'));
        }
        const reply = name === 'host.initialProject' ? { projectId } : calls.length;
        return Promise.resolve(reply as never);
      },
      on: (name, listener) => {
        listeners.set(name, [
          ...(listeners.get(name) ?? []),
          listener as (payload: unknown) => void,
        ]);
        return () => undefined;
      },
    },
    publish: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const count = ({ calls }: Services, name: MethodName) =>
  calls.filter((call) => call.startsWith(`${name} `)).length;

describe('a client that asks ahead', () => {
  it('has asked for the project of the start before anyone does, and asks once', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    expect(services.calls).toEqual([
      'host.describe {}',
      'settings.read {}',
      'host.initialProject {}',
      'projects.open {"projectId":"p"}',
      'media.open {"projectId":"p"}',
    ]);
    expect(await client.call('projects.open', { projectId: 'p' })).toBe(4);
    expect(await client.call('media.open', { projectId: 'p' })).toBe(5);
    expect(services.calls).toHaveLength(5);
  });

  it('asks again for what is asked a second time', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    await client.call('projects.open', { projectId: 'p' });
    expect(await client.call('projects.open', { projectId: 'p' })).toBe(6);
  });

  it('asks for no project where the studio begins with none', async () => {
    const services = makeServices();
    askAhead(services.client);
    await settle();
    expect(services.calls).toHaveLength(3);
  });

  it('tells a failure to whoever wanted the reply, and tries again after that', async () => {
    const services = makeServices();
    const client = askAhead(services.client);
    await settle();
    await expect(client.call('settings.read', {})).rejects.toThrow('gone');
    await expect(client.call('settings.read', {})).rejects.toThrow('gone');
    expect(count(services, 'settings.read')).toBe(2);
  });

  it('gives no reply that was overtaken by a change', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    services.publish('project.changed', {
      projectId: 'p',
      revision: 2,
      diff: emptyDiff,
      history: {},
    });
    await client.call('projects.open', { projectId: 'p' });
    await client.call('media.open', { projectId: 'p' });
    expect([count(services, 'projects.open'), count(services, 'media.open')]).toEqual([2, 2]);
  });

  it('keeps its replies where another project was changed', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    services.publish('peaks.changed', { projectId: 'other', count: 1, isComplete: false });
    expect(await client.call('projects.open', { projectId: 'p' })).toBe(4);
  });

  it('gives what came from outside meanwhile, of which the services tell only once', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    services.publish('project.openRequested', { projectId: 'q' });
    expect(await client.call('host.initialProject', {})).toEqual({ projectId: 'q' });
    expect(count(services, 'host.initialProject')).toBe(1);
    expect(services.calls).toContain('projects.open {"projectId":"q"}');
  });

  it('leaves what comes from outside later to the window, which knows the first by then', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await client.call('host.initialProject', {});
    await settle();
    services.publish('project.openRequested', { projectId: 'q' });
    expect(count(services, 'projects.open')).toBe(1);
  });

  it('lets go of a project when another one is opened instead', async () => {
    const services = makeServices('p');
    const client = askAhead(services.client);
    await settle();
    await client.call('projects.open', { projectId: 'q' });
    await client.call('projects.open', { projectId: 'p' });
    expect(count(services, 'projects.open')).toBe(3);
  });
});
