import type { HostDescription, ProjectSummary } from '@contract/api';
import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WebAddress } from '@isi/web-address';
import type { Connection } from '../client/connection';
import type { DocumentStore } from './document-state';
import type { EditingStore } from './editing-session';
import { fetchRecording, type HostQuestion, type RecordingFetch } from './fetch-recording';
import type { NoticesStore } from './notices-store';
import type { SessionStore } from './session-store';

export interface OpeningState {
  /** What is being brought in; undefined while nothing is. */
  readonly underWay:
    | {
        readonly name: string;
        readonly count: number;
        /** Share that arrived, where files have to be uploaded. */
        readonly fraction: number | undefined;
      }
    | undefined;
  /** What is asked before a download goes on; it takes one answer. */
  readonly question: (HostQuestion & { readonly answer: (isMeant: boolean) => void }) | undefined;
  /** Projects the transcribe dialog asks about; empty: about the open one. */
  readonly toTranscribe: readonly ProjectSummary[];

  /** Brings in files that were dropped or picked: the first is shown, the rest wait in the list. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Downloads a recording of the web and opens it. */
  openAddress(address: WebAddress): Promise<void>;
  /** Asks for files: by the system's dialog, else by the browser's. */
  choose(): Promise<void>;
  openProject(projectId: string): Promise<void>;
  closeProject(): void;
  /** Stops what is under way; what has arrived stays. */
  cancel(): void;
  forgetToTranscribe(): void;
}

/** A file that is to be brought in. */
interface Source {
  readonly name: string;
  /** Hands it to the services. @returns the id of its grant */
  readonly grant: (signal: AbortSignal, onProgress: (fraction: number) => void) => Promise<string>;
}

export type OpeningStore = StoreApi<OpeningState>;

export interface OpeningOptions {
  readonly connection: Connection;
  readonly host: HostDescription;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly editing: EditingStore;
  readonly notices: NoticesStore;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
}

/** The ways a recording or project comes into the window. */
export function createOpeningStore(options: OpeningOptions): OpeningStore {
  const { connection, host, document, session, editing, notices } = options;
  const { client } = connection;
  let stopping = new AbortController();

  return createStore<OpeningState>()((set, get) => {
    const show = async (projectId: string): Promise<void> => {
      editing.getState().leave();
      session.getState().reset();
      await document.getState().open(projectId);
    };

    /** Makes projects of files; one that fails is said by its name and does not stop the others. */
    const takeIn = async (sources: readonly Source[], signal: AbortSignal): Promise<void> => {
      const opened: ProjectSummary[] = [];
      for (const { name, grant } of sources) {
        if (signal.aborted) break;
        const tell = (fraction: number | undefined): void => {
          if (stopping.signal === signal) {
            set({ underWay: { name, count: sources.length, fraction } });
          }
        };
        tell(undefined);
        try {
          const fileId = await grant(signal, tell);
          tell(undefined);
          const summary = await client.call('projects.openFile', { fileId });
          opened.push(summary);
          if (opened.length === 1) await show(summary.id);
        } catch (thrown) {
          if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown), name);
        }
      }
      const toTranscribe = opened.filter(({ sentenceCount }) => sentenceCount === 0);
      if (toTranscribe.length === 0) return;
      set({ toTranscribe });
      session.getState().set({ dialog: 'transcribe' });
    };

    const run = async (sources: readonly Source[]): Promise<void> => {
      if (sources.length === 0) return;
      stopping.abort();
      stopping = new AbortController();
      const { signal } = stopping;
      try {
        await takeIn(sources, signal);
      } finally {
        if (stopping.signal === signal) set({ underWay: undefined });
      }
    };

    const openFiles = (files: readonly File[]): Promise<void> =>
      run(
        files.map((file) => ({
          name: file.name,
          grant: async (signal, onProgress) => {
            const [granted] = await connection.grantFiles([file], { signal, onProgress });
            return granted!.id;
          },
        })),
      );

    const confirmHost: RecordingFetch['confirmHost'] = async (asked, signal) => {
      const isMeant = await new Promise<boolean>((answer) => {
        signal.addEventListener('abort', () => answer(false), { once: true });
        set({ question: { ...asked, answer } });
      });
      set({ question: undefined });
      return isMeant;
    };

    return {
      underWay: undefined,
      question: undefined,
      toTranscribe: [],
      openFiles,
      openAddress: (address) =>
        run([
          {
            name: address.fileName,
            grant: (signal, onProgress) => {
              const { link } = address;
              const fetchId = options.newId();
              return fetchRecording(client, { link, fetchId, signal, onProgress, confirmHost });
            },
          },
        ]),
      choose: async () => {
        if (!host.hasNativeDialogs) {
          await openFiles(await pickFiles());
          return;
        }
        try {
          const grants = await client.call('files.choose', { purpose: 'both' });
          await run(grants.map(({ id, name }) => ({ name, grant: () => Promise.resolve(id) })));
        } catch (thrown) {
          if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown));
        }
      },
      openProject: show,
      closeProject: () => {
        editing.getState().leave();
        document.getState().close();
        session.getState().reset();
      },
      cancel: () => {
        stopping.abort();
        set({ underWay: undefined });
      },
      forgetToTranscribe: () => {
        if (get().toTranscribe.length > 0) set({ toTranscribe: [] });
      },
    };
  });
}

/** The browser's own dialog; no files where it was cancelled. */
function pickFiles(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'audio/*,video/*,.zimu,.mkv,.mka,.amr,.wma,.aiff,.caf';
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}
