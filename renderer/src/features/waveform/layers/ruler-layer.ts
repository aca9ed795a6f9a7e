import { chooseTicks, findTicks, formatTick } from '@core/waveform/ruler-ticks';
import { timeToX } from '@core/waveform/viewport';
import type { Pen } from './pen';
import type { StageScene } from './stage-scene';
import type { WaveformLayer } from './waveform-layer';

const labelRoomPx = 76;
const tickPx = 5;

/** Ticks and timecodes, as close as the zoom lets them be read. */
export const rulerLayer: WaveformLayer = {
  name: 'ruler',
  draw: drawRuler,
  describe: ({ view }, text) => {
    const { labelMs } = chooseTicks(view.pixelsPerSecond, labelRoomPx);
    return text('waveform.describe.ruler', { seconds: labelMs / 1000 });
  },
};

function drawRuler(pen: Pen, scene: StageScene): void {
  const { view, bands, colours } = scene;
  const { topPx, heightPx } = bands.ruler;
  const bottom = topPx + heightPx;
  const { labelMs, tickMs } = chooseTicks(view.pixelsPerSecond, labelRoomPx);
  const { beginIndex, endIndex } = findTicks(view, tickMs);
  const perLabel = Math.round(labelMs / tickMs);
  pen.font = `11px ${colours.font}`;
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.lineStrong;
  for (let tick = beginIndex; tick < endIndex; tick += 1) {
    const x = Math.round(timeToX(view, tick * tickMs));
    const length = tick % perLabel === 0 ? heightPx : tickPx;
    pen.fillRect(x, bottom - length, 1, length);
  }
  pen.fillStyle = colours.muted;
  // The label before the first tick may still reach into sight.
  for (let label = Math.floor(beginIndex / perLabel); label * perLabel < endIndex; label += 1) {
    const timeMs = label * labelMs;
    pen.fillText(formatTick(timeMs, labelMs), timeToX(view, timeMs) + 5, topPx + 8);
  }
  pen.fillStyle = colours.line;
  pen.fillRect(0, bottom - 1, view.widthPx, 1);
}
