import type { ImportPreview, ImportSource } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { isCancelled } from '@core/errors/studio-error';
import type { ImportMode } from '@core/edits/kinds/import-text';
import { omitUndefined } from '@core/omit-undefined';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentStore } from './document-state';
import type { EditingStore } from './editing-session';
import type { NoticesStore } from './notices-store';
import { getLikeliestEncoding } from './likeliest-encoding';
import type { SessionStore } from './session-store';

/** A subtitle file of which a person is asked what to do with it. */
export interface ImportOffer {
  readonly source: ImportSource;
  /** The project it may be imported into: the one that was open when it came; absent for none. */
  readonly projectId?: string;
  /** Of the recording that came with it, if it is opened as a project of its own. */
  readonly mediaFileId?: string;
  readonly preview: ImportPreview;
  /** What was found out of its encoding; that of the preview may be one that a person chose. */
  readonly found: FoundEncoding;
  /** Whether it may become a project of its own: it was opened or dropped, not imported. */
  readonly mayOpen: boolean;
}

export interface FoundEncoding {
  /** Absent for a binary format, and where the file is plausible text in none. */
  readonly label?: string | undefined;
  /** Others in which the file is plausible text as well. */
  readonly others: readonly string[];
  /** It is plausible text in no encoding: a person has to choose the one in which it reads right. */
  readonly isUnknown?: true;
}

export interface ImportState {
  /** What the import dialog asks about. */
  readonly offer: ImportOffer | undefined;

  /**
   * Reads a file and asks what to do with it. Where the project is closed meanwhile, nothing is asked.
   * @throws StudioError `text/*` for what is no subtitle
   */
  ask(fileId: string, mayOpen: boolean): Promise<void>;
  /**
   * Asks in which encoding a file is to be opened, as a project of its own, that is plausible text in
   * none: it is shown in the likeliest one.
   * @throws StudioError `text/*` where that makes nothing of it
   */
  askEncoding(file: Pick<ImportOffer, 'mediaFileId'> & FileInEncoding): Promise<void>;
  /** The same of a file that came into the open project before, as for another encoding. */
  askAgain(importId: string): Promise<void>;
  /** Reads the file of the offer anew: what an import would do depends on the project. */
  refresh(): Promise<void>;
  /**
   * Reads the file of the offer in an encoding that a person chose.
   * @throws StudioError where it makes nothing of the file; the offer stays as it was
   */
  readAs(encoding: string): Promise<void>;
  /**
   * Imports the file of the offer, as one edit.
   * @throws StudioError nothing is changed then
   */
  run(mode: ImportMode): Promise<void>;
  /** Leaves off the import that is under way, and forgets the offer. */
  forget(): void;
}

/** A file that was granted, and the label of the encoding in which it is read. */
interface FileInEncoding {
  readonly fileId: string;
  readonly encoding: string;
}

export type ImportStore = StoreApi<ImportState>;

export interface ImportStoreOptions {
  readonly client: StudioClient;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly editing: EditingStore;
  readonly notices: NoticesStore;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
}

/** Subtitle files on their way into the open project. The services read, count and edit. */
export function createImportStore({
  client,
  document,
  session,
  editing,
  notices,
  newId,
}: ImportStoreOptions): ImportStore {
  return createStore<ImportState>()((set, get) => {
    const preview = async (
      source: ImportSource,
      projectId: string | undefined,
    ): Promise<ImportPreview> => {
      // What was edited a moment ago counts.
      await document.getState().whenSent();
      return client.call('projects.previewImport', { ...source, projectId });
    };
    /** As it is found out, else in the likeliest encoding, for a person to choose another. */
    const previewFirst = async (
      source: ImportSource,
      projectId: string,
    ): Promise<Pick<ImportOffer, 'source' | 'preview' | 'found'>> => {
      try {
        const first = await preview(source, projectId);
        const found = { label: first.file.encoding?.label, others: first.otherEncodings };
        return { source, preview: first, found };
      } catch (thrown) {
        const encoding = getLikeliestEncoding(thrown);
        if (encoding === undefined) throw thrown;
        const likeliest = { ...source, encoding };
        // What it does not make text of at all is told as it came.
        const shown = await preview(likeliest, projectId).catch(() => {
          throw thrown;
        });
        return { source: likeliest, preview: shown, found: noEncoding };
      }
    };
    const offer = async (source: ImportSource, mayOpen: boolean): Promise<void> => {
      const projectId = document.getState().project?.id;
      if (projectId === undefined) return;
      // What is being typed is part of the text that the file comes into.
      editing.getState().leave();
      const first = await previewFirst(source, projectId);
      if (document.getState().project?.id !== projectId) return;
      set({ offer: { projectId, mayOpen, ...first } });
      session.getState().set({ dialog: 'import' });
    };
    /** Reads the offer's file, by default as before; whatever takes its place meanwhile stays. */
    const renew = async (encoding?: string): Promise<void> => {
      const before = get().offer;
      if (before === undefined) return;
      const source = encoding === undefined ? before.source : { ...before.source, encoding };
      const fresh = await preview(source, before.projectId);
      const now = get().offer;
      // A person may have chosen an encoding while the project changed: that goes before.
      const isSame = encoding === undefined ? now?.source === source : now?.found === before.found;
      if (now !== undefined && isSame) set({ offer: { ...now, source, preview: fresh } });
    };
    /** Of the import that is under way. */
    let runId: string | undefined;
    return {
      offer: undefined,
      ask: (fileId, mayOpen) => offer({ fileId }, mayOpen),
      askEncoding: async ({ mediaFileId, ...source }) => {
        const shown = await preview(source, undefined);
        const own = omitUndefined({ mediaFileId });
        set({ offer: { source, mayOpen: true, preview: shown, found: noEncoding, ...own } });
        session.getState().set({ dialog: 'import' });
      },
      askAgain: (importId) => offer({ importId }, false),
      refresh: () => renew(),
      readAs: (encoding) => renew(encoding),
      run: async (mode) => {
        const chosen = get().offer;
        if (chosen === undefined) return;
        const { source, projectId } = chosen;
        if (projectId === undefined) return;
        editing.getState().leave();
        await document.getState().whenSent();
        // Services that are out of reach leave time to think better of it.
        if (get().offer?.source !== source) return;
        runId = newId();
        const { name } = chosen.preview.file;
        try {
          await client.call('projects.importFile', { ...source, projectId, mode, runId });
        } catch (thrown) {
          if (isCancelled(thrown)) notices.getState().tell('import.cancelled', { name });
          throw thrown;
        } finally {
          runId = undefined;
        }
        const { added, changed, removed } = chosen.preview.effects?.[mode] ?? nothing;
        notices.getState().tell('import.done', { name, added, changed, removed });
      },
      forget: () => {
        set({ offer: undefined });
        // What cannot be told any more goes on, and is said when it has come in.
        if (runId !== undefined) {
          client.call('projects.cancelImport', { runId }).catch(() => undefined);
        }
      },
    };
  });
}

const noEncoding: FoundEncoding = { others: [], isUnknown: true };
const nothing = { added: 0, changed: 0, removed: 0 };
