import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import type { Sentence } from '@core/transcript/sentence';
import { indexSentences } from '@core/transcript/sentence-index';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import { findTarget, type StageTarget } from '@core/waveform/find-target';
import type { PeakStore } from '@core/waveform/peak-store';
import { stackLanes } from '@core/waveform/stack-lanes';
import { layOutBands } from '@core/waveform/stage-bands';
import {
  clampPixelsPerSecond,
  fitPixelsPerSecond,
  followPosition,
  revealTime,
  scrollTo,
  timeToX,
  type Viewport,
  xToTime,
  zoomOnto,
} from '@core/waveform/viewport';
import type { StudioParts } from '../../state/studio-parts';
import { drawScene, type StageScene } from './draw-scene';
import { showSpokenWord } from './show-spoken-word';
import { readStageColours, type StageColours, watchTheme } from './stage-colours';
import { WavePicture } from './wave-picture';

/** The elements that a view draws into; React makes them, once. */
export interface StageElements {
  readonly stage: HTMLElement;
  readonly picture: HTMLElement;
  readonly sketch: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
  readonly playhead: HTMLElement;
  readonly spokenWord: HTMLElement;
}

export interface WaveformViewOptions {
  readonly parts: StudioParts;
  readonly elements: StageElements;
  readonly durationMs: number;
  readonly store: PeakStore;
  readonly wordHint: string;
  /** Asks for peaks of what is in sight. */
  readonly onLook: (pixelsPerSecond: number, beginMs: number, endMs: number) => void;
  /** What is in sight, or where the playhead is, changed. */
  readonly onMoved: (view: Viewport, positionMs: number) => void;
}

/**
 * The stage below React: what is in sight, and the drawing of it, at most once a frame. All of the
 * window's state that it shows comes from the stores.
 */
export class WaveformView {
  private readonly options: WaveformViewOptions;
  private readonly picture: WavePicture;
  private readonly endings: (() => void)[] = [];
  private current: Viewport;
  private heightPx = 0;
  private colours: StageColours;
  private frame: number | undefined;
  private delay: number | undefined;
  private isDestroyed = false;
  private positionMs: number;
  private hovered: string | undefined;
  /** Sentences as a drag under way would make them. */
  private preview: readonly Sentence[] | undefined;
  /** What this view itself last wrote into the session. */
  private written: { pixelsPerSecond: number | undefined; waveformBeginMs: number };
  private revealCount: number | undefined;

  constructor(options: WaveformViewOptions) {
    this.options = options;
    const { parts, elements, durationMs, store } = options;
    const { pixelsPerSecond, waveformBeginMs, revealTime: reveal } = parts.session.getState();
    this.revealCount = reveal?.count;
    this.positionMs = parts.player.positionMs;
    this.written = { pixelsPerSecond, waveformBeginMs };
    this.colours = readStageColours(elements.stage);
    this.current = { durationMs, widthPx: 0, pixelsPerSecond: 1, scrollPx: 0 };
    this.picture = new WavePicture({
      host: elements.picture,
      sketch: elements.sketch,
      durationMs,
      heightPx: 64,
      store,
      colour: this.colours.wave,
      onSpoiled: () => this.request(),
    });
    this.resize();
    this.listen();
  }

  get view(): Viewport {
    return this.current;
  }

  /** More peaks are known, from a time on. */
  spoil(fromMs: number): void {
    this.picture.spoil(fromMs);
    this.request();
  }

  /** Scrolls or zooms because a person did so by hand, which playing then does not undo. */
  moveByHand(view: Viewport): void {
    const { session, player } = this.options.parts;
    if (player.store.getState().isPlaying) session.getState().set({ isFollowing: false });
    this.move(view);
  }

  /** @returns ms */
  timeAt(x: number): number {
    return xToTime(this.current, x);
  }

  /** Brings the playhead into sight. */
  showPlayhead(): void {
    this.move(revealTime(this.current, this.positionMs));
  }

  /** What lies under a place on the stage. */
  findTarget(x: number, y: number): StageTarget {
    return findTarget(this.getScene(), x, y);
  }

  hover(sentenceId: string | undefined): void {
    if (sentenceId === this.hovered) return;
    this.hovered = sentenceId;
    this.request();
  }

  /** Shows what an edit would make, until it is made or given up. */
  showPreview(edit: Edit | undefined): void {
    const { project } = this.options.parts.document.getState();
    this.preview = undefined;
    if (edit !== undefined && project !== undefined) {
      this.preview = applyEdit(project, edit, () => '').project.sentences;
    }
    this.request();
  }

  request(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  /** As {@link request}, one frame later: what a key changes in the text is painted first. */
  private requestLater(): void {
    this.delay ??= requestAnimationFrame(() => {
      this.delay = undefined;
      setTimeout(() => {
        if (!this.isDestroyed) this.resize();
      });
    });
  }

  destroy(): void {
    this.isDestroyed = true;
    for (const end of this.endings) end();
    for (const frame of [this.frame, this.delay]) {
      if (frame !== undefined) cancelAnimationFrame(frame);
    }
    this.picture.destroy();
    this.options.parts.session.getState().set({ waveformWidthPx: 0 });
  }

  private listen(): void {
    const { parts, elements } = this.options;
    const { document, session, spoken, player } = parts;
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(elements.stage);
    this.endings.push(
      () => observer.disconnect(),
      watchTheme(() => {
        this.colours = readStageColours(elements.stage);
        this.picture.setColour(this.colours.wave);
        this.request();
      }),
      document.subscribe((state, before) => {
        if (state.project?.sentences !== before.project?.sentences) this.requestLater();
      }),
      session.subscribe((state, before) => {
        this.takeSession();
        const isSelection =
          state.selectedIds !== before.selectedIds || state.currentId !== before.currentId;
        if (isSelection) this.requestLater();
      }),
      spoken.subscribe(() => this.request()),
      player.store.subscribe(() => this.request()),
      player.onTick((positionMs) => this.takePosition(positionMs)),
    );
  }

  private takeSession(): void {
    const {
      pixelsPerSecond,
      waveformBeginMs,
      revealTime: reveal,
    } = this.options.parts.session.getState();
    const isOurs =
      pixelsPerSecond === this.written.pixelsPerSecond &&
      waveformBeginMs === this.written.waveformBeginMs;
    if (!isOurs) this.move(this.fromSession(this.current));
    if (reveal !== undefined && reveal.count !== this.revealCount) {
      this.revealCount = reveal.count;
      this.move(revealTime(this.current, reveal.timeMs));
    }
  }

  private fromSession(view: Viewport): Viewport {
    const { pixelsPerSecond, waveformBeginMs } = this.options.parts.session.getState();
    const zoom = clampPixelsPerSecond(pixelsPerSecond, view.durationMs, view.widthPx);
    return zoomOnto(view, zoom, waveformBeginMs, 0);
  }

  private takePosition(positionMs: number): void {
    if (positionMs === this.positionMs) return;
    this.positionMs = positionMs;
    const { session, player } = this.options.parts;
    // A seek while paused is always shown; playing leaves a person alone who looks elsewhere.
    const follows = session.getState().isFollowing || !player.store.getState().isPlaying;
    if (follows) this.move(followPosition(this.current, positionMs));
    this.movePlayhead();
  }

  private move(view: Viewport): void {
    if (view === this.current) return;
    this.current = view;
    const fit = fitPixelsPerSecond(view.durationMs, view.widthPx);
    this.written = {
      pixelsPerSecond: view.pixelsPerSecond > fit ? view.pixelsPerSecond : undefined,
      waveformBeginMs: Math.round(xToTime(view, 0)),
    };
    this.options.parts.session.getState().set(this.written);
    this.request();
  }

  private resize(): void {
    const { stage, overlay, picture, sketch } = this.options.elements;
    const widthPx = stage.clientWidth;
    this.heightPx = stage.clientHeight;
    if (widthPx === 0 || this.heightPx === 0) return;
    const { wave } = this.getBands();
    for (const { style } of [picture, sketch]) {
      style.top = `${wave.topPx}px`;
      style.height = `${wave.heightPx}px`;
    }
    this.picture.setHeight(wave.heightPx);
    const ratio = devicePixelRatio;
    const isSame =
      overlay.width === Math.round(widthPx * ratio) &&
      overlay.height === Math.round(this.heightPx * ratio);
    if (!isSame) {
      overlay.width = Math.round(widthPx * ratio);
      overlay.height = Math.round(this.heightPx * ratio);
      overlay.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    if (widthPx !== this.current.widthPx) {
      this.options.parts.session.getState().set({ waveformWidthPx: widthPx });
      this.move(this.fromSession({ ...this.current, widthPx }));
    }
    this.request();
  }

  private getBands(): StageScene['bands'] {
    return layOutBands(this.heightPx, stackLanes(this.getSentences()).count);
  }

  private getSentences(): readonly Sentence[] {
    return this.preview ?? this.options.parts.document.getState().project?.sentences ?? none;
  }

  private getScene(): StageScene {
    const { session, spoken, player } = this.options.parts;
    const { selectedIds, currentId } = session.getState();
    const sentences = this.getSentences();
    return {
      view: this.current,
      heightPx: this.heightPx,
      bands: this.getBands(),
      index: indexSentences(sentences),
      lanes: stackLanes(sentences),
      hues: assignSpeakerHues(sentences),
      selectedIds: new Set(selectedIds),
      currentId,
      hoveredId: this.hovered,
      spokenId: spoken.getState().sentenceId,
      loop: player.store.getState().loop,
      colours: this.colours,
      wordHint: this.options.wordHint,
    };
  }

  private draw(): void {
    const { elements, parts, onLook, onMoved } = this.options;
    const { current } = this;
    if (current.widthPx === 0) return;
    const scrollPx = this.picture.show(current);
    if (this.picture.paint()) this.request();
    const context = elements.overlay.getContext('2d');
    const scene = this.getScene();
    if (context !== null) drawScene(context, { ...scene, view: { ...current, scrollPx } });
    showSpokenWord(elements.spokenWord, scene, parts.spoken.getState());
    this.movePlayhead();
    onLook(
      current.pixelsPerSecond * devicePixelRatio,
      xToTime(current, 0),
      xToTime(current, current.widthPx),
    );
    onMoved(current, this.positionMs);
  }

  private movePlayhead(): void {
    const x = timeToX(this.current, this.positionMs);
    const { playhead } = this.options.elements;
    const isInSight = x >= -1 && x <= this.current.widthPx + 1;
    playhead.style.visibility = isInSight ? 'visible' : 'hidden';
    playhead.style.transform = `translateX(${x.toFixed(1)}px)`;
    this.options.onMoved(this.current, this.positionMs);
  }
}

const none: readonly Sentence[] = [];
/** The same viewport further right (or left) by a wheel. */
export function scrollBy(view: Viewport, byPx: number): Viewport {
  return scrollTo(view, view.scrollPx + byPx);
}
