import type { Draft, EditReceipt } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { applyDiff, isEmptyDiff } from '@core/edits/apply-diff';
import { applyEdit } from '@core/edits/apply-edit';
import type { ProjectDiff } from '@core/edits/project-diff';
import { splitDiff } from '@core/edits/split-diff';
import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import { createStore } from 'zustand/vanilla';
import { callUntilReached } from './call-until-reached';
import { createProjectLoader } from './create-project-loader';
import type { DocumentState, DocumentStore } from './document-state';
import { createOwnSteps } from './own-steps';
import { type PartPlace, sendParts } from './send-parts';
import { createTypedEdits, withDraft, withoutDraft } from './typed-edits';

export interface DocumentStoreOptions {
  readonly client: StudioClient;
  /** Names this window, so that its own edits do not come back to it. */
  readonly origin: string;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
  /** How long to wait before services that were out of reach are tried again, ms. */
  readonly retryMs?: number;
}

/** More would be felt while they are written out, sent and heard of. */
const mostRecordsAtOnce = 200;

const closed = {
  status: 'none',
  projectId: undefined,
  project: undefined,
  history: {},
  drafts: [],
  view: undefined,
  stepCount: 0,
  stepped: undefined,
  saving: 'saved',
  error: undefined,
} as const;

/**
 * The window's copy of the open project. The services own the document: an edit is resolved here,
 * shown at once and sent as a diff; what others change arrives as diffs. Where the two do not fit,
 * the project is loaded again and the person is told.
 */
export function createDocumentStore({
  client,
  origin,
  newId,
  retryMs = 2_000,
}: DocumentStoreOptions): DocumentStore {
  /** Calls leave in the order of the edits, each after the reply to the one before. */
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** Edits, undos and redos so far. */
  let sentCount = 0;
  let reloading: Promise<void> | undefined;
  /** Projects opened or closed so far: what was asked for last counts. */
  let openCount = 0;
  const { load, hear } = createProjectLoader(client);
  const ownSteps = createOwnSteps();
  const typedEdits = createTypedEdits(client, origin);

  const store = createStore<DocumentState>()((set, get) => {
    /** What is loaded while an edit is on its way may be without it, so that is loaded again. */
    const reload = async (): Promise<void> => {
      let loadedCount;
      do {
        while (waiting > 0) await queue;
        loadedCount = sentCount;
        const { project } = get();
        if (project === undefined) return;
        const opened = await load(project.id);
        if (get().project?.id !== project.id) return;
        // How it was left, and what is being typed, this window knows better.
        const { history } = opened;
        if (loadedCount === sentCount) set({ project: opened.project, history, saving: 'saved' });
      } while (loadedCount !== sentCount);
    };

    /** Several wishes at once are one. */
    const reloadOnce = (): Promise<void> => {
      reloading ??= reload()
        .catch((thrown: unknown) => set({ error: toStudioError(thrown) }))
        .finally(() => (reloading = undefined));
      return reloading;
    };

    /** Sends something about the open project; a failure is said and the project loaded again. */
    const send = (projectId: string, call: () => Promise<EditReceipt>): Promise<void> => {
      waiting += 1;
      sentCount += 1;
      set({ saving: 'saving' });
      const sent = queue.then(async () => {
        try {
          const { history } = await call();
          waiting -= 1;
          if (get().project?.id !== projectId) return;
          const hasRecovered = get().error?.code === 'host/unreachable';
          set({
            history,
            ...(hasRecovered ? { error: undefined } : {}),
            ...(waiting === 0 ? { saving: 'saved' as const } : {}),
          });
        } catch (thrown) {
          waiting -= 1;
          if (get().project?.id !== projectId || isCancelled(thrown)) return;
          const error = toStudioError(thrown);
          set({ error, saving: 'failed' });
          if (error.code === 'project/conflict') void reloadOnce();
        }
      });
      queue = sent.catch(() => undefined);
      return sent;
    };

    const step = async (name: 'projects.undo' | 'projects.redo'): Promise<void> => {
      const projectId = get().project?.id;
      if (projectId === undefined) return;
      set({ stepCount: get().stepCount + 1 });
      const tell = (sentenceIds: readonly string[]): void => {
        if (get().project?.id === projectId) set({ stepped: { sentenceIds } });
      };
      await send(projectId, () => ownSteps.make(() => client.call(name, { projectId }), tell));
    };

    return {
      ...closed,
      open: async (projectId) => {
        openCount += 1;
        const ownCount = openCount;
        set({ ...closed, projectId, status: 'loading' });
        try {
          const { project, history, drafts, view } = await load(projectId);
          if (ownCount !== openCount) return;
          set({ status: 'ready', project, history, drafts, view, saving: 'saved' });
        } catch (thrown) {
          if (ownCount === openCount) set({ status: 'failed', error: toStudioError(thrown) });
        }
      },
      close: () => {
        openCount += 1;
        set(closed);
      },
      edit: (edit, options) => {
        const { project } = get();
        if (project === undefined) return undefined;
        const { id: projectId } = project;
        try {
          const result = applyEdit(project, edit, newId);
          const { diff, label } = result;
          const { typed, group } = options ?? {};
          if (isEmptyDiff(diff)) {
            if (typed !== undefined) get().keepDraft(typed.sentenceId, undefined);
            if (typed?.restored !== undefined) get().dropDraft(typed.restored);
            return result.select;
          }
          const { drafts } = get();
          const gone = typed && [typedEdits.own(typed.sentenceId, typed.text), typed.restored];
          const left = gone?.reduce(
            (list, each) => (each ? withoutDraft(list, each) : list),
            drafts,
          );
          set({
            project: result.project,
            // Until the services confirm it, this is what undo would take back.
            history: { undo: label },
            error: undefined,
            ...omitUndefined({ drafts: left }),
          });
          const sendDiff = (part: ProjectDiff, place: PartPlace): Promise<EditReceipt> =>
            callUntilReached(
              () =>
                client.call('projects.edit', {
                  ...{ projectId, origin, label, diff: part },
                  ...omitUndefined({ group, ...place }),
                }),
              { retryMs, onUnreached: (error) => set({ error, saving: 'failed' }) },
            );
          if (typed === undefined) {
            void send(projectId, () => sendParts(splitDiff(diff, mostRecordsAtOnce), sendDiff));
            return result.select;
          }
          const isOwn = (draft: Draft): boolean =>
            draft.origin === origin && draft.sentenceId === typed.sentenceId;
          const follow = { ...typed, projectId, hadDraft: drafts.some(isOwn) };
          void send(projectId, () =>
            typedEdits.follow(follow, () => sendDiff(diff, {}), {
              isTypedOn: () => get().project?.id === projectId && get().drafts.some(isOwn),
              onRefused: (draft) => {
                if (get().project?.id !== projectId) return;
                set({ drafts: withDraft(get().drafts, draft) });
              },
            }),
          );
          return result.select;
        } catch (thrown) {
          set({ error: toStudioError(thrown) });
          return undefined;
        }
      },
      undo: () => step('projects.undo'),
      redo: () => step('projects.redo'),
      keepDraft: (sentenceId, text, projectId = get().project?.id) => {
        if (text === undefined) {
          get().dropDraft(typedEdits.own(sentenceId, ''), projectId);
          return;
        }
        if (projectId === undefined) return;
        const draft = typedEdits.own(sentenceId, text);
        if (get().project?.id === projectId) set({ drafts: withDraft(get().drafts, draft) });
        typedEdits.send(projectId, draft, text);
      },
      dropDraft: (draft, projectId = get().project?.id) => {
        if (projectId === undefined) return;
        if (get().project?.id === projectId) set({ drafts: withoutDraft(get().drafts, draft) });
        typedEdits.send(projectId, draft, undefined);
      },
      keepUnsent: () => typedEdits.keepUnsent(),
      whenSent: async () => {
        while (waiting > 0) await queue;
      },
      reload: reloadOnce,
      dismissError: () => set({ error: undefined }),
    };
  });

  client.on('project.changed', (change) => {
    const { projectId, diff, history, origin: from } = change;
    if (from === origin) return;
    hear(change);
    const { project } = store.getState();
    if (project?.id !== projectId) return;
    try {
      store.setState({ project: applyDiff(project, diff), history });
      ownSteps.hear(change);
    } catch (thrown) {
      void store.getState().open(projectId);
      store.setState({ error: toStudioError(thrown) });
    }
  });
  return store;
}
