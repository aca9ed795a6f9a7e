import { followPosition, revealTime, scrollTo, type Viewport } from '@core/waveform/viewport';
import { toViewport, toZoom, type Zoom } from '@core/waveform/zoom';
import type { StudioParts } from '../../state/studio-parts';

/** What the stage shows of the recording, in step with what the window keeps of it. */
export class StageViewport {
  private readonly parts: Pick<StudioParts, 'session' | 'player'>;
  private readonly onMoved: () => void;
  private current: Viewport;
  /** What this stage itself last wrote into the session. */
  private written: Zoom;
  private revealCount: number | undefined;

  constructor(
    parts: Pick<StudioParts, 'session' | 'player'>,
    durationMs: number,
    onMoved: () => void,
  ) {
    this.parts = parts;
    this.onMoved = onMoved;
    const { pixelsPerSecond, waveformBeginMs, revealTime: reveal } = parts.session.getState();
    this.revealCount = reveal?.count;
    this.written = { pixelsPerSecond, waveformBeginMs };
    this.current = { durationMs, widthPx: 0, pixelsPerSecond: 1, scrollPx: 0 };
  }

  get view(): Viewport {
    return this.current;
  }

  move(view: Viewport): void {
    if (view === this.current) return;
    this.current = view;
    this.written = toZoom(view);
    this.parts.session.getState().set(this.written);
    this.onMoved();
  }

  /** Scrolls or zooms because a person did so by hand, which playing then does not undo. */
  moveByHand(view: Viewport): void {
    const { session, player } = this.parts;
    if (player.store.getState().isPlaying) session.getState().set({ isFollowing: false });
    this.move(view);
  }

  /** Brings a time into sight. */
  reveal(timeMs: number): void {
    this.move(revealTime(this.current, timeMs));
  }

  /** Goes along with the playhead, unless a person looks elsewhere. */
  follow(positionMs: number): void {
    const { session, player } = this.parts;
    // A seek while paused is always shown; playing leaves a person alone who looks elsewhere.
    const follows = session.getState().isFollowing || !player.store.getState().isPlaying;
    if (follows) this.move(followPosition(this.current, positionMs));
  }

  setWidth(widthPx: number): void {
    if (widthPx === this.current.widthPx) return;
    const { session } = this.parts;
    session.getState().set({ waveformWidthPx: widthPx });
    this.move(toViewport(session.getState(), { ...this.current, widthPx }));
  }

  /** The session changed: by a command, by opening a project, or by this stage. */
  takeSession(): void {
    const zoom = this.parts.session.getState();
    const isOurs =
      zoom.pixelsPerSecond === this.written.pixelsPerSecond &&
      zoom.waveformBeginMs === this.written.waveformBeginMs;
    if (!isOurs) this.move(toViewport(zoom, this.current));
    const { revealTime: reveal } = zoom;
    if (reveal === undefined || reveal.count === this.revealCount) return;
    this.revealCount = reveal.count;
    this.reveal(reveal.timeMs);
  }
}

/** The same viewport further right (or left) by a wheel. */
export function scrollBy(view: Viewport, byPx: number): Viewport {
  return scrollTo(view, view.scrollPx + byPx);
}
