import { chooseTicks, findTicks, formatTick } from '@core/waveform/ruler-ticks';
import { timeToX } from '@core/waveform/viewport';
import type { StageScene } from './draw-scene';

const labelRoomPx = 76;
const tickPx = 5;

/** Ticks and timecodes, as close as the zoom lets them be read. */
export function drawRuler(context: CanvasRenderingContext2D, scene: StageScene): void {
  const { view, bands, colours } = scene;
  const { topPx, heightPx } = bands.ruler;
  const bottom = topPx + heightPx;
  const { labelMs, tickMs } = chooseTicks(view.pixelsPerSecond, labelRoomPx);
  const { beginIndex, endIndex } = findTicks(view, tickMs);
  const perLabel = Math.round(labelMs / tickMs);
  context.font = `11px ${colours.font}`;
  context.textBaseline = 'middle';
  context.fillStyle = colours.lineStrong;
  for (let tick = beginIndex; tick < endIndex; tick += 1) {
    const x = Math.round(timeToX(view, tick * tickMs));
    const length = tick % perLabel === 0 ? heightPx : tickPx;
    context.fillRect(x, bottom - length, 1, length);
  }
  context.fillStyle = colours.muted;
  // The label before the first tick may still reach into sight.
  for (let label = Math.floor(beginIndex / perLabel); label * perLabel < endIndex; label += 1) {
    const timeMs = label * labelMs;
    context.fillText(formatTick(timeMs, labelMs), timeToX(view, timeMs) + 5, topPx + 8);
  }
  context.fillStyle = colours.line;
  context.fillRect(0, bottom - 1, view.widthPx, 1);
}
