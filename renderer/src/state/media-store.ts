import type { MediaAccess, PlaybackReason, StudioEvents } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { type StudioError, errorFromJson, toStudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentStore } from './document-state';

/** How the open project's recording is played and drawn; player and waveform share it. */
export interface MediaState {
  readonly projectId: string | undefined;
  /** Absent until the services answer. */
  readonly access: MediaAccess | undefined;
  /** Why there is no {@link access}. */
  readonly error: StudioError | undefined;
  /** Why the peaks could not be made; the recording may play all the same. */
  readonly peaksError: StudioError | undefined;

  /** Asks again. */
  reload(): Promise<void>;
  /** Begins to make what can be played, and says why; progress comes by itself. */
  makeProxy(reason?: PlaybackReason): Promise<void>;
  /**
   * Has another of its audio tracks heard, played and drawn.
   * @param track from 0
   * @throws StudioError `usage/invalid`, `project/*`; nothing is changed then
   */
  chooseTrack(track: number): Promise<Pick<MediaAccess, 'tracks'>>;
  /**
   * Takes another file for a recording that is missing.
   * @param isMeant also one that seems to be another recording
   * @throws StudioError `media/*`; nothing is changed then
   */
  relocate(fileId: string, isMeant?: boolean): Promise<void>;
}

export type MediaStore = StoreApi<MediaState>;

const none = { access: undefined, error: undefined, peaksError: undefined } as const;

/** Follows the open project, and what the services tell of its recording. */
export function createMediaStore(client: StudioClient, document: DocumentStore): MediaStore {
  /** What came of peaks since the last call: events take another way and may overtake its answer. */
  const news = new Map<string, StudioEvents['peaks.changed']>();
  /** The same of what plays: a short recording is copied before the answer is here. */
  const playbackNews = new Map<string, MediaAccess>();

  const store = createStore<MediaState>()((set, get) => {
    /** Takes the answer of a call for the open project, unless another was opened meanwhile. */
    const take = async (ask: (projectId: string) => Promise<MediaAccess>): Promise<void> => {
      const { projectId } = get();
      if (projectId === undefined) return;
      news.delete(projectId);
      playbackNews.delete(projectId);
      try {
        const answered = await ask(projectId);
        if (get().projectId !== projectId) return;
        const access = withPlayback(answered, playbackNews.get(projectId));
        const told = news.get(projectId);
        const isOld = told !== undefined && (told.isComplete || told.count > access.peaks.count);
        set({ access: isOld ? withPeaks(access, told) : access, error: undefined });
      } catch (thrown) {
        if (get().projectId === projectId) set({ error: toStudioError(thrown) });
      }
    };
    return {
      ...none,
      projectId: undefined,
      reload: () => take((projectId) => client.call('media.open', { projectId })),
      makeProxy: (reason) =>
        take((projectId) => client.call('media.makeProxy', { projectId, reason })),
      chooseTrack: async (track) => {
        const { projectId } = get();
        if (projectId === undefined) return {};
        // What was edited a moment ago goes before it.
        await document.getState().whenSent();
        const access = await client.call('media.chooseTrack', { projectId, track });
        await take(() => Promise.resolve(access));
        return access;
      },
      relocate: async (fileId, isMeant) => {
        const { projectId } = get();
        if (projectId === undefined) return;
        const access = await client.call('media.relocate', { projectId, fileId, isMeant });
        await take(() => Promise.resolve(access));
        if (get().access?.state === 'ready') set({ peaksError: undefined });
        // Its name and length are the project's.
        await document.getState().reload();
      },
    };
  });

  const follow = (): void => {
    // A long project takes its time: its recording is looked at meanwhile.
    const { projectId } = document.getState();
    if (projectId === store.getState().projectId) return;
    store.setState({ ...none, projectId });
    void store.getState().reload();
  };
  document.subscribe(follow);
  follow();

  client.on('media.changed', ({ projectId, access }) => {
    if (store.getState().projectId !== projectId) return;
    playbackNews.set(projectId, access);
    store.setState({ access, error: undefined });
  });
  client.on('peaks.changed', (told) => {
    const { projectId, error } = told;
    const { access, projectId: open } = store.getState();
    if (open !== projectId) return;
    news.set(projectId, told);
    store.setState({
      ...(access === undefined ? {} : { access: withPeaks(access, told) }),
      peaksError: error === undefined ? undefined : errorFromJson(error),
    });
  });
  return store;
}

/** An answer that was under way while a copy came to its end tells of what is over. */
function withPlayback(answered: MediaAccess, told: MediaAccess | undefined): MediaAccess {
  if (told === undefined || answered.proxy.state !== 'making' || told.proxy.state === 'making') {
    return answered;
  }
  return { ...told, peaks: answered.peaks };
}

function withPeaks(
  access: MediaAccess,
  { count, isComplete }: StudioEvents['peaks.changed'],
): MediaAccess {
  return { ...access, peaks: { ...access.peaks, count, isComplete } };
}
