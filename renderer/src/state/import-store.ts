import type { ImportPreview } from '@contract/api';
import type { StudioClient } from '@contract/client';
import type { ImportMode } from '@core/edits/kinds/import-text';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentStore } from './document-state';
import type { EditingStore } from './editing-session';
import type { NoticesStore } from './notices-store';
import type { SessionStore } from './session-store';

/** A subtitle file of which a person is asked what to do with it. */
export interface ImportOffer {
  readonly fileId: string;
  /** The project it may be imported into: the one that was open when it came. */
  readonly projectId: string;
  readonly preview: ImportPreview;
  /** Whether it may become a project of its own: it was opened or dropped, not imported. */
  readonly mayOpen: boolean;
}

export interface ImportState {
  /** What the import dialog asks about. */
  readonly offer: ImportOffer | undefined;

  /**
   * Reads a file and asks what to do with it. Where the project is closed meanwhile, nothing is asked.
   * @throws StudioError `text/*` for what is no subtitle
   */
  ask(fileId: string, mayOpen: boolean): Promise<void>;
  /** Reads the file of the offer anew: what an import would do depends on the project. */
  refresh(): Promise<void>;
  /**
   * Imports the file of the offer, as one edit.
   * @throws StudioError nothing is changed then
   */
  run(mode: ImportMode): Promise<void>;
  forget(): void;
}

export type ImportStore = StoreApi<ImportState>;

export interface ImportStoreOptions {
  readonly client: StudioClient;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly editing: EditingStore;
  readonly notices: NoticesStore;
}

/** Subtitle files on their way into the open project. The services read, count and edit. */
export function createImportStore({
  client,
  document,
  session,
  editing,
  notices,
}: ImportStoreOptions): ImportStore {
  return createStore<ImportState>()((set, get) => {
    const preview = async (fileId: string, projectId: string): Promise<ImportPreview> => {
      // What was edited a moment ago counts.
      await document.getState().whenSent();
      return client.call('projects.previewImport', { fileId, projectId });
    };
    return {
      offer: undefined,
      ask: async (fileId, mayOpen) => {
        const projectId = document.getState().project?.id;
        if (projectId === undefined) return;
        // What is being typed is part of the text that the file comes into.
        editing.getState().leave();
        const offer = {
          ...{ fileId, projectId, mayOpen },
          preview: await preview(fileId, projectId),
        };
        if (document.getState().project?.id !== projectId) return;
        set({ offer });
        session.getState().set({ dialog: 'import' });
      },
      refresh: async () => {
        const { offer } = get();
        if (offer === undefined) return;
        const fresh = await preview(offer.fileId, offer.projectId);
        if (get().offer?.fileId === offer.fileId) set({ offer: { ...offer, preview: fresh } });
      },
      run: async (mode) => {
        const { offer } = get();
        if (offer === undefined) return;
        const { fileId, projectId, preview } = offer;
        editing.getState().leave();
        await document.getState().whenSent();
        // Services that are out of reach leave time to think better of it.
        if (get().offer?.fileId !== fileId) return;
        await client.call('projects.importFile', { projectId, fileId, mode });
        const { added, changed, removed } = preview.effects?.[mode] ?? nothing;
        const { name } = preview.file;
        notices.getState().tell('import.done', { name, added, changed, removed });
      },
      forget: () => set({ offer: undefined }),
    };
  });
}

const nothing = { added: 0, changed: 0, removed: 0 };
