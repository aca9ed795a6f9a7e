import type { PeakStore } from '@core/waveform/peak-store';

export interface WavePaint {
  readonly store: PeakStore;
  /** Time at the left edge of the canvas. */
  readonly beginMs: number;
  /** In the canvas's own pixels. */
  readonly pixelsPerSecond: number;
  readonly colour: string;
}

/** Share of the height that the loudest sound may take. */
const fullHeight = 0.94;

/**
 * Paints the peaks of a stretch into a canvas, one column a pixel. Known silence is a line; what is
 * not known yet is empty.
 */
export function paintWave(
  canvas: HTMLCanvasElement,
  { store, beginMs, pixelsPerSecond, colour }: WavePaint,
): void {
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return;
  const { width, height } = canvas;
  const columns = new Int16Array(width * 2);
  const known = store.readColumns(beginMs, pixelsPerSecond, columns);
  const middle = height / 2;
  const scale = ((height / 2) * fullHeight * store.gain) / 32_768;
  context.clearRect(0, 0, width, height);
  context.fillStyle = colour;
  for (let column = 0; column < known; column += 1) {
    const top = Math.round(middle - columns[column * 2 + 1]! * scale);
    const bottom = Math.round(middle - columns[column * 2]! * scale);
    context.fillRect(column, top, 1, Math.max(1, bottom - top));
  }
}
