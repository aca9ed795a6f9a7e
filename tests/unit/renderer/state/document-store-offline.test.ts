import type { EditReceipt, MethodInput } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from '../../../../renderer/src/state/document-store';

const project: Project = {
  version: 1,
  id: 'p',
  title: 'Talk',
  language: 'en',
  engine: '',
  media: { path: '/t.wav', name: 't.wav', sizeBytes: 1, durationMs: 1000, hasVideo: false },
  sentences: [],
};

/** Services that answer edits as they are told to. */
function createServices() {
  const edits: MethodInput<'projects.edit'>[] = [];
  let isDown = false;
  const reconnected: (() => void)[] = [];
  const answer = (name: string, input: unknown): unknown => {
    if (isDown) throw new StudioError('host/unreachable', 'down');
    if (name === 'projects.open') {
      return {
        project,
        revision: 1,
        history: {},
        view: { selectedIds: [], positionMs: 0 },
        drafts: {},
      };
    }
    edits.push(input as MethodInput<'projects.edit'>);
    return { revision: 2, history: { undo: 'edit.setProperties' } } satisfies EditReceipt;
  };
  const client = {
    call: async (name: string, input: unknown) => {
      await Promise.resolve();
      return answer(name, input);
    },
    on: () => () => undefined,
  } as StudioClient;
  let count = 0;
  const store = createDocumentStore({
    client,
    origin: 'window',
    newId: () => `id-${(count += 1)}`,
    untilReconnected: () => new Promise((resolve) => reconnected.push(() => resolve(undefined))),
  });
  return {
    store,
    edits,
    goDown: () => {
      isDown = true;
    },
    comeBack: () => {
      isDown = false;
      for (const resolve of reconnected.splice(0)) resolve();
    },
    isWaitedFor: () => reconnected.length > 0,
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve));
}

const rename = (title: string) => ({ kind: 'setProperties', properties: { title } }) as const;

describe('edits while the services are out of reach', () => {
  it('are shown, said not to be saved, and sent in order once they are back', async () => {
    const services = createServices();
    const { store } = services;
    await store.getState().open('p');
    services.goDown();
    store.getState().edit(rename('One'));
    store.getState().edit(rename('Two'));
    await until(services.isWaitedFor);
    expect(store.getState().project?.title).toBe('Two');
    expect(store.getState().saving).toBe('failed');
    expect(store.getState().error?.code).toBe('host/unreachable');
    services.comeBack();
    await until(() => store.getState().saving === 'saved');
    expect(services.edits.map(({ diff }) => diff.properties?.after.title)).toEqual(['One', 'Two']);
  });
});
