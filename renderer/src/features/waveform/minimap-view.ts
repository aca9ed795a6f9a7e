import type { Sentence } from '@core/transcript/sentence';
import type { PeakStore } from '@core/waveform/peak-store';
import { getPictureWidth, scrollTo, type Viewport } from '@core/waveform/viewport';
import { paintWave } from './paint-wave';
import { readStageColours, watchTheme } from './stage-colours';

export interface MinimapElements {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** What the stage shows. */
  readonly frame: HTMLElement;
  readonly playhead: HTMLElement;
}

export interface MinimapViewOptions {
  readonly elements: MinimapElements;
  readonly store: PeakStore;
  readonly durationMs: number;
  readonly getSentences: () => readonly Sentence[];
  readonly getView: () => Viewport;
  readonly onMove: (view: Viewport) => void;
}

/** The picture is drawn anew at most this often while peaks or sentences arrive. */
const redrawMs = 150;
const densityPx = 3;
const leastFramePx = 6;

/** The whole recording, the stretch of it that the stage shows, and a handle to move that. */
export class MinimapView {
  private readonly options: MinimapViewOptions;
  private readonly endings: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private widthPx = 0;
  private positionMs = 0;

  constructor(options: MinimapViewOptions) {
    this.options = options;
    const { root } = options.elements;
    const observer = new ResizeObserver(() => this.draw());
    observer.observe(root);
    const listening = new AbortController();
    this.endings.push(
      () => observer.disconnect(),
      () => listening.abort(),
      watchTheme(() => this.draw()),
    );
    this.listen(listening.signal);
  }

  /** Peaks or sentences changed. */
  invalidate(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.draw();
    }, redrawMs);
  }

  /** Shows what the stage shows, and where the playhead is. */
  show(view: Viewport, positionMs: number): void {
    const { frame, playhead, root } = this.options.elements;
    this.positionMs = positionMs;
    const whole = Math.max(1, getPictureWidth(view));
    const width = Math.min(this.widthPx, (view.widthPx / whole) * this.widthPx);
    const left = (view.scrollPx / whole) * this.widthPx;
    const shown = Math.max(leastFramePx, width);
    frame.style.width = `${shown.toFixed(1)}px`;
    frame.style.transform = `translateX(${Math.min(left, this.widthPx - shown).toFixed(1)}px)`;
    const share = positionMs / Math.max(1, this.options.durationMs);
    playhead.style.transform = `translateX(${(share * this.widthPx).toFixed(1)}px)`;
    const last = Math.max(1, whole - view.widthPx);
    root.setAttribute('aria-valuenow', String(Math.round((view.scrollPx / last) * 100)));
  }

  destroy(): void {
    for (const end of this.endings) end();
    clearTimeout(this.timer);
  }

  private draw(): void {
    const { elements, store, durationMs, getSentences } = this.options;
    const { canvas, root } = elements;
    this.widthPx = root.clientWidth;
    const heightPx = root.clientHeight;
    if (this.widthPx === 0 || heightPx === 0) return;
    canvas.width = Math.round(this.widthPx * devicePixelRatio);
    canvas.height = Math.round(heightPx * devicePixelRatio);
    const colours = readStageColours(root);
    const pixelsPerSecond = (canvas.width * 1000) / durationMs;
    paintWave(canvas, { store, beginMs: 0, pixelsPerSecond, colour: colours.wave });
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.fillStyle = colours.accent;
    context.globalAlpha = 0.5;
    const height = Math.round(densityPx * devicePixelRatio);
    let drawnTo = -1;
    for (const { beginMs, endMs } of getSentences()) {
      const left = Math.max(drawnTo, Math.floor((beginMs / 1000) * pixelsPerSecond));
      const right = Math.ceil((endMs / 1000) * pixelsPerSecond);
      if (right <= left) continue;
      context.fillRect(left, canvas.height - height, right - left, height);
      drawnTo = right;
    }
    this.show(this.options.getView(), this.positionMs);
  }

  private listen(signal: AbortSignal): void {
    const { elements, getView, onMove } = this.options;
    const { root } = elements;
    /** Where in the frame it was taken hold of; undefined while it is not. */
    let held: number | undefined;
    const scrollAt = (event: PointerEvent): number => {
      const share = (event.clientX - root.getBoundingClientRect().left) / Math.max(1, this.widthPx);
      return share * getPictureWidth(getView());
    };
    root.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        root.setPointerCapture(event.pointerId);
        const view = getView();
        const at = scrollAt(event);
        const isInside = at >= view.scrollPx && at <= view.scrollPx + view.widthPx;
        held = isInside ? at - view.scrollPx : view.widthPx / 2;
        onMove(scrollTo(view, at - held));
      },
      { signal },
    );
    root.addEventListener(
      'pointermove',
      (event) => {
        if (held !== undefined) onMove(scrollTo(getView(), scrollAt(event) - held));
      },
      { signal },
    );
    for (const name of ['pointerup', 'pointercancel'] as const) {
      root.addEventListener(name, () => (held = undefined), { signal });
    }
  }
}
