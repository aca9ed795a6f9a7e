import type { MethodInput, MethodName, StudioEvents } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { applyDiff } from '@core/edits/apply-diff';
import { applyEdit } from '@core/edits/apply-edit';
import { StudioError } from '@core/errors/studio-error';
import { blankProject, type Project } from '@core/project-file/project';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentStore } from '../../../../renderer/src/state/document-state';
import { createDocumentStore } from '../../../../renderer/src/state/document-store';
import { makeSentence } from '../../core/transcript/build-transcript';

const saved: Project = {
  ...blankProject,
  id: 'p',
  title: 'talk',
  language: 'en',
  engine: 'local',
  media: { path: '/talk.wav', name: 'talk.wav', sizeBytes: 1, durationMs: 9000, hasVideo: false },
  sentences: [makeSentence('one two', 0, 1000), makeSentence('three four', 1000, 2000)],
};

/** Services with one project, which can be made to fail. */
interface Services {
  readonly client: StudioClient;
  readonly texts: () => string[];
  /** What the next calls of this name fail with, first to last. */
  readonly failNext: (
    name: MethodName,
    ...codes: ('host/unreachable' | 'project/conflict')[]
  ) => void;
  readonly calls: string[];
  readonly publish: (payload: StudioEvents['project.changed']) => void;
}

function makeServices(): Services {
  let project = saved;
  const failures: {
    readonly name: MethodName;
    readonly code: 'host/unreachable' | 'project/conflict';
  }[] = [];
  const calls: string[] = [];
  let hear: (payload: StudioEvents['project.changed']) => void = () => undefined;
  const call = async (name: MethodName, input: unknown): Promise<unknown> => {
    calls.push(name);
    await Promise.resolve();
    const index = failures.findIndex((failure) => failure.name === name);
    const [failure] = index < 0 ? [] : failures.splice(index, 1);
    if (failure !== undefined) throw new StudioError(failure.code, failure.code);
    if (name === 'projects.edit') {
      project = applyDiff(project, (input as MethodInput<'projects.edit'>).diff);
    }
    const history = { undo: 'setText' } as const;
    if (name === 'projects.edit') return { revision: 1, history };
    return { project, revision: 1, history, drafts: [], view: { selectedIds: [], positionMs: 0 } };
  };
  return {
    client: {
      call: call as StudioClient['call'],
      on: (name, listener) => {
        if (name === 'project.changed') hear = listener as typeof hear;
        return () => undefined;
      },
    },
    texts: () => project.sentences.map(({ text }) => text),
    failNext: (name, ...codes) => failures.push(...codes.map((code) => ({ name, code }))),
    calls,
    publish: (payload) => hear(payload),
  };
}

function makeStore({ client }: Services): DocumentStore {
  return createDocumentStore({ client, origin: 'window', newId: () => 'new', retryMs: 1 });
}

async function openStore(services: Services): Promise<DocumentStore> {
  const store = makeStore(services);
  await store.getState().open('p');
  return store;
}

const setText = (sentenceId: string, text: string) =>
  ({ kind: 'setText', sentenceId, text }) as const;
const textsOf = (store: DocumentStore): string[] =>
  (store.getState().project?.sentences ?? []).map(({ text }) => text);

describe('an edit while the services are out of reach', () => {
  it('[WN1] is shown, kept, and sent when they are back, in its order', async () => {
    const services = makeServices();
    const store = await openStore(services);
    services.failNext('projects.edit', 'host/unreachable', 'host/unreachable');
    const shown: unknown[] = [];
    store.subscribe(({ saving, error }) => shown.push([saving, error?.code, textsOf(store)]));
    store.getState().edit(setText('s0', 'one'));
    store.getState().edit(setText('s1000', 'three'));
    await vi.waitFor(() => expect(store.getState().saving).toBe('saved'));
    expect(shown).toContainEqual(['failed', 'host/unreachable', ['one', 'three']]);
    expect(store.getState().error).toBeUndefined();
    expect(services.texts()).toEqual(['one', 'three']);
    expect(services.calls.filter((name) => name === 'projects.edit')).toHaveLength(4);
  });

  it('is not lost by loading the project again', async () => {
    const services = makeServices();
    const store = await openStore(services);
    services.failNext('projects.edit', 'host/unreachable');
    store.getState().edit(setText('s0', 'one'));
    await store.getState().reload();
    expect(textsOf(store)).toEqual(['one', 'three four']);
    expect(services.texts()).toEqual(['one', 'three four']);
  });
});

describe('an edit that comes of typing', () => {
  const type = (store: DocumentStore, text: string): void => {
    store.getState().keepDraft('s0', text.slice(0, -1));
    const typed = { sentenceId: 's0', text };
    store.getState().edit({ kind: 'setText', ...typed }, { typed });
  };

  it('lets go of its draft only when the edit is in the journal', async () => {
    const services = makeServices();
    const store = await openStore(services);
    type(store, 'one');
    expect(store.getState().drafts).toEqual([]);
    await vi.waitFor(() => expect(store.getState().saving).toBe('saved'));
    expect(services.calls.slice(1)).toEqual([
      'projects.keepDraft',
      'projects.edit',
      'projects.keepDraft',
    ]);
  });

  it('[WN1] keeps what was typed where the services refuse it', async () => {
    const services = makeServices();
    const store = await openStore(services);
    services.failNext('projects.edit', 'project/conflict');
    type(store, 'refused');
    await vi.waitFor(() => expect(store.getState().error?.code).toBe('project/conflict'));
    expect(store.getState().drafts).toEqual([
      { sentenceId: 's0', origin: 'window', text: 'refused' },
    ]);
  });

  it('lets go of the draft of a text that is as it was', async () => {
    const store = await openStore(makeServices());
    type(store, 'one two');
    expect(store.getState().drafts).toEqual([]);
    expect(textsOf(store)[0]).toBe('one two');
  });
});

describe('opening', () => {
  /** What a person elsewhere makes of the project: each change follows the one before. */
  const changeElsewhere = (
    ...texts: readonly string[]
  ): readonly StudioEvents['project.changed'][] => {
    let project = saved;
    return texts.map((text, index) => {
      const { diff, project: after } = applyEdit(project, setText('s0', text), () => 'new');
      project = after;
      return { projectId: 'p', revision: index + 2, diff, history: {}, origin: 'elsewhere' };
    });
  };

  it('misses nothing of what happens on the way', async () => {
    const services = makeServices();
    const store = makeStore(services);
    const opened = store.getState().open('p');
    for (const change of changeElsewhere('heard meanwhile', 'and again')) services.publish(change);
    await opened;
    expect(textsOf(store)).toEqual(['and again', 'three four']);
    expect(store.getState().history).toEqual({});
  });

  it('takes nothing twice that the reply has already', async () => {
    const services = makeServices();
    const store = makeStore(services);
    const opened = store.getState().open('p');
    for (const change of changeElsewhere('long ago')) services.publish({ ...change, revision: 1 });
    await opened;
    expect(textsOf(store)).toEqual(['one two', 'three four']);
    expect(store.getState().history).toEqual({ undo: 'setText' });
  });

  it('shows the project that was asked for last, whatever arrives first', async () => {
    const services = makeServices();
    const store = makeStore(services);
    const first = store.getState().open('p');
    store.getState().close();
    await first;
    expect(store.getState().status).toBe('none');
  });
});

describe('loading the project again', () => {
  it('shows what was changed unheard', async () => {
    const services = makeServices();
    const store = await openStore(services);
    const other = await openStore(services);
    other.getState().edit(setText('s0', 'elsewhere'));
    await vi.waitFor(() => expect(services.texts()[0]).toBe('elsewhere'));
    expect(textsOf(store)[0]).toBe('one two');
    await store.getState().reload();
    expect(textsOf(store)[0]).toBe('elsewhere');
  });

  it('is begun again when it is overtaken by an edit', async () => {
    const services = makeServices();
    const store = await openStore(services);
    const reloaded = store.getState().reload();
    store.getState().edit(setText('s0', 'overtaking'));
    await reloaded;
    expect(textsOf(store)[0]).toBe('overtaking');
    expect(services.texts()[0]).toBe('overtaking');
    expect(store.getState().saving).toBe('saved');
  });

  it('[WN1] follows a conflict, and keeps the edits after it', async () => {
    const services = makeServices();
    const store = await openStore(services);
    services.failNext('projects.edit', 'project/conflict');
    store.getState().edit(setText('s0', 'refused'));
    store.getState().edit(setText('s1000', 'taken'));
    await vi.waitFor(() => expect(textsOf(store)).toEqual(['one two', 'taken']));
    expect(services.texts()).toEqual(['one two', 'taken']);
    expect(store.getState().error?.code).toBe('project/conflict');
  });
});
