import { isSilentBySurprise } from './is-silent-by-surprise';
import { keepLimits } from './play-limits';
import {
  createPlayerStore,
  type ExpectedSound,
  fastestRate,
  type Player,
  type PlayerState,
  slowestRate,
} from './player';

/** The frames of a page, so that a test can count them out itself. */
export interface FrameSource {
  request(callback: () => void): number;
  cancel(id: number): void;
}

const pageFrames: FrameSource = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (id) => cancelAnimationFrame(id),
};

/**
 * The player of the window. While it plays, every frame is looked at; in a hidden page, where there
 * are no frames, the element's own `timeupdate` keeps loops and ends.
 */
export function createPlayer(frames: FrameSource = pageFrames): Player {
  const store = createPlayerStore();
  const listeners = new Set<(positionMs: number) => void>();
  let element: HTMLMediaElement | undefined;
  let listening: AbortController | undefined;
  let frame: number | undefined;
  /** Where to begin once the element can be sought; also what is left when it is taken away. */
  let waitingMs: number | undefined = 0;
  let resumes = false;
  let lastMs = 0;
  let expected: ExpectedSound | undefined;
  let stopAtMs: number | undefined;

  const set = (changes: Partial<PlayerState>): void => store.setState(changes);
  const positionOf = (media: HTMLMediaElement): number => Math.round(media.currentTime * 1000);
  const getPosition = (): number =>
    waitingMs ?? (element === undefined ? lastMs : positionOf(element));

  const tell = (): void => {
    const positionMs = getPosition();
    for (const listener of listeners) listener(positionMs);
  };

  const jump = (positionMs: number): void => {
    const { durationMs } = store.getState();
    const target = Math.max(0, durationMs > 0 ? Math.min(positionMs, durationMs) : positionMs);
    lastMs = target;
    if (element === undefined || element.readyState < haveMetadata) {
      waitingMs = target;
      tell();
    } else {
      element.currentTime = target / 1000;
    }
  };

  const start = (): void => {
    // Refused by the browser or overtaken by a pause: `isPlaying` goes by the element's events.
    element?.play().catch(() => undefined);
  };

  const look = (): void => {
    if (element === undefined) return;
    const positionMs = getPosition();
    const { loop, isPlaying } = store.getState();
    if (isPlaying && !element.seeking) {
      const action = keepLimits({ loop, stopAtMs }, lastMs, positionMs);
      lastMs = positionMs;
      if (action.kind === 'stop') {
        stopAtMs = undefined;
        element.pause();
        jump(action.atMs);
      } else if (action.kind === 'restart') {
        jump(action.atMs);
      }
    }
    tell();
  };

  const runFrames = (): void => {
    if (frame !== undefined) return;
    const next = (): void => {
      frame = frames.request(next);
      look();
    };
    frame = frames.request(next);
  };
  const stopFrames = (): void => {
    if (frame !== undefined) frames.cancel(frame);
    frame = undefined;
  };

  const lookForSound = (): void => {
    if (element === undefined || store.getState().problem !== 'none') return;
    if (isSilentBySurprise(element, expected?.soundBeginMs)) set({ problem: 'no-sound' });
  };

  const takeDuration = (media: HTMLMediaElement): void => {
    set({ elementMs: Number.isNaN(media.duration) ? 0 : media.duration * 1000 });
    if (Number.isFinite(media.duration) && media.duration > 0) {
      set({ durationMs: Math.round(media.duration * 1000) });
    }
  };

  const begin = (media: HTMLMediaElement): void => {
    takeDuration(media);
    const hasNoPicture = 'videoWidth' in media && media.videoWidth === 0;
    set({ problem: hasNoPicture ? 'no-picture' : 'none' });
    const target = waitingMs;
    waitingMs = undefined;
    if (target !== undefined && target > 0) media.currentTime = target / 1000;
    if (resumes) start();
    resumes = false;
  };

  const listen = (media: HTMLMediaElement, signal: AbortSignal): void => {
    const on = (name: string, listener: () => void): void =>
      media.addEventListener(name, listener, { signal });
    on('loadedmetadata', () => begin(media));
    on('durationchange', () => takeDuration(media));
    on('error', () => set({ problem: findProblem(media), isPlaying: false }));
    on('play', () => {
      lastMs = getPosition();
      set({ isPlaying: true });
      runFrames();
    });
    on('pause', () => {
      // The event comes late: a stretch may have been started since.
      if (!media.paused) return;
      stopAtMs = undefined;
      set({ isPlaying: false });
      stopFrames();
      tell();
    });
    on('ended', () => {
      const { loop } = store.getState();
      set({ isPlaying: false });
      stopFrames();
      // A loop up to the very end: the element stops before a frame can see it.
      if (loop !== undefined && lastMs < loop.endMs) {
        jump(loop.beginMs);
        start();
      }
    });
    on('seeked', () => {
      lastMs = getPosition();
      tell();
    });
    on('timeupdate', () => {
      look();
      lookForSound();
    });
  };

  const release = (): void => {
    if (element === undefined) return;
    waitingMs = getPosition();
    resumes = store.getState().isPlaying;
    listening?.abort();
    stopFrames();
    element.pause();
    element = undefined;
  };

  const attach = (media: HTMLMediaElement | undefined, sound?: ExpectedSound): void => {
    if (media === element) return;
    release();
    element = media;
    expected = sound;
    stopAtMs = undefined;
    set({ isPlaying: false, problem: 'none', elementMs: 0, element: media });
    if (media === undefined) return;
    const { rate, volume, isMuted } = store.getState();
    media.preservesPitch = true;
    media.defaultPlaybackRate = rate;
    media.playbackRate = rate;
    media.volume = volume;
    media.muted = isMuted;
    listening = new AbortController();
    listen(media, listening.signal);
    if (media.error !== null) set({ problem: findProblem(media) });
    else if (media.readyState >= haveMetadata) begin(media);
  };

  return {
    store,
    attach,
    get element() {
      return element;
    },
    get positionMs() {
      return getPosition();
    },
    play: start,
    pause: () => {
      resumes = false;
      element?.pause();
    },
    toggle: () => {
      if (store.getState().isPlaying) element?.pause();
      else start();
    },
    seek: (positionMs) => {
      stopAtMs = undefined;
      jump(positionMs);
    },
    playRange: (beginMs, endMs) => {
      jump(beginMs);
      stopAtMs = endMs;
      start();
    },
    setLoop: (loop) => set({ loop }),
    setRate: (wanted) => {
      const rate = Math.min(fastestRate, Math.max(slowestRate, wanted));
      set({ rate });
      if (element === undefined) return;
      element.defaultPlaybackRate = rate;
      element.playbackRate = rate;
    },
    setVolume: (wanted) => {
      const volume = Math.min(1, Math.max(0, wanted));
      set({ volume });
      if (element !== undefined) element.volume = volume;
    },
    setMuted: (isMuted) => {
      set({ isMuted });
      if (element !== undefined) element.muted = isMuted;
    },
    setDuration: (durationMs) => {
      const knows = element !== undefined && element.readyState >= haveMetadata;
      if (!knows) set({ durationMs });
    },
    onTick: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A connection that broke says nothing about whether the recording can be played. */
function findProblem(media: HTMLMediaElement): PlayerState['problem'] {
  return media.error?.code === networkError ? 'none' : 'cannot-play';
}

/** `MediaError.MEDIA_ERR_NETWORK` */
const networkError = 2;
/** `HTMLMediaElement.HAVE_METADATA`: length known, seeking possible. */
const haveMetadata = 1;
