import type {
  EditReceipt,
  HistoryState,
  MethodInput,
  OpenProject,
  ProjectView,
} from '@contract/api';
import type { StudioClient } from '@contract/client';
import { applyDiff } from '@core/edits/apply-diff';
import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import type { StudioError } from '@core/errors/studio-error';
import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface EditOptions {
  /** Edits of one group are undone as one: a drag, a burst of typing. */
  readonly group?: string;
}

export interface DocumentState {
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  readonly project: Project | undefined;
  readonly history: HistoryState;
  /** Text being typed when the studio last went down, by sentence id. */
  readonly drafts: Readonly<Record<string, string>>;
  /** How the project was left, at the moment it was opened. */
  readonly view: ProjectView | undefined;
  /** `saving` while any edit is on its way to the journal. */
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Why it could not be opened, or what became of the last edit. */
  readonly error: StudioError | undefined;

  open(projectId: string): Promise<void>;
  /** Loads the open project anew, after the edits that are still on their way. */
  reload(): Promise<void>;
  close(): void;
  /**
   * Applies an edit at once and sends it to be journalled.
   * @returns ids to select afterwards, where the edit says so
   */
  edit(edit: Edit, options?: EditOptions): readonly string[] | undefined;
  undo(): Promise<void>;
  redo(): Promise<void>;
  keepDraft(sentenceId: string, text: string | undefined): void;
  dismissError(): void;
}

export type DocumentStore = StoreApi<DocumentState>;

export interface DocumentStoreOptions {
  readonly client: StudioClient;
  /** Names this window, so that its own edits do not come back to it. */
  readonly origin: string;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
  /** Resolves once the services can be reached again. */
  readonly untilReconnected: () => Promise<void>;
}

const closed = {
  status: 'none',
  project: undefined,
  history: {},
  drafts: {},
  view: undefined,
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
  untilReconnected,
}: DocumentStoreOptions): DocumentStore {
  /** Calls leave in the order of the edits, each after the reply to the one before. */
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const store = createStore<DocumentState>()((set, get) => {
    const load = async (projectId: string): Promise<void> => {
      const opened: OpenProject = await client.call('projects.open', { projectId });
      const { project, history, drafts, view } = opened;
      set({ status: 'ready', project, history, drafts, view, saving: 'saved' });
    };

    /** Sends something about the open project; a failure is said and the project loaded again. */
    const send = (projectId: string, call: () => Promise<EditReceipt>): Promise<void> => {
      waiting += 1;
      set({ saving: 'saving' });
      const sent = queue.then(async () => {
        try {
          const { history } = await call();
          waiting -= 1;
          if (get().project?.id !== projectId) return;
          set({ history, ...(waiting === 0 ? { saving: 'saved' as const } : {}) });
        } catch (thrown) {
          waiting -= 1;
          if (get().project?.id !== projectId || isCancelled(thrown)) return;
          const error = toStudioError(thrown);
          set({ error, saving: 'failed' });
          if (error.code === 'project/conflict') await load(projectId);
        }
      });
      queue = sent.catch(() => undefined);
      return sent;
    };

    /**
     * An edit waits for services that are out of reach, and those after it wait behind it: what was
     * done meanwhile is not lost. Undo and redo do not, as they might be done twice.
     */
    const sendEdit = async (input: MethodInput<'projects.edit'>): Promise<EditReceipt> => {
      for (;;) {
        try {
          return await client.call('projects.edit', input);
        } catch (thrown) {
          const error = toStudioError(thrown);
          if (error.code !== 'host/unreachable') throw error;
          const isOpen = (): boolean => get().project?.id === input.projectId;
          if (isOpen()) set({ error, saving: 'failed' });
          await untilReconnected();
          if (isOpen()) set({ saving: 'saving' });
        }
      }
    };

    return {
      ...closed,
      open: async (projectId) => {
        set({ ...closed, status: 'loading' });
        try {
          await load(projectId);
        } catch (thrown) {
          set({ status: 'failed', error: toStudioError(thrown) });
        }
      },
      reload: async () => {
        await queue;
        const projectId = get().project?.id;
        if (projectId === undefined) return;
        try {
          await load(projectId);
        } catch (thrown) {
          set({ error: toStudioError(thrown) });
        }
      },
      close: () => set(closed),
      edit: (edit, options) => {
        const { project } = get();
        if (project === undefined) return undefined;
        const { id: projectId } = project;
        try {
          const result = applyEdit(project, edit, newId);
          const { diff, label } = result;
          const isEmpty =
            diff.added.length + diff.updated.length + diff.removed.length === 0 &&
            diff.properties === undefined;
          if (isEmpty) return result.select;
          // Until the services confirm it, this is what undo would take back.
          set({ project: result.project, history: { undo: label }, error: undefined });
          const group = options?.group === undefined ? {} : { group: options.group };
          void send(projectId, () => sendEdit({ projectId, origin, label, diff, ...group }));
          return result.select;
        } catch (thrown) {
          set({ error: toStudioError(thrown) });
          return undefined;
        }
      },
      undo: async () => {
        const { project } = get();
        if (project === undefined) return;
        await send(project.id, () => client.call('projects.undo', { projectId: project.id }));
      },
      redo: async () => {
        const { project } = get();
        if (project === undefined) return;
        await send(project.id, () => client.call('projects.redo', { projectId: project.id }));
      },
      keepDraft: (sentenceId, text) => {
        const { project, drafts } = get();
        if (project === undefined) return;
        const others = Object.fromEntries(
          Object.entries(drafts).filter(([id]) => id !== sentenceId),
        );
        set({ drafts: text === undefined ? others : { ...others, [sentenceId]: text } });
        // A draft is a safety net: losing one keystroke of it is nothing to interrupt a person for.
        client
          .call('projects.keepDraft', { projectId: project.id, sentenceId, text })
          .catch(() => undefined);
      },
      dismissError: () => set({ error: undefined }),
    };
  });

  client.on('project.changed', ({ projectId, diff, history, origin: from }) => {
    const { project } = store.getState();
    if (project?.id !== projectId || from === origin) return;
    try {
      store.setState({ project: applyDiff(project, diff), history });
    } catch (thrown) {
      void store.getState().open(projectId);
      store.setState({ error: toStudioError(thrown) });
    }
  });
  return store;
}
