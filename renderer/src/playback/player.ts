import { createStore, type StoreApi } from 'zustand/vanilla';

/** What changes rarely; the position, which changes always, comes by {@link Player.onTick}. */
export interface PlayerState {
  readonly isPlaying: boolean;
  /** As the element says once it knows, else as the services say. */
  readonly durationMs: number;
  readonly rate: number;
  readonly volume: number;
  readonly isMuted: boolean;
  /** The stretch that plays over and over. */
  readonly loop: { readonly beginMs: number; readonly endMs: number } | undefined;
  /** What is wrong with what the element plays; the player has a proxy made. */
  readonly problem: 'none' | 'cannot-play' | 'no-picture' | 'no-sound';
  /** As the element says, in ms: 0 until it knows, infinite where it never does. */
  readonly elementMs: number;
  /** What plays; for the part of the window that shows it. */
  readonly element: HTMLMediaElement | undefined;
}

export const slowestRate = 0.5;
export const fastestRate = 3;

/** What is known of the sound of a recording before it is played. */
export interface ExpectedSound {
  /** Where it begins; undefined where there is none. */
  readonly soundBeginMs: number | undefined;
}

/** The one clock of the window: a media element, seen as whole milliseconds. */
export interface Player {
  readonly store: StoreApi<PlayerState>;
  /**
   * The element that plays; undefined takes it away. Rate, volume and position are carried over.
   * @param expected what the element is held against; nothing by default
   */
  attach(element: HTMLMediaElement | undefined, expected?: ExpectedSound): void;
  readonly element: HTMLMediaElement | undefined;
  readonly positionMs: number;
  play(): void;
  pause(): void;
  toggle(): void;
  seek(positionMs: number): void;
  /** Plays a stretch once and stops at its end. */
  playRange(beginMs: number, endMs: number): void;
  setLoop(loop: { readonly beginMs: number; readonly endMs: number } | undefined): void;
  /** Clamped to {@link slowestRate} … {@link fastestRate}; pitch is kept. */
  setRate(rate: number): void;
  setVolume(volume: number): void;
  setMuted(isMuted: boolean): void;
  setDuration(durationMs: number): void;
  /** Called with the position on every frame while playing, and once after every seek. */
  onTick(listener: (positionMs: number) => void): () => void;
}

export type CreatePlayer = () => Player;

/** State of a player without an element. */
export function createPlayerStore(): StoreApi<PlayerState> {
  return createStore<PlayerState>()(() => ({
    isPlaying: false,
    durationMs: 0,
    rate: 1,
    volume: 1,
    isMuted: false,
    loop: undefined,
    problem: 'none',
    elementMs: 0,
    element: undefined,
  }));
}
