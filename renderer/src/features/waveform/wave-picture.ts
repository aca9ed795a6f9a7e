import type { PeakStore } from '@core/waveform/peak-store';
import {
  fitPixelsPerSecond,
  getPictureWidth,
  type Viewport,
  xToTime,
} from '@core/waveform/viewport';
import WaveSurfer from 'wavesurfer.js';
import { paintWave } from './paint-wave';

/**
 * Rules for the inside of the library's shadow tree. Its own are an inline style, which a strict
 * Content-Security-Policy drops, so what matters of them stands here as well; its progress and
 * cursor are put out, because the playhead is ours and must not cost a repaint a frame.
 */
const innerStyle = `
  .scroll { position: relative; width: 100%; overflow: auto hidden; scrollbar-width: none; }
  .wrapper, .canvases > div { position: relative; }
  .canvases { clip-path: none !important; pointer-events: none; }
  canvas { display: block; position: absolute; top: 0; }
  .progress, .cursor { display: none !important; }
`;

/** A zoom that has not changed for so long has come to rest. */
const settleMs = 140;

/** The library's own limit. */
const widestTilePx = 8_000;

interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly leftPx: number;
  readonly widthPx: number;
  /** Its size in pixels of the screen. */
  readonly pixels: { readonly width: number; readonly height: number };
  isPainted: boolean;
}

export interface WavePictureOptions {
  readonly host: HTMLElement;
  /** As large as the host, over it; for pictures of the moment. */
  readonly sketch: HTMLCanvasElement;
  readonly durationMs: number;
  readonly heightPx: number;
  readonly store: PeakStore;
  readonly colour: string;
  /** There is something to {@link WavePicture.paint}. */
  readonly onSpoiled: () => void;
}

/**
 * The picture of the sound: wavesurfer.js lays out the whole recording as one wide element, of which
 * it makes canvases where it is looked at. It is given no samples to draw from, because the peaks of
 * a zoom come in piece by piece; each canvas is painted from our store, and painted again in place
 * when more is known, so that nothing flickers.
 */
export class WavePicture {
  private readonly host: HTMLElement;
  private readonly surfer: WaveSurfer;
  private readonly store: PeakStore;
  private tiles: Tile[] = [];
  private colour: string;
  private pixelsPerSecond = 0;
  private view: Viewport | undefined;
  private heightPx: number;
  private isReady = false;
  private readonly sketch: HTMLCanvasElement;
  private readonly onSpoiled: () => void;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor({
    host,
    sketch,
    durationMs,
    heightPx,
    store,
    colour,
    onSpoiled,
  }: WavePictureOptions) {
    this.host = host;
    this.store = store;
    this.sketch = sketch;
    this.onSpoiled = onSpoiled;
    this.colour = colour;
    this.heightPx = heightPx;
    this.surfer = WaveSurfer.create({
      container: host,
      height: heightPx,
      // The library lays out by the length alone; two samples of nothing are the least it takes.
      peaks: [new Float32Array(2), new Float32Array(2)],
      duration: durationMs / 1000,
      hideScrollbar: true,
      interact: false,
      autoScroll: false,
      autoCenter: false,
      renderFunction: (_, context) => {
        this.addTile(context.canvas);
        onSpoiled();
      },
    });
    const root = this.surfer.getWrapper().getRootNode();
    if (root instanceof ShadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(innerStyle);
      root.adoptedStyleSheets = [sheet];
    }
    this.surfer.on('ready', () => {
      this.isReady = true;
      if (this.view !== undefined) this.show(this.view);
      onSpoiled();
    });
  }

  /** Zooms and scrolls there. @returns where it really is: Chromium may round far from zero */
  show(view: Viewport): number {
    const isZoomed = view.pixelsPerSecond !== this.view?.pixelsPerSecond;
    this.view = view;
    if (!this.isReady) return view.scrollPx;
    if (this.pixelsPerSecond === 0) {
      this.zoom(view);
    } else if (view.pixelsPerSecond !== this.pixelsPerSecond) {
      if (isZoomed) this.settleLater();
      this.paintSketch(view);
      return view.scrollPx;
    } else if (this.surfer.getScroll() !== view.scrollPx) {
      this.surfer.setScroll(view.scrollPx);
    }
    return this.surfer.getScroll();
  }

  setHeight(heightPx: number): void {
    if (heightPx === this.heightPx) return;
    this.heightPx = heightPx;
    this.tiles = [];
    this.surfer.setOptions({ height: heightPx });
  }

  setColour(colour: string): void {
    this.colour = colour;
    this.invalidate(0);
  }

  /** What begins at this time may look different now. */
  invalidate(fromMs: number): void {
    const fromPx = (fromMs / 1000) * this.pixelsPerSecond;
    for (const tile of this.tiles) {
      if (tile.leftPx + tile.widthPx >= fromPx) tile.isPainted = false;
    }
  }

  /**
   * Paints what is in sight; where that is done, one canvas beside it for a scroll to come.
   * @returns whether there is more to paint
   */
  paint(): boolean {
    const { view } = this;
    if (view === undefined || view.pixelsPerSecond !== this.pixelsPerSecond) return false;
    this.tiles = this.tiles.filter(({ canvas }) => canvas.isConnected);
    const waiting = this.tiles.filter(({ isPainted }) => !isPainted);
    const isInSight = ({ leftPx, widthPx }: Tile): boolean =>
      leftPx < view.scrollPx + view.widthPx && leftPx + widthPx > view.scrollPx;
    const seen = waiting.filter(isInSight);
    for (const tile of seen) this.paintTile(tile);
    this.sketch.hidden = true;
    if (seen.length > 0) return waiting.length > seen.length;
    const [next] = waiting;
    if (next !== undefined) this.paintTile(next);
    return waiting.length > 1;
  }

  destroy(): void {
    clearTimeout(this.settling);
    this.surfer.destroy();
    this.tiles = [];
  }

  private settleLater(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.view !== undefined) this.zoom(this.view);
      this.onSpoiled();
    }, settleMs);
  }

  private paintSketch(view: Viewport): void {
    const { sketch } = this;
    const width = Math.round(view.widthPx * devicePixelRatio);
    const height = Math.round(this.heightPx * devicePixelRatio);
    if (sketch.width !== width) sketch.width = width;
    if (sketch.height !== height) sketch.height = height;
    sketch.hidden = false;
    paintWave(sketch, {
      store: this.store,
      beginMs: xToTime(view, 0),
      pixelsPerSecond: view.pixelsPerSecond * devicePixelRatio,
      colour: this.colour,
    });
  }

  private zoom(view: Viewport): void {
    const isFitting =
      view.pixelsPerSecond <= fitPixelsPerSecond(view.durationMs, view.widthPx) * 1.000_001;
    this.pixelsPerSecond = view.pixelsPerSecond;
    this.tiles = [];
    // Width and scroll first: canvases are then made where they will be looked at, at once.
    if (!isFitting) {
      this.surfer.getWrapper().style.width = `${getPictureWidth(view)}px`;
      this.surfer.setScroll(view.scrollPx);
    }
    this.surfer.zoom(isFitting ? 0 : view.pixelsPerSecond);
    if (!isFitting) this.surfer.setScroll(view.scrollPx);
  }

  /**
   * Takes a canvas that the library has just made, and empties it: it gets its pixels when it is
   * painted. An empty one is not copied for the library's progress either, which halves the cost of
   * a zoom.
   */
  private addTile(canvas: HTMLCanvasElement): void {
    const { width, height } = canvas;
    canvas.width = 0;
    // Styles give numbers back with six digits; the library puts its canvases side by side, each as
    // wide as the host, so the exact place can be told from a rough one.
    const stepPx = Math.min(widestTilePx, this.host.clientWidth);
    const roughPx = Number.parseFloat(canvas.style.left);
    this.tiles.push({
      canvas,
      leftPx: Math.round(roughPx / stepPx) * stepPx,
      widthPx: Number.parseFloat(canvas.style.width),
      pixels: { width, height },
      isPainted: false,
    });
  }

  private paintTile(tile: Tile): void {
    tile.isPainted = true;
    if (tile.canvas.width !== tile.pixels.width) {
      tile.canvas.width = tile.pixels.width;
      tile.canvas.height = tile.pixels.height;
    }
    paintWave(tile.canvas, {
      store: this.store,
      beginMs: (tile.leftPx / this.pixelsPerSecond) * 1000,
      pixelsPerSecond: (this.pixelsPerSecond * tile.canvas.width) / tile.widthPx,
      colour: this.colour,
    });
  }
}
