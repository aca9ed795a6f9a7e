import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import type { Sentence } from '@core/transcript/sentence';
import type { StageTarget } from '@core/waveform/find-target';
import type { PeakStore } from '@core/waveform/peak-store';
import { type Viewport, xToTime } from '@core/waveform/viewport';
import type { StudioParts } from '../../state/studio-parts';
import { fitCanvas } from './fit-canvas';
import { listLayers } from './layers/layer-table';
import { createPeaksLayer } from './layers/peaks-layer';
import { createPlayheadLayer, type PlayheadLayer } from './layers/playhead-layer';
import { createSpokenWordLayer } from './layers/spoken-word-layer';
import { layOutStage, readScene, type StageScene } from './layers/stage-scene';
import {
  describeLayers,
  type DescribeText,
  drawLayers,
  hitLayers,
  type WaveformLayer,
} from './layers/waveform-layer';
import { makeHatch } from './make-hatch';
import { readStageColours, type StageColours, watchFonts, watchTheme } from './stage-colours';
import { StageViewport } from './stage-viewport';
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
  private readonly viewport: StageViewport;
  private readonly layers: readonly WaveformLayer[];
  private readonly playhead: PlayheadLayer;
  /** What the picture of the sound showed in the last frame. */
  private shown: Viewport;
  private heightPx = 0;
  private colours: StageColours;
  private hatch: CanvasPattern | undefined;
  private frame: number | undefined;
  private delay: number | undefined;
  private isDestroyed = false;
  private positionMs: number;
  private hovered: string | undefined;
  /** Sentences as a drag under way would make them. */
  private preview: readonly Sentence[] | undefined;

  constructor(options: WaveformViewOptions) {
    this.options = options;
    const { parts, elements, durationMs, store } = options;
    this.positionMs = parts.player.positionMs;
    this.colours = readStageColours(elements.stage);
    this.viewport = new StageViewport(parts, durationMs, () => {
      this.shown = this.view;
      this.request();
    });
    this.shown = this.viewport.view;
    this.picture = new WavePicture({
      host: elements.picture,
      sketch: elements.sketch,
      durationMs,
      heightPx: 64,
      store,
      colour: this.colours.wave,
      onSpoiled: () => this.request(),
    });
    this.playhead = createPlayheadLayer(elements.playhead);
    this.layers = listLayers({
      peaks: createPeaksLayer(this.picture, () => this.request()),
      spokenWord: createSpokenWordLayer(elements.spokenWord),
      playhead: this.playhead,
    });
    this.readTheme();
    this.resize();
    this.listen();
  }

  get view(): Viewport {
    return this.viewport.view;
  }

  /** More peaks are known, from a time on. */
  invalidate(fromMs: number): void {
    this.picture.invalidate(fromMs);
    this.request();
  }

  /** Scrolls or zooms because a person did so by hand, which playing then does not undo. */
  moveByHand(view: Viewport): void {
    this.viewport.moveByHand(view);
  }

  /** Brings the playhead into sight. */
  showPlayhead(): void {
    this.viewport.reveal(this.positionMs);
  }

  /** What lies under a place on the stage. */
  findTarget(x: number, y: number): StageTarget {
    return hitLayers(this.layers, this.getScene(this.view), x, y);
  }

  /** All that is in sight, in words. */
  describe(text: DescribeText): string {
    return describeLayers(this.layers, this.getScene(this.view), text);
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
    const { document, session, spoken, player, problems } = parts;
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(elements.stage);
    this.endings.push(
      () => observer.disconnect(),
      watchTheme(() => {
        this.readTheme();
        this.picture.setColour(this.colours.wave);
        this.request();
      }),
      watchFonts(() => {
        this.readTheme();
        this.request();
      }),
      document.subscribe((state, before) => {
        if (state.project?.sentences !== before.project?.sentences) this.requestLater();
      }),
      session.subscribe((state, before) => {
        this.viewport.takeSession();
        const isOther =
          state.selectedIds !== before.selectedIds ||
          state.currentId !== before.currentId ||
          state.filter !== before.filter;
        if (isOther) this.requestLater();
      }),
      problems.subscribe((state, before) => {
        if (state.found !== before.found) this.request();
      }),
      spoken.subscribe(() => this.request()),
      player.store.subscribe(() => this.request()),
      player.onTick((positionMs) => this.takePosition(positionMs)),
    );
  }

  private readTheme(): void {
    const { stage, overlay } = this.options.elements;
    this.colours = readStageColours(stage);
    const context = overlay.getContext('2d');
    this.hatch = context === null ? undefined : makeHatch(context, this.colours.estimatedLine);
  }

  private takePosition(positionMs: number): void {
    if (positionMs === this.positionMs) return;
    this.positionMs = positionMs;
    this.viewport.follow(positionMs);
    this.playhead.move({ view: this.shown, positionMs });
    this.options.onMoved(this.view, positionMs);
  }

  private resize(): void {
    const { stage, overlay, picture, sketch } = this.options.elements;
    const widthPx = stage.clientWidth;
    this.heightPx = stage.clientHeight;
    if (widthPx === 0 || this.heightPx === 0) return;
    const { wave } = layOutStage(this.getSentences(), this.heightPx);
    for (const { style } of [picture, sketch]) {
      style.top = `${wave.topPx}px`;
      style.height = `${wave.heightPx}px`;
    }
    this.picture.setHeight(wave.heightPx);
    fitCanvas(overlay, widthPx, this.heightPx);
    this.viewport.setWidth(widthPx);
    this.request();
  }

  private getSentences(): readonly Sentence[] {
    return this.preview ?? this.options.parts.document.getState().project?.sentences ?? none;
  }

  private getScene(view: Viewport): StageScene {
    const { heightPx, hovered: hoveredId, positionMs, colours, hatch } = this;
    const { parts, wordHint } = this.options;
    const own = { view, heightPx, hoveredId, positionMs, colours, hatch, wordHint };
    return { ...own, ...readScene(parts, this.getSentences(), heightPx) };
  }

  private draw(): void {
    const { elements, onLook, onMoved } = this.options;
    const { view } = this;
    if (view.widthPx === 0) return;
    // The other layers lie over the sound, wherever the page could scroll it to.
    this.shown = { ...view, scrollPx: this.picture.show(view) };
    const pen = elements.overlay.getContext('2d');
    if (pen !== null) drawLayers(this.layers, pen, this.getScene(this.shown));
    onLook(view.pixelsPerSecond * devicePixelRatio, xToTime(view, 0), xToTime(view, view.widthPx));
    onMoved(view, this.positionMs);
  }
}

const none: readonly Sentence[] = [];
