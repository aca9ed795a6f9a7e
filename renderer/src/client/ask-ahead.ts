import type { MethodInput, MethodName, MethodOutput } from '@contract/api';
import type { StudioClient } from '@contract/client';

/**
 * A client that at once asks what every window asks first, while its code is still being loaded:
 * where it runs, the settings, and the project to be shown with its recording. The first call of
 * each is answered with that reply, later ones as ever. A reply that events have overtaken is not
 * used.
 */
export function askAhead(client: StudioClient): StudioClient {
  /** Replies that nobody took yet, by call. */
  const replies = new Map<string, Promise<unknown>>();

  const ask = <Name extends MethodName>(name: Name, input: MethodInput<Name>) => {
    const reply = client.call(name, input);
    replies.set(keyOf(name, input), reply);
    // Whoever takes it is told.
    reply.catch(() => undefined);
    return reply;
  };
  const forget = <Name extends MethodName>(name: Name, input: MethodInput<Name>): void => {
    replies.delete(keyOf(name, input));
  };

  /** The reply to a call that was asked ahead. An edit may be of a whole project: it has no key made. */
  const take = (name: MethodName, input: unknown): Promise<unknown> | undefined => {
    if (!askedNames.has(name) || replies.size === 0) return undefined;
    const key = keyOf(name, input);
    const reply = replies.get(key);
    replies.delete(key);
    return reply;
  };

  const askForProject = (projectId: string): void => {
    if (replies.has(keyOf('projects.open', { projectId }))) return;
    void ask('projects.open', { projectId });
    void ask('media.open', { projectId });
  };

  client.on('settings.changed', () => forget('settings.read', {}));
  // Now another project is to be shown. Its window, which is not there yet, did not hear of it, and
  // the services give it to the first who asks, which was this client.
  client.on('project.openRequested', ({ projectId }) => {
    if (!replies.has(keyOf('host.initialProject', {}))) return;
    replies.set(keyOf('host.initialProject', {}), Promise.resolve({ projectId }));
    askForProject(projectId);
  });
  for (const name of ['project.changed', 'media.changed', 'peaks.changed'] as const) {
    client.on(name, ({ projectId }) => {
      forget('projects.open', { projectId });
      forget('media.open', { projectId });
    });
  }

  void ask('host.describe', {});
  void ask('settings.read', {});
  ask('host.initialProject', {}).then(
    ({ projectId }) => {
      if (projectId !== undefined) askForProject(projectId);
    },
    () => undefined,
  );

  return {
    on: (name, listener) => client.on(name, listener),
    call: async <Name extends MethodName>(
      name: Name,
      input: MethodInput<Name>,
    ): Promise<MethodOutput<Name>> => {
      const reply = take(name, input) as Promise<MethodOutput<Name>> | undefined;
      // Who opens another project first has no use for what was asked about this one.
      if (reply === undefined && name === 'projects.open') replies.clear();
      return reply ?? client.call(name, input);
    },
  };
}

/** What is asked ahead. */
const askedNames: ReadonlySet<MethodName> = new Set([
  'host.describe',
  'host.initialProject',
  'settings.read',
  'projects.open',
  'media.open',
]);

function keyOf(name: MethodName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}
