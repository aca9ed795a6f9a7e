import type { FilePurpose, HostDescription, ProjectSummary } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { openInTurn } from '@contract/open-in-turn';
import { type FilePair, pairFiles } from '@contract/pair-files';
import { toStudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import { hasMedia } from '@core/project-file/project';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WebAddress } from '@isi/web-address';
import type { Connection } from '../client/connection';
import {
  type BringingState,
  createFileBringer,
  type FilesUnderWay,
  tellFailure,
} from './bring-files';
import type { DocumentStore } from './document-state';
import type { EditingStore } from './editing-session';
import { fetchRecording, type HostQuestion, type RecordingFetch } from './fetch-recording';
import { askEncoding } from './ask-encoding';
import { getLikeliestEncoding } from './likeliest-encoding';
import { listFileSources, listGrantSources, pickFiles, type Source } from './file-sources';
import { createRecordingGiver, type RecordingQuestion } from './give-recording';
import type { ImportStore } from './import-store';
import type { MediaStore } from './media-store';
import type { NoticesStore } from './notices-store';
import type { SessionStore } from './session-store';

export interface OpeningState {
  /** What is being brought in; undefined while nothing is. */
  readonly underWay: BringingState | undefined;
  /** What is asked before a download goes on; it takes one answer. */
  readonly question: (HostQuestion & { readonly answer: (isMeant: boolean) => void }) | undefined;
  /** What is asked of a recording that is opened while the open project has none yet. */
  readonly recordingQuestion: RecordingQuestion | undefined;
  /** Projects the transcribe dialog asks about; empty: about the open one. */
  readonly toTranscribe: readonly ProjectSummary[];

  /**
   * Brings in files that were dropped or picked: the first is shown, the rest wait in the list. Of a
   * single subtitle file it is asked first whether it belongs to the project that is open.
   */
  openFiles(files: readonly File[]): Promise<void>;
  /** Downloads a recording of the web and opens it. */
  openAddress(address: WebAddress): Promise<void>;
  /** Asks for files: by the system's dialog, else by the browser's. */
  choose(): Promise<void>;
  /** Asks for a subtitle file, and then what it is to do to the project that is open. */
  chooseImport(): Promise<void>;
  /** Makes a project of a subtitle file that the services know already. */
  openGranted(file: {
    readonly fileId: string;
    readonly name: string;
    readonly encoding?: string | undefined;
    /** Of the recording that belongs to it. */
    readonly mediaFileId?: string | undefined;
  }): Promise<void>;
  openProject(projectId: string): Promise<void>;
  closeProject(): void;
  /** Stops what is under way; what has arrived stays. */
  cancel(): void;
  forgetToTranscribe(): void;
}

export type OpeningStore = StoreApi<OpeningState>;

export interface OpeningOptions {
  readonly connection: Connection;
  readonly host: HostDescription;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly editing: EditingStore;
  readonly importing: ImportStore;
  readonly media: MediaStore;
  readonly notices: NoticesStore;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
}

/** The ways a recording or project comes into the window. */
export function createOpeningStore(options: OpeningOptions): OpeningStore {
  const { connection, host, document, session, editing, importing, media, notices } = options;
  const { client } = connection;

  return createStore<OpeningState>()((set, get) => {
    const show = async (projectId: string): Promise<void> => {
      editing.getState().leave();
      session.getState().reset();
      await document.getState().open(projectId);
    };

    const files = createFileBringer({ notices, onState: (underWay) => set({ underWay }) });
    const giveRecording = createRecordingGiver({
      ...{ document, media, notices, files },
      onQuestion: (recordingQuestion) => set({ recordingQuestion }),
    });

    /** Makes projects of files; one that fails is said by its name and does not stop the others. */
    const takeIn = async (
      pairs: readonly FilePair<Source>[],
      { signal, bring }: FilesUnderWay,
      encoding?: string,
    ): Promise<void> => {
      const count = pairs.reduce((sum, { media }) => sum + (media === undefined ? 1 : 2), 0);
      const openPair = async ({ file, media }: FilePair<Source>) => {
        if (signal.aborted) return undefined;
        const fileId = await bring(file, count);
        if (fileId === undefined) return undefined;
        const mediaFileId = media === undefined ? undefined : await bring(media, count);
        // The text alone is not what was asked for.
        if (media !== undefined && mediaFileId === undefined) return undefined;
        try {
          const summary = await client.call('projects.openFile', {
            ...{ fileId, mediaFileId, encoding },
          });
          return { file, summary };
        } catch (thrown) {
          const likeliest = getLikeliestEncoding(thrown);
          if (likeliest !== undefined) {
            const asked = { fileId, encoding: likeliest, ...omitUndefined({ mediaFileId }) };
            const { name } = file;
            await askEncoding(options, asked, { name, thrown, isAlone: pairs.length === 1 });
            return undefined;
          }
          const isOfMedia = toStudioError(thrown).code.startsWith('media/');
          tellFailure(notices, thrown, (isOfMedia ? media : undefined)?.name ?? file.name);
          return undefined;
        }
      };
      const opened = await openInTurn(pairs, openPair, async ({ file, summary }, isToShow) => {
        if (isToShow) await show(summary.id);
        if (file.kind === 'subtitle') await tellRepairs(summary.id, file.name);
      });
      const toTranscribe = opened
        .map(({ summary }) => summary)
        .filter(({ sentenceCount, mediaPath: path }) => sentenceCount === 0 && hasMedia({ path }));
      if (toTranscribe.length === 0) return;
      set({ toTranscribe });
      session.getState().set({ dialog: 'transcribe' });
    };

    /** Says of a subtitle file that was opened what had to be mended in it. */
    const tellRepairs = async (projectId: string, fileName: string): Promise<void> => {
      const listed = client.call('projects.listImports', { projectId });
      const [file] = await listed.catch((thrown: unknown) => {
        tellFailure(notices, thrown, fileName);
        return [];
      });
      if (file === undefined || file.repairCount === 0) return;
      const { name, repairCount: repairs } = file;
      const isOpen = document.getState().projectId === projectId;
      notices
        .getState()
        .remark('import.mended', { name, count: repairs }, isOpen ? 'file.imports' : undefined);
    };

    /** Asks what a subtitle file is to do to the project that is open. */
    const ask = async (
      source: Source,
      mayOpen: boolean,
      { signal, bring }: FilesUnderWay,
    ): Promise<void> => {
      const fileId = await bring(source, 1);
      if (fileId === undefined || signal.aborted) return;
      try {
        await importing.getState().ask(fileId, mayOpen);
      } catch (thrown) {
        tellFailure(notices, thrown, source.name);
      }
    };

    const open = async (sources: readonly Source[]): Promise<void> => {
      if (sources.length === 0) return;
      const pairs = pairFiles(sources);
      const [only, ...others] = pairs;
      const { project } = document.getState();
      const lone = others.length === 0 && only?.media === undefined ? only?.file : undefined;
      if (lone?.kind === 'subtitle' && project !== undefined) {
        await files.run((underWay) => ask(lone, true, underWay));
        return;
      }
      if (lone !== undefined && !(await giveRecording(lone))) return;
      await files.run((underWay) => takeIn(pairs, underWay));
    };

    const confirmHost: RecordingFetch['confirmHost'] = async (asked, signal) => {
      const isMeant = await new Promise<boolean>((answer) => {
        signal.addEventListener('abort', () => answer(false), { once: true });
        set({ question: { ...asked, answer } });
      });
      set({ question: undefined });
      return isMeant;
    };

    /** Asks for files, by the system's dialog or the browser's; none where a person thought better. */
    const choose = async (purpose: FilePurpose): Promise<readonly Source[]> => {
      if (!host.hasNativeDialogs) return listFileSources(connection, await pickFiles(purpose));
      try {
        return listGrantSources(await client.call('files.choose', { purpose }));
      } catch (thrown) {
        tellFailure(notices, thrown);
        return [];
      }
    };

    return {
      underWay: undefined,
      question: undefined,
      recordingQuestion: undefined,
      toTranscribe: [],
      openFiles: (given) => open(listFileSources(connection, given)),
      openAddress: (address) =>
        open([
          {
            name: address.fileName,
            kind: findFileKind(address.fileName),
            grant: (signal, onProgress) => {
              const { link } = address;
              const fetchId = options.newId();
              return fetchRecording(client, { link, fetchId, signal, onProgress, confirmHost });
            },
          },
        ]),
      choose: async () => open(await choose('both')),
      chooseImport: async () => {
        const [source] = await choose('subtitle');
        if (source !== undefined) await files.run((underWay) => ask(source, false, underWay));
      },
      openGranted: ({ fileId, name, encoding, mediaFileId }) => {
        const [file] = listGrantSources([{ id: fileId, name, kind: 'subtitle' }]);
        const media =
          mediaFileId === undefined
            ? []
            : listGrantSources([{ id: mediaFileId, name, kind: 'media' }]);
        const pair = { file: file!, ...omitUndefined({ media: media[0] }) };
        return files.run((underWay) => takeIn([pair], underWay, encoding));
      },
      openProject: show,
      closeProject: () => {
        editing.getState().leave();
        document.getState().close();
        session.getState().reset();
      },
      cancel: () => files.cancel(),
      forgetToTranscribe: () => {
        if (get().toTranscribe.length > 0) set({ toTranscribe: [] });
      },
    };
  });
}
